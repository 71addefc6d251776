import { children, type Place } from "../private.ts";

/** A text of a document, and where it is. */
export type Leaf = { text: string; place: Place };

/** What a value holds that holds nothing itself, and isn't null, with its place in the document. */
export function scalarsAt(value: unknown, place: Place): { value: unknown; place: Place }[] {
	return typeof value === "object"
		? children(value).flatMap(([key, item]) => scalarsAt(item, [...place, key]))
		: [{ value, place }].filter(() => value !== undefined);
}

/** The texts and numbers in a value that is at a place of its document. */
export const leavesAt = (value: unknown, place: Place): Leaf[] =>
	scalarsAt(value, place).flatMap(({ value, place }) =>
		typeof value === "string" || typeof value === "number" ? [{ text: String(value), place }] : [],
	);
