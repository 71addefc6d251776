import { cleanLine, cleanText } from "../clean.ts";
import { isObject, type Note } from "../document.ts";
import type { EntryLink } from "../json-resume.ts";
import type { Place } from "../private.ts";
import type { Phrases } from "../words/words.ts";
import { type Decode, hasHtml, plainText } from "./html.ts";

/** What reading a document carries along. */
export type Reading = {
	note: Note;
	decode: Decode;
	/** In the language of the document. */
	phrases: Phrases;
	/** Where the links that stand in the texts of one entry are gathered. */
	links?: EntryLink[];
};

/** A text that may have several lines; undefined where there is none. */
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
		reading.note(place, "has HTML in it, of which the words are shown", "write plain words");
	}

	// A reference such as &#27; makes a character that no terminal may see.
	return tidy(cleanText(plain));
}

/** Blanks folded, line feeds kept. */
const tidy = (text: string | undefined) =>
	(text !== undefined && /[^\S\n]{2}/.test(text) ? text.replace(/[^\S\n]+/g, " ") : text)?.trim() || undefined;

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
		reading.note(place, "is null", "leave the field out");
		return undefined;
	}

	if (typeof value === "number" || typeof value === "boolean") {
		reading.note(place, "is no text", "write it in quotes");
		return typeof value === "number" ? String(value) : value ? reading.phrases.yes : reading.phrases.no;
	}

	reading.note(place, `is ${Array.isArray(value) ? "a list" : "an object"} where a text belongs`, "write one text");
	return leaves(value).join(Array.isArray(value) && value.some(isLong) ? "\n" : ", ") || undefined;
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
		reading.note(place, "is null", "leave the field out");
		return [];
	}

	if (!Array.isArray(value)) {
		reading.note(place, "is no list", "put it in [ ]");
		return [{ item: value, place }];
	}

	return value.flatMap((item, index) => {
		const at = [...place, index];
		if (Array.isArray(item)) {
			reading.note(at, "is a list in a list", "write its items in the outer one");
			return listOf(reading, item, at);
		}

		return [{ item, place: at }];
	});
}

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

		const named = isObject(item) ? (item.name ?? item.title ?? item.text ?? item) : item;
		return lineOf(reading, named, at) ?? [];
	});
}

/** An address that may be opened: http, https, mailto or tel (RFC 3986), with no white space in it. */
export const isWebAddress = (text: string): boolean => /^(?:https?:\/\/|mailto:|tel:)[^\s"<>\\^`{|}]+$/i.test(text);

/**
 * The address that is meant: itself, or with the `https://` that people leave out.
 * @returns undefined where it is none: its words are to be shown instead.
 */
export function addressOf(reading: Pick<Reading, "note">, text: string, place: Place): string | undefined {
	if (isWebAddress(text)) {
		return text;
	}

	const isBare = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#][^\s"<>\\^`{|}]*)?$/u.test(text);
	reading.note(place, isBare ? "is a link without a scheme" : "is no link", "begin it with https://");
	return isBare ? `https://${text}` : undefined;
}
