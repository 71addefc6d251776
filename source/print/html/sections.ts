import { type EntryGroup, groupsOf, underHeading } from "../../resume/groups.ts";
import type { Block, DateRange, Entry, Section } from "../../resume/model.ts";
import { linkTarget } from "./address.ts";
import { html, joined, type Markup } from "./markup.ts";
import { bodyMarkup, linkMarkup, spanMarkup } from "./text.ts";

const separator = html`<span class="dot"> · </span>`;

/** What a section's entries are in an h-resume; others are plain. */
const entryClasses: Record<string, string> = {
	work: "p-experience h-event",
	volunteer: "p-experience h-event",
	education: "p-education h-event",
	publications: "h-cite",
	skills: "p-skill",
};

export function sectionMarkup(section: Section): Markup {
	const { id, title, source, entries } = section;
	const isSummary = source === "basics";
	return html`<section id="${id}"${isSummary && html` class="p-summary"`}>
<h2>${title}</h2>
${groupsOf(entries).map((group) => groupMarkup(group, section))}</section>
`;
}

/** Entries of one employer under its name, or one that has no heading above it but the section's. */
function groupMarkup({ group, entries }: EntryGroup, section: Section): Markup {
	if (!group) {
		return html`${entries.map(({ entry }) => articleMarkup(entry, section, section.title, 3))}`;
	}

	const { title, details, links } = group;
	const parts = [
		...details.map((detail) => html`<span>${detail}</span>`),
		...links.map(({ label, url }) => linkMarkup(label, url)),
	];
	return html`<div class="group">
<h3>${title}</h3>
${
	parts.length > 0 &&
	html`<p class="details">${joined(parts, separator)}</p>
`
}${entries.map(({ entry }) => articleMarkup(underHeading(entry), section, title, 4))}</div>
`;
}

function articleMarkup(entry: Entry, { id, source }: Section, heading: string, level: 3 | 4): Markup {
	const kind = entryClasses[source];
	return html`<article id="${entryAnchor(id, entry)}"${kind !== undefined && html` class="${kind}"`}>
${entryMarkup(entry, heading, level)}</article>
`;
}

/** What an entry is linked to by: unique in the page, as an entry's id is in its section and a section's in the résumé. */
export const entryAnchor = (section: string, entry: Pick<Entry, "id">): string => `${section}/${entry.id}`;

/** @param heading what is above the entry: a title that only repeats it, as of a section with a single text, is left out. */
function entryMarkup(entry: Entry, heading: string, level: 3 | 4): Markup {
	const { title, dates, details, people, peopleNote, body, links } = entry;
	const isRepeated = title === heading;
	const titleLink = isRepeated ? undefined : links.find(({ label, url }) => label === title && linkTarget(url));
	const linked = new Set(body.flatMap(addresses));
	const others = links.filter((link) => link !== titleLink && !linked.has(link.url));
	return html`${
		!(isRepeated && dates === undefined) &&
		html`<div class="title">${
			!isRepeated && headingMarkup(level, titleLink ? linkMarkup(title, titleLink.url, "u-url") : html`${title}`)
		}${dates && html`<p class="dates">${datesMarkup(dates, entry.publication !== undefined)}</p>`}</div>
`
	}${
		details.length > 0 &&
		html`<p class="details">${joined(
			details.map((detail) => html`<span>${detail}</span>`),
			separator,
		)}</p>\n`
	}${
		people.length > 0 &&
		html`<p class="people">${people.map(spanMarkup)}${peopleNote && html` <span class="quiet">(${peopleNote})</span>`}</p>\n`
	}${bodyMarkup(body)}${others.length > 0 && html`<ul class="links">${others.map(({ label, url }) => html`<li>${linkMarkup(label, url, "u-url")}</li>`)}</ul>\n`}`;
}

const headingMarkup = (level: 3 | 4, content: Markup): Markup =>
	level === 3 ? html`<h3 class="p-name">${content}</h3>` : html`<h4 class="p-name">${content}</h4>`;

const addresses = ({ spans, children }: Block): string[] => [
	...spans.flatMap(({ href }) => href ?? []),
	...children.flatMap(addresses),
];

/** The words of the dates, those that are understood marked for machines: the first as the start, the second as the end. */
function datesMarkup({ text, moments = [] }: DateRange, isPublication: boolean): Markup {
	const classes = isPublication ? ["dt-published"] : ["dt-start", "dt-end"];
	const parts: Markup[] = [];
	let rest = text;
	for (const [index, moment] of moments.entries()) {
		const start = rest.indexOf(moment.text);
		if (start !== -1) {
			parts.push(
				html`${rest.slice(0, start)}<time class="${classes[index]}" datetime="${moment.iso}">${moment.text}</time>`,
			);
			rest = rest.slice(start + moment.text.length);
		}
	}

	return html`${parts}${rest}`;
}
