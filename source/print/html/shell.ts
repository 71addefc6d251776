import type { Accent } from "../../accent.ts";
import { html, type Markup, styleMarkup } from "./markup.ts";
import { pagePolicy } from "./policy.ts";
import { styleSheet } from "./style.ts";

export type Shell = {
	/** A BCP 47 tag. */
	language: string;
	title: string;
	accent?: Accent;
	/** What else the head says, each on a line. */
	head?: Markup;
	body: Markup;
};

/** A whole page around its body: its language, its one style sheet, and a policy that allows nothing else. */
export async function shellMarkup({ language, title, accent, head, body }: Shell): Promise<Markup> {
	const style = styleSheet(accent);
	return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await pagePolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${head}${styleMarkup(style)}
</head>
<body>
${body}</body>
</html>
`;
}

/** The scripts that are written from right to left (Unicode Standard Annex #9). */
const rightToLeft = ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

/** The commonest languages, whose scripts are known without Intl, which takes some milliseconds to find one. */
const leftToRight = /^(?:de|en|es|fr|ja|ko|pt|ru|zh)(?:-(?:Hans|Hant|[A-Z]{2}))*$/;

const directionOf = (language: string): "ltr" | "rtl" =>
	!leftToRight.test(language) && rightToLeft.includes(new Intl.Locale(language).maximize().script ?? "")
		? "rtl"
		: "ltr";
