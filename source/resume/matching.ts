import { asciiDigits } from "./words/words.ts";

export type Range = { start: number; end: number };

/** The longest query that is looked at; a longer one can only be an accident. */
export const longestQuery = 100;

/**
 * The text as it is compared: lower case, without accents, superscripts as plain digits. As long as the text itself,
 * so that a place in one is the same place in the other.
 */
export function fold(text: string): string {
	if (/^[ -~]*$/.test(text)) {
		return text.toLowerCase();
	}

	let folded = "";
	for (const character of text) {
		const base = asciiDigits(character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
		folded += base.length === character.length ? base : character;
	}

	return folded;
}

/** Where the needles are in the text, in order, not overlapping. */
export function findRanges(text: string, needles: readonly string[]): Range[] {
	const folded = fold(text);
	const ranges: Range[] = [];
	for (const needle of needles) {
		for (let start = folded.indexOf(needle); start !== -1; start = folded.indexOf(needle, start + needle.length)) {
			ranges.push({ start, end: start + needle.length });
		}
	}

	ranges.sort((a, b) => a.start - b.start || b.end - a.end);
	return ranges.filter((range, index) => ranges.slice(0, index).every((earlier) => earlier.end <= range.start));
}
