import type { Block, Contact, DateRange, Entry, Resume, Section, Span } from "../../resume/model.ts";
import { linkTarget } from "./address.ts";
import { html, joined, type Markup } from "./markup.ts";

const separator = html`<span class="dot"> · </span>`;

/** Name, headline and the ways to reach the person: an h-card (https://microformats.org/wiki/h-card). */
export function headMarkup({ person, words }: Resume): Markup {
	const { name, headline, role, place, contacts } = person;
	const about = [headline ?? role, place].filter((text, index, all) => text && all.indexOf(text) === index);
	return html`<header class="p-contact h-card">
<h1 class="p-name">${name}</h1>
${about.map((text) => html`<p class="${text === place ? "p-adr" : "p-job-title"}">${text}</p>\n`)}${
	contacts.length > 0 &&
	html`<ul class="contacts">${contacts.map((contact) => html`<li>${contactMarkup(contact, words.colon)}</li>`)}</ul>\n`
}</header>
`;
}

const contactClasses: Record<Contact["kind"], string> = {
	mail: "u-email",
	phone: "p-tel",
	web: "u-url",
	profile: "u-url",
};

function contactMarkup({ kind, label, text, href }: Contact, colon: string): Markup {
	const named = kind === "profile" && html`<span class="quiet">${label}${colon}</span>`;
	const target = linkTarget(href);
	return target === undefined
		? html`${named}<bdi>${text}</bdi>`
		: html`${named}<a class="${contactClasses[kind]}" href="${target}"><bdi>${text}</bdi></a>`;
}

/** What a section's entries are in an h-resume; others are plain. */
const entryClasses: Record<string, string> = {
	work: "p-experience h-event",
	volunteer: "p-experience h-event",
	education: "p-education h-event",
	publications: "h-cite",
	skills: "p-skill",
};

export function sectionMarkup({ id, title, source, entries }: Section): Markup {
	const isSummary = source === "basics";
	return html`<section id="${id}"${isSummary && html` class="p-summary"`}>
<h2>${title}</h2>
${entries.map(
	(
		entry,
	) => html`<article id="${entryAnchor(id, entry)}"${entryClasses[source] && html` class="${entryClasses[source]}"`}>
${entryMarkup(entry, title)}</article>
`,
)}</section>
`;
}

/** What an entry is linked to by: unique in the page, as an entry's id is in its section and a section's in the résumé. */
export const entryAnchor = (section: string, entry: Pick<Entry, "id">): string => `${section}/${entry.id}`;

/** @param heading the section's: a title that only repeats it, as of a section with a single text, is left out. */
function entryMarkup(entry: Entry, heading: string): Markup {
	const { title, dates, details, people, peopleNote, body, links } = entry;
	const isRepeated = title === heading;
	const titleLink = isRepeated ? undefined : links.find(({ label, url }) => label === title && linkTarget(url));
	const linked = new Set(body.flatMap(addresses));
	const others = links.filter((link) => link !== titleLink && !linked.has(link.url));
	return html`${
		!(isRepeated && dates === undefined) &&
		html`<div class="title">${
			!isRepeated && html`<h3 class="p-name">${titleLink ? linkMarkup(title, titleLink.url, "u-url") : title}</h3>`
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

/** Paragraphs, and bullets that follow each other as one list. */
function bodyMarkup(body: readonly Block[]): Markup {
	const parts: Markup[] = [];
	for (let index = 0; index < body.length; ) {
		const { kind, spans, children } = body[index]!;
		if (kind === "paragraph") {
			parts.push(html`<p>${spans.map(spanMarkup)}</p>\n${children.length > 0 && listMarkup(children)}`);
			index++;
		} else {
			const end = body.findIndex((block, other) => other > index && block.kind !== "bullet");
			const bullets = body.slice(index, end === -1 ? undefined : end);
			parts.push(listMarkup(bullets));
			index += bullets.length;
		}
	}

	return html`${parts}`;
}

function listMarkup(bullets: readonly Block[]): Markup {
	return html`<ul>
${bullets.map(
	({ spans, children }) =>
		html`<li>${spans.map(spanMarkup)}${children.length > 0 && html`\n${listMarkup(children)}`}</li>\n`,
)}</ul>
`;
}

function spanMarkup({ text, href, isOwner, isBold, isItalic, isCode }: Span): Markup {
	const content = href === undefined ? html`${text}` : linkMarkup(text, href);
	const literal = isCode ? html`<code>${content}</code>` : content;
	const emphasised = isItalic ? html`<em>${literal}</em>` : literal;
	return isOwner || isBold ? html`<strong>${emphasised}</strong>` : emphasised;
}

/** A link that says where it leads on paper too, unless its text is the address. */
function linkMarkup(text: string, url: string, kind?: string): Markup {
	const target = linkTarget(url);
	if (target === undefined) {
		return html`${text}${text !== url && html` (${url})`}`;
	}

	const isNamed = text !== url && /^https?:/.test(target);
	const classes = [kind, isNamed ? "named" : undefined].filter((each) => each !== undefined).join(" ");
	return html`<a${classes !== "" && html` class="${classes}"`} href="${target}">${text}</a>`;
}
