import { cleanLine, cleanText } from "./clean.ts";
import type { Place } from "./private.ts";

/** An object of a parsed document. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** No résumé is nested deeper than this, so that code may walk a document recursively. */
export const deepest = 32;

/** "work[0].startDate". */
export const placeText = (place: Place): string =>
	place.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");

/** Something in a document that doesn't follow the standard, or can't be used. */
export type Oddity = {
	place: Place;
	/** Whether it's the value or its key that is odd; the value if nothing is said. */
	at?: "key" | "value";
	/** What is wrong, and how to fix it: each a part of a sentence, without its full stop. */
	message: string;
	fix: string;
};

/** An oddity of a part of a document, by its place in the whole. */
export const within = <Of extends Oddity>(root: Place, oddity: Of): Of => ({
	...oddity,
	place: [...root, ...oddity.place],
});

/** Why a document isn't shown at all, before the place in its file is known. */
export class Refusal extends Error {
	constructor(readonly oddity: Oddity) {
		super(oddityText(oddity));
	}
}

/** Receives an oddity. */
export type Note = (place: Place, message: string, fix: string) => void;

/** An oddity as one sentence, harmless to a terminal: its place is made of the document's keys. */
export const oddityText = ({ place, message, fix }: Oddity): string =>
	cleanLine(`${place.length === 0 ? "" : `${cleanLine(placeText(place))}: `}${message}; ${fix}`);

/**
 * A copy of a parsed document whose every text, keys included, is harmless to a terminal, and which is at most
 * `deepest` levels deep.
 * @param note receives each text that was changed and each value that was left out.
 */
export function harmlessCopy(value: unknown, note: Note, place: Place = []): unknown {
	if (typeof value === "string") {
		const text = cleanText(value);
		if (text !== value && text !== value.replace(/\r\n?/g, "\n").replace(/\t/g, "  ")) {
			note(place, "this has control or invisible characters, which are left out", "remove them");
		}

		return text;
	}

	if (typeof value !== "object" || value === null) {
		return value;
	}

	if (place.length >= deepest) {
		note(place, `this is nested more than ${deepest} levels deep, and left out`, "write it with fewer levels");
		return null;
	}

	if (Array.isArray(value)) {
		return value.map((item, index) => harmlessCopy(item, note, [...place, index]));
	}

	const copy: Json = {};
	for (const [key, item] of Object.entries(value)) {
		const name = cleanText(key);
		const child = harmlessCopy(item, note, [...place, key]);
		if (name === "__proto__") {
			Object.defineProperty(copy, name, { value: child, enumerable: true, configurable: true, writable: true });
		} else {
			copy[name] = child;
		}
	}

	return copy;
}
