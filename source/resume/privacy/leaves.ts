import { children, type Place } from "../private.ts";

/** A text of a document, and where it is. */
export type Leaf = { text: string; place: Place };

/** The texts and numbers in a value that is at a place of its document. */
export function leavesAt(value: unknown, place: Place, found: Leaf[] = []): Leaf[] {
	if (typeof value === "string" || typeof value === "number") {
		found.push({ text: String(value), place });
	} else {
		for (const [key, item] of children(value)) {
			leavesAt(item, [...place, key], found);
		}
	}

	return found;
}
