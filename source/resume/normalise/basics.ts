import { cleanLine } from "../clean.ts";
import { isObject, type Json, placeText } from "../document.ts";
import type { Basics, Profile } from "../json-resume.ts";
import { isSameAddress } from "../links.ts";
import type { NameParts } from "../model.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import { fieldTitle } from "../words/words.ts";
import { standardName } from "./field-names.ts";
import { locationOf } from "./location.ts";
import { isHidden, isMachineField } from "./machine-fields.ts";
import { addressOf, isWebAddress, leaves, lineOf, listOf, type Reading, textOf } from "./values.ts";

/** The person, with everything that the document says of them. */
export function toBasics(reading: Reading, value: unknown, place: Place): Basics {
	const basics: Basics = { emails: [], phones: [], profiles: [], facts: [] };
	const object = Array.isArray(value) ? value.find(isObject) : value;
	if (object !== value) {
		reading.note(place, "an object belongs here, not a list", "write the one object without the list around it");
	}

	if (!isObject(object)) {
		const name = lineOf(reading, value, place);
		if (name !== undefined) {
			reading.note(place, `an object belongs here, not ${described(value)}`, 'write {"name": …}');
		}

		return { ...basics, name };
	}

	const others = Array.isArray(value) ? leaves(value.filter((item) => item !== object)) : [];
	basics.facts.push(...others.map((text) => ({ field: text, text })));
	const loose = looseLocation(object);
	for (const [field, item, key] of renamed(object)) {
		if (!loose.includes(key)) {
			readField(reading, basics, field, item, [...place, key]);
		}
	}

	if (loose.length > 0) {
		const [key = ""] = loose;
		const address = object[key];
		const parts = Object.fromEntries(loose.map((each) => [each, object[each]]));
		const isWhole = loose.length === 1 && isObject(address);
		readField(reading, basics, "location", isWhole ? address : parts, isWhole ? [...place, key] : place);
	}

	basics.profiles = basics.profiles.filter((profile) => !isSite(profile, basics.url));
	const parts = partsOf(reading, object, place);
	if (basics.name === undefined) {
		return parts ? { ...basics, name: nameOf(parts), nameParts: parts } : basics;
	}

	for (const [part, text] of Object.entries(parts ?? {})) {
		if (!basics.name.includes(text) && !basics.facts.some((fact) => fact.text === text)) {
			basics.facts.push({ field: partFields[part as keyof NameParts], text });
		}
	}

	return basics;
}

/** The field that shows a part of a name which isn't in the name itself. */
const partFields: Record<keyof NameParts, string> = {
	prefix: "prefix",
	given: "firstName",
	additional: "middleName",
	family: "lastName",
	suffix: "suffix",
};

function readField(reading: Reading, basics: Basics, field: string, value: unknown, at: Place): void {
	switch (field) {
		case "profiles":
			basics.profiles.unshift(...profilesOf(reading, basics, value, at));
			break;
		case "location": {
			const { location, facts } = locationOf(reading, value, at);
			basics.location = location;
			basics.facts.push(...facts);
			break;
		}

		case "summary":
			basics.summary = [basics.summary, textOf(reading, value, at)].filter(Boolean).join("\n") || undefined;
			break;
		case "email":
			basics.emails.push(...many(reading, value, at));
			break;
		case "phone":
			basics.phones.push(...many(reading, value, at));
			break;
		case "url":
			readUrls(reading, basics, value, at);
			break;
		case "name":
			readName(reading, basics, value, at);
			break;
		case "label":
			readOnce(reading, basics, "label", value, at);
			break;
		case "image":
			readImage(reading, basics, value, at);
			break;
		case "firstName":
		case "middleName":
		case "lastName":
			break;
		default:
			// The parts of a name are read together, at the end.
			if (!isMachineField(field, value) && !(typeof value === "string" && isNamePart(field))) {
				basics.profiles.push(...others(reading, basics, field, value, at));
			}
	}
}

/** An address whose fields are among the person's own, if there's no location. */
function looseLocation(object: Json): string[] {
	const hasLocation = Object.keys(object).some((key) => standardName("basics", key) === "location");
	return hasLocation
		? []
		: Object.keys(object).filter((key) =>
				/^(?:address|city|postal_?code|zip(?:_?code)?|region|state|country(?:_?code)?)$/i.test(key),
			);
}

function renamed(object: Json): [field: string, value: unknown, key: string][] {
	return Object.entries(object).map(([key, value]) => {
		const name = standardName("basics", key);
		return [name !== key && Object.hasOwn(object, name) ? key : name, value, key];
	});
}

/** `{first, last}` and the like, beside texts. */
function readName(reading: Reading, basics: Basics, value: unknown, place: Place): void {
	const parts = isObject(value) ? partsOf(reading, value, place) : undefined;
	if (parts) {
		reading.note(place, "a text belongs here, not an object", `write "${nameOf(parts)}"`);
		basics.name = nameOf(parts);
		basics.nameParts = parts;
		const patterns = Object.values(partNames);
		for (const [key, item] of Object.entries(value as Json)) {
			const text = patterns.some((pattern) => pattern.test(key)) ? undefined : leaves(item).join(", ");
			if (text && !basics.name.includes(text) && !isMachineField(key, item)) {
				basics.facts.push({ field: key, text: cleanLine(text) });
			}
		}
	} else {
		readOnce(reading, basics, "name", value, place);
	}
}

/** What a person has one of: a second one, under another name, is a fact of its own. */
function readOnce(reading: Reading, basics: Basics, field: "name" | "label", value: unknown, place: Place): void {
	const text = lineOf(reading, value, place);
	if (text !== undefined && basics[field] !== undefined && text !== basics[field]) {
		basics.facts.push({ field: String(place.at(-1)), text });
	} else {
		basics[field] ??= text;
	}
}

/** The oldest version had the name in parts, and people still do. */
const partNames: Record<keyof NameParts, RegExp> = {
	prefix: /^(?:prefix|honorific)$/i,
	given: /^(?:first|given|fore)_?(?:names?)?$/i,
	additional: /^(?:middle|additional)_?(?:names?)?$/i,
	family: /^(?:last|family)_?(?:names?)?$|^surname$/i,
	suffix: /^suffix$/i,
};

const isNamePart = (field: string) =>
	[partNames.given, partNames.additional, partNames.family].some((pattern) => pattern.test(field));

function partsOf(reading: Reading, object: Json, place: Place): NameParts | undefined {
	const line = (pattern: RegExp) => {
		const key = Object.keys(object).find((candidate) => pattern.test(candidate));
		return key === undefined ? undefined : lineOf(reading, object[key], [...place, key]);
	};
	const parts = Object.fromEntries(
		Object.entries(partNames).flatMap(([part, pattern]) => {
			const text = line(pattern);
			return text === undefined ? [] : [[part, text]];
		}),
	);
	return parts.given === undefined && parts.family === undefined ? undefined : parts;
}

/** In the order in which the parts are said: the family name first in Chinese, Japanese and Korean. */
function nameOf({ prefix, given, additional, family, suffix }: NameParts): string {
	const isFamilyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(
		(family ?? "") + (given ?? ""),
	);
	const parts = isFamilyFirst ? [family, given] : [prefix, given, additional, family, suffix];
	return parts.filter((part) => part !== undefined).join(" ");
}

/** One text or several: a list, or an object such as `{work, home}`. */
function many(reading: Reading, value: unknown, place: Place): string[] {
	if (typeof value !== "object" || value === null) {
		const text = lineOf(reading, value, place);
		return text === undefined ? [] : [text];
	}

	reading.note(place, `one text belongs here, not ${described(value)}`, "write one, and the others as profiles");
	return leaves(value).flatMap((leaf) => lineOf(reading, leaf, place) ?? []);
}

/** An address, or data within the document (RFC 2397). The name of a file says nothing without the file; words do. */
function readImage(reading: Reading, basics: Basics, value: unknown, place: Place): void {
	const isWhole = typeof value !== "object" || value === null;
	const texts = !isWhole
		? Object.entries(value).flatMap(([key, item]) => (key !== "url" && isMachineField(key, item) ? [] : leaves(item)))
		: [value];
	for (const text of texts.flatMap((each) => lineOf(reading, each, place) ?? [])) {
		if (/^(?:https?:\/\/\S+|data:image\/[\w.+-]+;base64,[\w+/=]+)$/i.test(text) && basics.image === undefined) {
			basics.image = text;
		} else if (isWebAddress(text) || !/[/\\]|\.\w{2,5}$|^data:/.test(text)) {
			basics.profiles.push(...others(reading, basics, String(place.at(-1)), text, place));
		}
	}
}

function readUrls(reading: Reading, basics: Basics, value: unknown, place: Place): void {
	for (const text of many(reading, value, place)) {
		const url = addressOf(reading, text, place);
		if (url === undefined) {
			basics.facts.push({ field: "link", text });
		} else if (basics.url === undefined) {
			basics.url = url;
		} else if (!isSameAddress(url, basics.url)) {
			basics.profiles.push({ network: reading.phrases.contacts.web, url });
		}
	}
}

/** The person's own site once more, under another name: `website` beside `url`. */
const isSite = ({ network, username, url, note }: Profile, site: string | undefined): boolean =>
	site !== undefined &&
	url !== undefined &&
	username === undefined &&
	note === undefined &&
	/^(?:web|website|homepage|site|url|link)$/i.test(network ?? "web") &&
	isSameAddress(url, site);

function profilesOf(reading: Reading, basics: Basics, value: unknown, place: Place): Profile[] {
	if (isObject(value) && !("network" in value) && !("url" in value) && !("username" in value)) {
		reading.note(
			place,
			"a list belongs here, not an object",
			`write ${placeText(place)} as a list of {network, username, url}`,
		);
		return Object.entries(value).flatMap(([key, item]) => others(reading, basics, key, item, [...place, key]));
	}

	return listOf(reading, value, place).flatMap(({ item, place: at }): Profile[] => {
		if (!isObject(item)) {
			return others(reading, basics, "profile", item, at);
		}

		return isHidden(item) ? [] : profileOf(reading, item, at);
	});
}

const profileFields = {
	url: ["url", "link", "website", "href"],
	username: ["username", "user", "handle"],
	network: ["network", "name", "label", "type", "title"],
};

/** A profile, its further fields as its note: "My blog". */
function profileOf(reading: Reading, item: Json, at: Place): Profile[] {
	const used = new Set<string>();
	const line = (names: string[]) => {
		const key = names.find((name) => item[name] !== undefined && item[name] !== null && item[name] !== "");
		if (key === undefined) {
			return undefined;
		}

		used.add(key);
		return lineOf(reading, item[key], [...at, key]);
	};
	const address = line(profileFields.url);
	const url = address === undefined ? undefined : addressOf(reading, address, at);
	const named = line(profileFields.username);
	const [username, unopened] = url === undefined ? [named ?? address, named && address] : [named, undefined];
	const network = line(profileFields.network);
	const others = Object.entries(item).filter(([key, value]) => !used.has(key) && !isMachineField(key, value));
	const note = (unopened === undefined ? [] : [unopened]).concat(
		others.flatMap(([key, value]) => {
			const text = lineOf(reading, value, [...at, key]);
			const isTitle = /^(?:title|name|label|description)$/i.test(key);
			return text === undefined
				? []
				: [isTitle ? text : `${fieldTitle(reading.phrases, key)}${reading.phrases.colon}${text}`];
		}),
	);
	return network === undefined && username === undefined && url === undefined && note.length === 0
		? []
		: [{ network, username, url, ...(note.length > 0 && { note: note.join(", ") }) }];
}

/** A field of one's own: an address is a profile, anything else a fact. */
function others(reading: Reading, basics: Basics, field: string, value: unknown, place: Place): Profile[] {
	const text = lineOf(reading, isObject(value) ? leaves(value).join(", ") : value, place);
	if (text === undefined) {
		return [];
	}

	if (isWebAddress(text)) {
		return [{ network: fieldTitle(reading.phrases, field), url: text }];
	}

	basics.facts.push({ field, text });
	return [];
}
