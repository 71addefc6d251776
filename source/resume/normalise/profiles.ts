import { isObject, type Json, placeText } from "../document.ts";
import type { Basics, Profile } from "../json-resume.ts";
import { isSameAddress } from "../links.ts";
import type { Place } from "../private.ts";
import { fieldTitle } from "../words/words.ts";
import { isHidden, isMachineField } from "./machine-fields.ts";
import { addressOf, isWebAddress, leaves, lineOf, listOf, type Reading } from "./values.ts";

/** The profiles of a person. What is neither a profile nor an address becomes one of the facts of `basics`. */
export function profilesOf(reading: Reading, basics: Basics, value: unknown, place: Place): Profile[] {
	if (isObject(value) && !("network" in value) && !("url" in value) && !("username" in value)) {
		reading.note(
			place,
			"a list belongs here, not an object",
			`write ${placeText(place)} as a list of {network, username, url}`,
		);
		return Object.entries(value).flatMap(([key, item]) => ownField(reading, basics, key, item, [...place, key]));
	}

	return listOf(reading, value, place).flatMap(({ item, place: at }): Profile[] => {
		if (!isObject(item)) {
			return ownField(reading, basics, "profile", item, at);
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

/** A field of one's own: an address is a profile, anything else one of the facts of `basics`. */
export function ownField(reading: Reading, basics: Basics, field: string, value: unknown, place: Place): Profile[] {
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

/** Whether a profile is the person's own site once more, under another name: `website` beside `url`. */
export const isOwnSite = ({ network, username, url, note }: Profile, site: string | undefined): boolean =>
	site !== undefined &&
	url !== undefined &&
	username === undefined &&
	note === undefined &&
	/^(?:web|website|homepage|site|url|link)$/i.test(network ?? "web") &&
	isSameAddress(url, site);
