import { givenName } from "../../resume/given-name.ts";
import { newPage } from "../../resume/links.ts";
import type { Person, Resume } from "../../resume/model.ts";
import type { Selection } from "../../resume/select.ts";
import { linkTarget } from "./address.ts";
import { headMarkup } from "./head.ts";
import { jsonLd } from "./json-ld.ts";
import { html, jsonMarkup } from "./markup.ts";
import { sectionMarkup } from "./sections.ts";
import { shellMarkup } from "./shell.ts";
import { timelineMarkup } from "./timeline.ts";

/** The same résumé in another format: a link beside the page. */
export type Alternate = { href: string; type: string; label: string };

/** A timeline longer than this comes below the sections: above them it would be all that one sees. */
const shortTimeline = 12;

/**
 * The résumé, a section or an entry as one self-contained HTML page: no script that runs, and nothing that a browser
 * would have to fetch. Its classes are those of h-resume (https://microformats.org/wiki/h-resume).
 * @param alternates links to what is published beside the page; a page by itself has none.
 */
export async function printHtml(
	resume: Resume,
	{ section, entry }: Selection,
	alternates: readonly Alternate[] = [],
): Promise<string> {
	const { person, language } = resume;
	const author = givenName(resume);
	// Of a part the whole isn't the canonical page, and a person's own site needn't show the résumé.
	const url = section === undefined ? linkTarget(newPage(person) ?? "") : undefined;
	const chosen = section === undefined ? undefined : resume.sections[section];
	const sections =
		chosen === undefined
			? resume.sections
			: [entry === undefined ? chosen : { ...chosen, entries: [chosen.entries[entry]!] }];
	const timeline = chosen === undefined ? timelineMarkup(resume) : undefined;
	const isAbove = (timeline?.rows ?? 0) <= shortTimeline;
	const page = await shellMarkup({
		accent: resume.accent,
		language,
		title: titleOf(person),
		head: html`${author !== undefined && html`<meta name="author" content="${author}">\n`}<meta name="description" content="${descriptionOf(person)}">
${url !== undefined && html`<link rel="canonical" href="${url}">\n`}${alternates.map(
	({ href, type, label }) => html`<link rel="alternate" type="${type}" href="${href}" title="${label}">\n`,
)}${jsonMarkup("application/ld+json", jsonLd(person, sections))}
`,
		body: html`<main class="h-resume">
${headMarkup(resume)}${isAbove && timeline?.markup}${sections.map(sectionMarkup)}${!isAbove && timeline?.markup}</main>
${
	alternates.length > 0 &&
	html`<footer><ul>${alternates.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}</ul></footer>\n`
}`,
	});
	return page.source;
}

const titleOf = ({ name, role }: Person) => (role === undefined ? name : `${name} – ${role}`);

const descriptionOf = ({ name, role, headline, place }: Person) =>
	[name, role, headline, place].filter((text, index, all) => text && all.indexOf(text) === index).join(" · ");
