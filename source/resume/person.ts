import type { JsonResume, Location, Profile } from "./json-resume.ts";
import type { Contact, Person } from "./model.ts";

/** The person that the résumé is about. */
export function toPerson({ basics, sections }: JsonResume): Person {
	const place = placeOf(basics.location ?? {});
	const degree = sections.get("education")?.[0]?.texts;
	const studied = [degree?.get("studyType"), degree?.get("area")].filter((part) => part !== undefined).join(" in ");
	return {
		name: basics.name ?? "Résumé",
		headline: basics.label ?? place,
		role: basics.label ?? (studied.replace(/\s*\n\s*/g, " ") || undefined),
		place,
		summary: basics.summary?.split(/\s*\n\s*/) ?? [],
		contacts: toContacts(basics),
	};
}

/** An address names its country itself: the code of two letters is for machines then. */
function placeOf({ address, postalCode, city, region, country, countryCode }: Location): string | undefined {
	const town = [postalCode, city].filter((part) => part !== undefined).join(" ");
	const parts = [town, region, country ?? (address === undefined ? countryCode : undefined)];
	const rest = parts.filter((part) => part !== undefined && part !== "" && !address?.includes(part));
	return [address, ...rest].filter((part) => part !== undefined).join(", ") || undefined;
}

function toContacts({ email, phone, url, profiles }: JsonResume["basics"]): Contact[] {
	const contacts: Contact[] = [];
	if (email !== undefined) {
		const href = /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${email}` : "";
		contacts.push({ kind: "mail", label: "Mail", text: email, href });
	}

	if (phone !== undefined) {
		const digits = phone.replace(/[^+\d]/g, "");
		contacts.push({ kind: "phone", label: "Phone", text: phone, href: digits === "" ? "" : `tel:${digits}` });
	}

	if (url !== undefined) {
		contacts.push({ kind: "web", label: "Web", text: url, href: url });
	}

	return [...contacts, ...profiles.flatMap(toContact)];
}

/** The address is what is shown; a name that does not stand in it goes with the network's. */
function toContact({ network = "Profile", username, url }: Profile): Contact[] {
	const text = url ?? username;
	if (text === undefined) {
		return [];
	}

	const isExtra = url !== undefined && username !== undefined && !url.toLowerCase().includes(username.toLowerCase());
	return [{ kind: "profile", label: isExtra ? `${network} (${username})` : network, text, href: url ?? "" }];
}
