import { type Place, valueAt } from "../private.ts";

/** A way to reach someone, or a link, in the one form that all its spellings share; undefined of other texts. */
export function contactOf(text: string): string | undefined {
	const word = text.trim().replace(/^(?:mailto|tel):/i, "");
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word)) {
		return word.toLowerCase();
	}

	if (/^\+?[\d\s()./-]{7,}$/.test(word)) {
		const digits = significantDigits(word);
		return digits.length >= 7 && !/^\d{4}[-./]\d\d?(?:[-./]\d\d?)?$/.test(word) ? `tel:${digits}` : undefined;
	}

	const doi = /^(?:doi:\s*)?(10\.\d{4,}\/\S+)$/i.exec(word)?.[1];
	const address = doi === undefined ? word : `doi.org/${doi}`;
	const bare = address.replace(/^https?:\/\//i, "").replace(/^(?:www|dx)\./i, "");
	return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[:/?#]\S*)?$/u.test(bare)
		? `https://${bare.replace(/\/+$/, "").toLowerCase()}`
		: undefined;
}

/** Without what is only dialled from elsewhere: +, 00, the 0 of a national number. */
const significantDigits = (text: string) => text.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^0+/, "");

/** Whether two contacts, as `contactOf` gives them, are the same: a number with its country's code is the same as without. */
export function isSameContact(a: string, b: string): boolean {
	if (!a.startsWith("tel:") || !b.startsWith("tel:")) {
		return a === b;
	}

	const [first, second] = [a.slice("tel:".length), b.slice("tel:".length)];
	return first.endsWith(second) || second.endsWith(first);
}

/** Whether a text has a contact in it, as `contactOf` gives it. */
export function hasContact(text: string, contact: string): boolean {
	const words = contact.startsWith("tel:")
		? [...text.matchAll(/\+?\d[\d\s()./-]{5,}\d/g)].map(([number]) => number)
		: text.split(/[\s<>()[\]{},;|"'“”„»«]+/).map((word) => word.replace(/[.:!?]+$/, ""));
	return words.some((word) => isSameContact(contactOf(word) ?? "", contact));
}

/**
 * Whether what is hidden at a place is hidden as a contact: of an entry that's hidden as a whole, its employer's address is
 * still another entry's.
 */
export const isContactPlace = (document: unknown, place: Place) =>
	typeof valueAt(document, place) !== "object" || place[0] === "basics" || place.includes("links");
