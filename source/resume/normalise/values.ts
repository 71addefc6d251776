import { cleanLine, cleanText } from "../clean.ts";
import { isObject, type Json, type Note } from "../document.ts";
import type { EntryLink } from "../json-resume.ts";
import type { CountryNames } from "../place.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import type { Phrases } from "../words/words.ts";
import { type Decode, hasHtml, plainText } from "./html.ts";
import { isMachineField } from "./machine-fields.ts";

/** What reading a document carries along. */
export type Reading = {
	note: Note;
	decode: Decode;
	/** In the language of the document. */
	phrases: Phrases;
	countryNames: CountryNames;
	/** Collects the links in the texts of one entry. */
	links?: EntryLink[];
};

/** A text that may have several lines; undefined if there is none. */
export function textOf(reading: Reading, value: unknown, place: Place): string | undefined {
	const words = wordsOf(reading, value, place);
	if (words === undefined || !hasHtml(words)) {
		return tidy(words);
	}

	const plain = plainText(words, reading.decode, (label, url) => {
		if (label !== "" && isWebAddress(url)) {
			reading.links?.push({ label: cleanLine(label), url: cleanLine(url) });
		}
	});
	if (plain !== words) {
		reading.note(place, "this has HTML; only its words and lists are shown", "write plain words");
	}

	// A reference such as &#27; makes a character that no terminal may see.
	return tidy(cleanText(plain));
}

/** Blanks folded but for those that indent a line, line feeds kept. */
const tidy = (text: string | undefined) =>
	(text !== undefined && /[^\S\n]{2}/.test(text) ? text.replace(/(?<=\S)[^\S\n]+/g, " ") : text)?.trim() || undefined;

/** A text on one line. */
export function lineOf(reading: Reading, value: unknown, place: Place): string | undefined {
	const text = textOf(reading, value, place);
	return text === undefined ? undefined : /\s\s|[^\S ]/.test(text) ? cleanLine(text) : text;
}

function wordsOf(reading: Reading, value: unknown, place: Place): string | undefined {
	if (typeof value === "string") {
		return value;
	}

	if (value === undefined) {
		return undefined;
	}

	if (value === null) {
		reading.note(place, "null isn't a value here", "leave the field out");
		return undefined;
	}

	if (typeof value === "number" || typeof value === "boolean") {
		reading.note(place, `a text belongs here, not ${value}`, `write it in quotes: "${value}"`);
		return typeof value === "number" ? String(value) : value ? reading.phrases.yes : reading.phrases.no;
	}

	const pair = isObject(value) ? pairText(value) : undefined;
	if (pair !== undefined) {
		reading.note(place, "a text belongs here, not an object", `write it in quotes: ${described(pair)}`);
		return pair;
	}

	const words = leaves(value).join(Array.isArray(value) && value.some(isLong) ? "\n" : ", ") || undefined;
	const fix = words === undefined ? "leave it out" : `write one text, such as ${described(words)}`;
	reading.note(place, `a text belongs here, not ${described(value)}`, fix);
	return words;
}

const partNames =
	/^(?:name|title|text|label|highlight|summary|description|value|items?|children|points|bullets|highlights)$/i;

/**
 * The text that an object of a single pair was meant to be: YAML makes one of `- Moved to gas: costs fell by 10%`, and
 * people write `{"React": "5 years"}`. Undefined if the key only says what its value is.
 */
export function pairText(object: Json): string | undefined {
	const [[key, value] = [""], ...others] = Object.entries(object);
	return others.length > 0 || key === "" || partNames.test(key) || (typeof value === "object" && value !== null)
		? undefined
		: `${key}: ${value ?? ""}`.trim();
}

const isLong = (value: unknown) => typeof value === "string" && (value.length > 40 || value.includes("\n"));

/** Every text and number in a value, in its order. */
export function leaves(value: unknown): string[] {
	if (typeof value === "string") {
		return value.trim() === "" ? [] : [value.trim()];
	}

	if (typeof value === "number") {
		return [String(value)];
	}

	return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** The items of a list, lists in it opened; a single value, or an object in its place, is a list of one. */
export function listOf(reading: Reading, value: unknown, place: Place): { item: unknown; place: Place }[] {
	if (value === undefined || value === "") {
		return [];
	}

	if (value === null) {
		reading.note(place, "null isn't a value here", "leave the field out");
		return [];
	}

	if (!Array.isArray(value)) {
		reading.note(
			place,
			`a list belongs here, not ${described(value)}`,
			`put it in a list: [${isObject(value) ? "{…}" : described(value)}]`,
		);
		return [{ item: value, place }];
	}

	return value.flatMap((item, index) => {
		const at = [...place, index];
		if (Array.isArray(item)) {
			reading.note(at, "this is a list in a list", "write its items in the outer one");
			return listOf(reading, item, at);
		}

		return [{ item, place: at }];
	});
}

const isText = (value: unknown) => (typeof value === "string" && value.trim() !== "") || typeof value === "number";

/** The lines of a list of texts. A single text is split at its line ends, or else at its commas where `byCommas`. */
export function linesOf(reading: Reading, value: unknown, place: Place, byCommas = false): string[] {
	return listOf(reading, value, place).flatMap(({ item, place: at }) => {
		if (at === place && typeof item === "string") {
			const text = textOf(reading, item, at) ?? "";
			return text
				.split(byCommas && !text.includes("\n") ? /[,;]/ : "\n")
				.map((line) => cleanLine(line.replace(/^\s*[-*•]\s+/, "")))
				.filter((line) => line !== "");
		}

		const nameKey = isObject(item) ? ["name", "title", "text"].find((key) => isText(item[key])) : undefined;
		if (isObject(item) && nameKey !== undefined) {
			// What else it says comes after the name: "Go (fair)".
			const { [nameKey]: name, ...rest } = item;
			const more = leaves(Object.entries(rest).flatMap(([key, each]) => (isMachineField(key, each) ? [] : [each])));
			return lineOf(reading, more.length === 0 ? name : `${name} (${more.join(", ")})`, at) ?? [];
		}

		// An object of texts by their names is as many lines as it has.
		const pairs = isObject(item) ? Object.entries(item).map(([key, value]) => ({ [key]: value })) : [];
		return pairs.length > 1 && pairs.every((pair) => pairText(pair) !== undefined)
			? pairs.flatMap((pair) => lineOf(reading, pair, at) ?? [])
			: (lineOf(reading, item, at) ?? []);
	});
}

/** An address that may be opened: http, https, mailto or tel (RFC 3986), with no white space in it. */
export const isWebAddress = (text: string): boolean => /^(?:https?:\/\/|mailto:|tel:)[^\s"<>\\^`{|}]+$/i.test(text);

/**
 * The address that is meant: itself, or with the `https://` that people leave out.
 * @returns undefined if it isn't one: its words are to be shown instead.
 */
export function addressOf(reading: Pick<Reading, "note">, text: string, place: Place): string | undefined {
	if (isWebAddress(text)) {
		return text;
	}

	const isBare = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#][^\s"<>\\^`{|}]*)?$/u.test(text);
	reading.note(
		place,
		`${described(text)} ${isBare ? "is a link without a scheme" : "isn't a link"}`,
		`write "${isBare ? `https://${text}` : "https://…"}"`,
	);
	return isBare ? `https://${text}` : undefined;
}
