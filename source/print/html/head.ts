import type { Contact, Resume } from "../../resume/model.ts";
import { type Words, withLabel } from "../../resume/words/words.ts";
import { linkTarget } from "./address.ts";
import { html, type Markup } from "./markup.ts";

/** Name, headline and the ways to reach the person: an h-card (https://microformats.org/wiki/h-card). */
export function headMarkup({ person, words }: Resume): Markup {
	const { name, headline, role, place, contacts } = person;
	const about = [role, headline, place].filter((text, index, all) => text && all.indexOf(text) === index);
	return html`<header class="p-contact h-card">
<h1 class="p-name">${name}</h1>
${about.map((text) => html`<p class="${text === place ? "p-adr" : "p-job-title"}">${text}</p>\n`)}${
	contacts.length > 0 &&
	html`<ul class="contacts">${contacts.map((contact) => html`<li>${contactMarkup(contact, words)}</li>`)}</ul>\n`
}</header>
`;
}

const contactClasses: Record<Contact["kind"], string> = {
	mail: "u-email",
	phone: "p-tel",
	web: "u-url",
	profile: "u-url",
};

function contactMarkup({ kind, label, text, href }: Contact, words: Words): Markup {
	const named = kind === "profile" && html`<span class="quiet">${withLabel(words, label, "")}</span>`;
	const target = linkTarget(href);
	return target === undefined
		? html`${named}<bdi>${text}</bdi>`
		: html`${named}<a class="${contactClasses[kind]}" href="${target}"><bdi>${text}</bdi></a>`;
}
