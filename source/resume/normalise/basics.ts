import { cleanLine } from "../clean.ts";
import { isObject, type Json } from "../document.ts";
import type { Basics } from "../json-resume.ts";
import { isSameAddress } from "../links.ts";
import type { NameParts } from "../model.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import { standardName, standardNameIn } from "./field-names.ts";
import { locationOf } from "./location.ts";
import { isMachineField } from "./machine-fields.ts";
import { fullName, isNamePart, namePartsOf, partFields, partKeys } from "./name-parts.ts";
import { isOwnSite, ownField, profilesOf } from "./profiles.ts";
import { addressOf, isWebAddress, leaves, lineOf, type Reading, textOf } from "./values.ts";

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
	for (const [key, item] of Object.entries(object)) {
		if (!loose.includes(key)) {
			readField(reading, basics, standardNameIn(object, "basics", key), item, [...place, key]);
		}
	}

	if (loose.length > 0) {
		const [key = ""] = loose;
		const address = object[key];
		const parts = Object.fromEntries(loose.map((each) => [each, object[each]]));
		const isWhole = loose.length === 1 && isObject(address);
		readField(reading, basics, "location", isWhole ? address : parts, isWhole ? [...place, key] : place);
	}

	basics.profiles = basics.profiles.filter((profile) => !isOwnSite(profile, basics.url));
	const parts = namePartsOf(reading, object, place);
	if (basics.name === undefined) {
		return parts ? { ...basics, name: fullName(parts), nameParts: parts } : basics;
	}

	for (const [part, text] of Object.entries(parts ?? {})) {
		if (!basics.name.includes(text) && !basics.facts.some((fact) => fact.text === text)) {
			basics.facts.push({ field: partFields[part as keyof NameParts], text });
		}
	}

	return basics;
}

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
				basics.profiles.push(...ownField(reading, basics, field, value, at));
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

/** `{first, last}` and the like, beside texts. */
function readName(reading: Reading, basics: Basics, value: unknown, place: Place): void {
	const parts = isObject(value) ? namePartsOf(reading, value, place) : undefined;
	if (parts) {
		reading.note(place, "a text belongs here, not an object", `write "${fullName(parts)}"`);
		basics.name = fullName(parts);
		basics.nameParts = parts;
		const patterns = Object.values(partKeys);
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
			basics.profiles.push(...ownField(reading, basics, String(place.at(-1)), text, place));
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
