import type { JsonResume, Location, Profile } from "./json-resume.ts";
import type { Contact, Person } from "./model.ts";
import { degreeText, fieldTitle, type Words } from "./words/words.ts";

/** The person that the résumé is about. */
export function toPerson({ basics, sections }: JsonResume, words: Words): Person {
	const place = placeOf(basics.location ?? {});
	const degree = sections.get("education")?.[0]?.texts;
	const studied = degreeText(words, degree?.get("studyType"), degree?.get("area"));
	return {
		name: basics.name ?? words.resume,
		headline: basics.label ?? place,
		role: basics.label ?? (studied?.replace(/\s*\n\s*/g, " ") || undefined),
		place,
		summary: basics.summary?.split(/\s*\n\s*/) ?? [],
		contacts: toContacts(basics, words),
		facts: basics.facts.map(({ field, text }) => ({ label: fieldTitle(words, field), text })),
	};
}

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
