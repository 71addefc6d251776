import { isObject, type Json, placeText } from "../document.ts";
import type { Basics, Location, Profile } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import { fieldTitle } from "../words/words.ts";
import { standardName } from "./field-names.ts";
import { addressOf, isWebAddress, leaves, lineOf, listOf, type Reading, textOf } from "./values.ts";

/** The oldest version had the name in parts. */
const nameParts = ["firstName", "middleName", "lastName"];

/** No contacts: a picture is not for a terminal. */
const unshown = new Set(["image", ...nameParts]);

/** The person. What the standard has no field for is a profile, so that it is shown with the contacts. */
export function toBasics(reading: Reading, value: unknown, place: Place): Basics {
	const basics: Basics = { profiles: [], facts: [] };
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

	const fields = renamed(object);
	for (const [field, item, key] of fields) {
		const at = [...place, key];
		if (field === "profiles") {
			basics.profiles.unshift(...profilesOf(reading, item, at));
		} else if (field === "location") {
			basics.location = locationOf(reading, item, at);
		} else if (field === "summary") {
			basics.summary = textOf(reading, item, at);
		} else if (field === "email" || field === "phone") {
			const [first, ...others] = many(reading, item, at);
			basics[field] = first?.text;
			basics.profiles.push(
				...others.map(({ text }) => ({ network: fieldTitle(reading.phrases, field), username: text })),
			);
		} else if (field === "url") {
			readUrls(reading, basics, item, at);
		} else if (field === "name" || field === "label") {
			basics[field] = lineOf(reading, item, at);
		} else if (!unshown.has(field)) {
			basics.profiles.push(...others(reading, field, item, at));
		}
	}

	basics.name ??= fullName(reading, object, place);
	return basics;
}

function renamed(object: Json): [field: string, value: unknown, key: string][] {
	return Object.entries(object).map(([key, value]) => {
		const name = standardName("basics", key);
		return [name !== key && Object.hasOwn(object, name) ? key : name, value, key];
	});
}

function fullName(reading: Reading, object: Json, place: Place): string | undefined {
	const parts = nameParts.flatMap((part) => lineOf(reading, object[part], [...place, part]) ?? []);
	return parts.join(" ") || undefined;
}

/** One text or several: a list, or an object such as `{work, home}`. */
function many(reading: Reading, value: unknown, place: Place): { text: string }[] {
	if (typeof value !== "object" || value === null) {
		const text = lineOf(reading, value, place);
		return text === undefined ? [] : [{ text }];
	}

	reading.note(place, `one text belongs here, not ${described(value)}`, "write one, and the others as profiles");
	return leaves(value).flatMap((leaf) => {
		const text = lineOf(reading, leaf, place);
		return text === undefined ? [] : [{ text }];
	});
}

function readUrls(reading: Reading, basics: Basics, value: unknown, place: Place): void {
	for (const { text } of many(reading, value, place)) {
		const url = addressOf(reading, text, place);
		if (basics.url === undefined && url !== undefined) {
			basics.url = url;
		} else {
			basics.profiles.push({
				network: reading.phrases.contacts.web,
				username: url === undefined ? text : undefined,
				url,
			});
		}
	}
}

function locationOf(reading: Reading, value: unknown, place: Place): Location {
	const object = Array.isArray(value) ? value.find(isObject) : value;
	if (!isObject(object)) {
		return { address: lineOf(reading, value, place) };
	}

	const line = (field: string) => lineOf(reading, object[field], [...place, field]);
	return {
		address: textOf(reading, object.address, [...place, "address"])
			?.split(/\s*\n\s*/)
			.join(", "),
		postalCode: line("postalCode"),
		city: line("city"),
		region: line("region") ?? line("state"),
		countryCode: line("countryCode"),
		country: line("country"),
	};
}

function profilesOf(reading: Reading, value: unknown, place: Place): Profile[] {
	if (isObject(value) && !("network" in value) && !("url" in value) && !("username" in value)) {
		reading.note(
			place,
			"a list belongs here, not an object",
			`write ${placeText(place)} as a list of {network, username, url}`,
		);
		return Object.entries(value).flatMap(([key, item]) => others(reading, key, item, [...place, key]));
	}

	return listOf(reading, value, place).flatMap(({ item, place: at }): Profile[] => {
		if (!isObject(item)) {
			return others(reading, "profile", item, at);
		}

		const line = (...names: string[]) =>
			names.map((name) => lineOf(reading, item[name], [...at, name])).find((text) => text !== undefined);
		const address = line("url", "link", "website", "href");
		const url = address === undefined ? undefined : addressOf(reading, address, at);
		const username = line("username", "user", "handle") ?? (url === undefined ? address : undefined);
		const network = line("network", "name", "label", "type", "title");
		return username === undefined && url === undefined && network === undefined
			? []
			: [{ network, username: username ?? (url === undefined ? network : undefined), url }];
	});
}

/** A field of one's own, as a profile. */
function others(reading: Reading, field: string, value: unknown, place: Place): Profile[] {
	const text = lineOf(reading, isObject(value) ? leaves(value).join(", ") : value, place);
	if (text === undefined) {
		return [];
	}

	const network = fieldTitle(reading.phrases, field);
	return [isWebAddress(text) ? { network, url: text } : { network, username: text }];
}
