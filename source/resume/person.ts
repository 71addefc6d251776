import { spansText } from "./blocks.ts";
import { createEntryText, type EntryText, paragraphBlocks } from "./entry-text.ts";
import type { BasicsFact, JsonResume, Location, Profile } from "./json-resume.ts";
import type { Block, Contact, Person } from "./model.ts";
import type { Setting } from "./sections.ts";
import { degreeText, fieldTitle, type Words, withLabel } from "./words/words.ts";

/** The person that the résumé is about. */
export function toPerson({ basics, sections }: JsonResume, { words, inline }: Setting): Person {
	const text = createEntryText([], inline);
	const place = placeOf(basics.location ?? {});
	const degree = sections.get("education")?.[0]?.texts;
	const studied = degreeText(words, degree?.get("studyType"), degree?.get("area"));
	const label = basics.label === undefined ? undefined : text.plain(basics.label);
	const paragraphs = paragraphBlocks(basics.summary === undefined ? [] : [basics.summary], text);
	return {
		name: basics.name ?? words.resume,
		headline: label ?? place,
		role: label ?? (studied === undefined ? undefined : text.plain(studied)),
		place,
		summary: paragraphs.map(({ spans }) => spansText(spans)),
		about: [...paragraphs, ...basics.facts.map((fact) => factBlock(fact, words, text))],
		contacts: toContacts(basics, words),
	};
}

/** "Nationality: French". */
const factBlock = ({ field, text }: BasicsFact, words: Words, { spans }: EntryText): Block => ({
	kind: "bullet",
	spans: [{ text: withLabel(words, fieldTitle(words, field), "") }, ...spans(text)],
	children: [],
});

/** An address names its country itself: the code of two letters is for machines then. */
function placeOf({ address, postalCode, city, region, country, countryCode }: Location): string | undefined {
	const town = [postalCode, city].filter((part) => part !== undefined).join(" ");
	const parts = [town, region, country ?? (address === undefined ? countryCode : undefined)];
	const rest = parts.filter((part) => part !== undefined && part !== "" && !address?.includes(part));
	return [address, ...rest].filter((part) => part !== undefined).join(", ") || undefined;
}

function toContacts({ email, phone, url, profiles }: JsonResume["basics"], { contacts: labels }: Words): Contact[] {
	const contacts: Contact[] = [];
	if (email !== undefined) {
		const href = /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${email}` : "";
		contacts.push({ kind: "mail", label: labels.mail, text: email, href });
	}

	if (phone !== undefined) {
		const digits = phone.replace(/[^+\d]/g, "");
		contacts.push({ kind: "phone", label: labels.phone, text: phone, href: digits === "" ? "" : `tel:${digits}` });
	}

	if (url !== undefined) {
		contacts.push({ kind: "web", label: labels.web, text: url, href: url });
	}

	return [...contacts, ...profiles.flatMap((profile) => toContact(profile, labels.profile))];
}

/** The address is what is shown; a name that does not stand in it goes with the network's. */
function toContact({ network, username, url }: Profile, otherwise: string): Contact[] {
	const text = url ?? username;
	if (text === undefined) {
		return [];
	}

	const label = network ?? otherwise;
	const isExtra = url !== undefined && username !== undefined && !url.toLowerCase().includes(username.toLowerCase());
	return [{ kind: "profile", label: isExtra ? `${label} (${username})` : label, text, href: url ?? "" }];
}
