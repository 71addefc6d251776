import { newPage } from "../../resume/links.ts";
import type { Resume } from "../../resume/model.ts";
import { cardCodes } from "../card.ts";
import { fittingQr, type Modules } from "../qr.ts";
import { linkTarget } from "./address.ts";
import { headMarkup } from "./head.ts";
import { html, type Markup } from "./markup.ts";
import { shellMarkup } from "./shell.ts";

/**
 * The business card as a page: how to reach the person, how to come back, and the code to scan.
 * @param comeBack the command to come back with.
 */
export async function printCardPage(resume: Resume, comeBack?: string): Promise<string> {
	const page = linkTarget(newPage(resume.person) ?? "");
	const code = cardCodes(resume)
		.map(({ content, caption }) => ({ caption, modules: fittingQr([content], paper) }))
		.find(({ modules }) => modules !== undefined);
	const card = await shellMarkup({
		accent: resume.accent,
		language: resume.language,
		title: resume.person.name,
		body: html`<main class="card">
<div>
${headMarkup(resume)}${comeBack !== undefined && html`<p><code>${comeBack}</code></p>\n`}${
	page !== undefined && html`<p><a href="${page}">${page}</a></p>\n`
}</div>
${code?.modules && html`<figure>${codeMarkup(code.modules)}<figcaption class="quiet">${code.caption}</figcaption></figure>\n`}</main>
`,
	});
	return card.source;
}

/** A page has room for any code. */
const paper = { columns: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY, isAscii: false };

/** The dark modules as one shape, a run of a row at a time. */
function codeMarkup(modules: Modules): Markup {
	const runs = modules.flatMap((row, y) =>
		[
			...row
				.map((isDark) => (isDark ? "#" : " "))
				.join("")
				.matchAll(/#+/g),
		].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
	);
	return html`<svg class="code" viewBox="0 0 ${modules.length} ${modules.length}" aria-hidden="true"><path d="${runs.join("")}"/></svg>`;
}
