import { blockTexts } from "./blocks.ts";
import { monthsOf } from "./dates.ts";
import { createEntryText, type EntryText, paragraphBlocks } from "./entry-text.ts";
import type { Basics, BasicsFact, JsonEntry, JsonResume, Profile } from "./json-resume.ts";
import type { Block, Contact, MonthIndex, Person } from "./model.ts";
import { isWebAddress } from "./normalise/values.ts";
import { placeText, toAddress } from "./place.ts";
import type { Setting } from "./sections.ts";
import { degreeText, fieldTitle, type Words, withLabel } from "./words/words.ts";

/** The person that the résumé is about. */
export function toPerson({ basics, sections }: JsonResume, setting: Setting): Person {
	const { words } = setting;
	const text = createEntryText([], setting.inline);
	const { location = {}, image } = basics;
	const place = placeText(location, { namesOf: setting.countryNames, comma: words.comma });
	const degree = sections.get("education")?.[0]?.texts;
	const studied = degreeText(words, degree?.get("studyType"), degree?.get("area"));
	const label = basics.label === undefined ? undefined : text.plain(basics.label);
	const { school, jobs } = presentOf(sections, setting.today);
	const job = jobOf(label, jobs, school !== undefined);
	// A student's job is beside the studies, if no label says otherwise.
	const isStudent = label === undefined && school !== undefined;
	const role = (isStudent ? undefined : job?.get("position")) ?? studied;
	const organization = (isStudent ? undefined : job?.get("name")) ?? school?.get("institution");
	const paragraphs = paragraphBlocks(basics.summary === undefined ? [] : [basics.summary], text);
	const facts = [
		...basics.profiles.flatMap((profile) => accountBlock(profile, words, text)),
		...basics.facts.map((fact) => factBlock(fact, words, text)),
	];
	return {
		name: basics.name ?? words.resume,
		headline: label ?? place,
		role: label ?? (role === undefined ? undefined : text.plain(role)),
		place,
		address: toAddress(location, setting.countryNames),
		summary: paragraphs.flatMap(blockTexts),
		about: [...paragraphs, ...facts, ...pictureOf(image, words)],
		contacts: toContacts(basics, setting),
		...(basics.nameParts && { nameParts: basics.nameParts }),
		...(organization !== undefined && { organization }),
		...(image !== undefined && { image }),
		...(basics.url !== undefined && { page: basics.url }),
	};
}

/** Only what is going on shows where somebody is: a role and an organisation of different times would make a false pair. */
function presentOf(sections: JsonResume["sections"], today: MonthIndex) {
	const isCurrent = ({ startDate = "", endDate, endDateExpected, isOngoing }: JsonEntry) => {
		const start = monthsOf(startDate)?.first;
		const hasBegun = start === undefined ? isOngoing : start <= today;
		return endDate === undefined ? hasBegun : endDateExpected || (monthsOf(endDate)?.last ?? 0) >= today;
	};
	const current = (section: string) => (sections.get(section) ?? []).filter(isCurrent).map(({ texts }) => texts);
	return { school: current("education")[0], jobs: current("work") };
}

/** Of several jobs the one that the label speaks of; of a student's, whose label may speak of the studies, no other. */
function jobOf(label: string | undefined, jobs: readonly Map<string, string>[], isStudying: boolean) {
	const words = wordsOf(label ?? "");
	// East Asian words aren't apart: "产品经理" is in "高级产品经理".
	const isMeant = (word: string) => words.some((other) => other === word || (isWide(other) && word.includes(other)));
	const meant = jobs.find((job) => wordsOf(job.get("position") ?? "").some(isMeant));
	return meant ?? (label !== undefined && isStudying ? undefined : jobs[0]);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
const isWide = (word: string) => /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}/u.test(word);

/**
 * An account without an address can't be opened, and its name alone says nothing: "Telegram: zz". A network is a name,
 * and keeps its spelling: "GitHub".
 */
function accountBlock({ network, username, url, note }: Profile, words: Words, text: EntryText): Block[] {
	const said = [username, note].filter((part) => part !== undefined).join(", ");
	if (url !== undefined || (network === undefined && said === "")) {
		return [];
	}

	return [
		labelledBlock(said === "" ? undefined : (network ?? fieldTitle(words, "profile")), said || network!, words, text),
	];
}

/** "Nationality: French". */
const factBlock = ({ field, text: said }: BasicsFact, words: Words, text: EntryText): Block =>
	labelledBlock(field === said ? undefined : fieldTitle(words, field), said, words, text);

function labelledBlock(label: string | undefined, text: string, words: Words, { spans }: EntryText): Block {
	const value = isWebAddress(text) ? [{ text, href: text }] : spans(text);
	return {
		kind: "bullet",
		spans: label === undefined ? value : [{ text: withLabel(words, label, "") }, ...value],
		children: [],
	};
}

/** A terminal shows no pictures, but it can say where one is. */
const pictureOf = (image: string | undefined, words: Words): Block[] =>
	image !== undefined && isWebAddress(image)
		? [
				{
					kind: "bullet",
					spans: [{ text: fieldTitle(words, "image") + words.colon }, { text: image, href: image }],
					children: [],
				},
			]
		: [];

function toContacts(
	{ emails, phones, url, profiles, location }: Basics,
	{ words: { contacts: labels }, phoneLink }: Setting,
): Contact[] {
	return [
		...emails.map((text): Contact => {
			const href = /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : "";
			return { kind: "mail", label: labels.mail, text, href };
		}),
		...phones.map((text): Contact => {
			const href = plainPhone(text) ?? phoneLink(text, location?.countryCode) ?? "";
			return { kind: "phone", label: labels.phone, text, href };
		}),
		...(url === undefined ? [] : [{ kind: "web" as const, label: labels.web, text: url, href: url }]),
		...profiles.flatMap((profile) => toContact(profile, labels.profile)),
	];
}

/** What doesn't need the telephone library: a plus sign and groups of digits, without a 0 that is only dialled at home. */
export const plainPhone = (text: string): string | undefined =>
	/^\+[1-9](?!\d{0,2}[ .-]0|\d0)(?:[ .-]?\d){6,14}$/.test(text) ? `tel:${text.replace(/[^+\d]/g, "")}` : undefined;

/** The address is what is shown; a name or a title that it doesn't hold goes with the network's. */
function toContact({ network, username, url, note }: Profile, profile: string): Contact[] {
	if (url === undefined) {
		return [];
	}

	const label = network ?? profile;
	const isExtra = username !== undefined && !url.toLowerCase().includes(username.toLowerCase());
	const extras = [isExtra ? username : undefined, note].filter((part) => part !== undefined);
	return [
		{ kind: "profile", label: extras.length > 0 ? `${label} (${extras.join(", ")})` : label, text: url, href: url },
	];
}
