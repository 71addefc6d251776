import type { Person, Resume } from "../../resume/model.ts";
import type { Selection } from "../../resume/select.ts";
import { headMarkup, sectionMarkup } from "./body.ts";
import { jsonLd } from "./json-ld.ts";
import { html, jsonMarkup, styleMarkup } from "./markup.ts";
import { pagePolicy } from "./policy.ts";
import { styleSheet } from "./style.ts";
import { timelineMarkup } from "./timeline.ts";

/** The same résumé in another format: a link beside the page. */
export type Alternate = { href: string; type: string; label: string };

export type PageOptions = {
	/** Where the page is published. */
	url?: string;
	/** Relative links to what stands beside the page; a page by itself has none. */
	alternates?: readonly Alternate[];
};

/** A timeline longer than this stands below the sections: above them it would be all that one sees. */
const shortTimeline = 12;

/**
 * The résumé, a section or an entry as one self-contained HTML page: no script that runs, and nothing that a browser
 * would have to fetch. People's classes are those of h-resume (https://microformats.org/wiki/h-resume).
 */
export function printHtml(resume: Resume, { section, entry }: Selection, options: PageOptions = {}): string {
	const { person, language } = resume;
	const { url, alternates = [] } = options;
	const chosen = section === undefined ? undefined : resume.sections[section];
	const sections =
		chosen === undefined
			? resume.sections
			: [entry === undefined ? chosen : { ...chosen, entries: [chosen.entries[entry]!] }];
	const style = styleSheet();
	const timeline = chosen === undefined ? timelineMarkup(resume) : undefined;
	const isAbove = (timeline?.rows ?? 0) <= shortTimeline;
	const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${titleOf(person)}</title>
<meta name="author" content="${person.name}">
<meta name="description" content="${descriptionOf(person)}">
${url !== undefined && html`<link rel="canonical" href="${url}">\n`}${alternates.map(
	({ href, type, label }) => html`<link rel="alternate" type="${type}" href="${href}" title="${label}">\n`,
)}${styleMarkup(style)}
${jsonMarkup("application/ld+json", jsonLd(person, sections, url))}
</head>
<body>
<main class="h-resume">
${headMarkup(resume)}
${isAbove && timeline?.markup}${sections.map(sectionMarkup)}${!isAbove && timeline?.markup}</main>
${alternates.length > 0 && html`<footer><ul>${alternates.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}</ul></footer>\n`}</body>
</html>
`;
	return page.source;
}

const titleOf = ({ name, role }: Person) => (role === undefined ? name : `${name} – ${role}`);

const descriptionOf = ({ name, role, headline, place }: Person) =>
	[name, role, headline, place].filter((text, index, all) => text && all.indexOf(text) === index).join(" · ");

/** The scripts that are written from right to left (Unicode Standard Annex #9). */
const rightToLeft = ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

/** @param language a BCP 47 tag. */
const directionOf = (language: string): "ltr" | "rtl" =>
	rightToLeft.includes(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
