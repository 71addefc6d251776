import { cleanText } from "./clean.ts";

/** No more than this of a word is shown in a sentence. */
const longestQuote = 60;

/** A value of the document in a sentence: a text or a number as it's written, short; of anything else, what it is. */
export function described(value: unknown): string {
	if (typeof value === "object" && value !== null) {
		return Array.isArray(value) ? "a list" : "an object";
	}

	const text = JSON.stringify(value) ?? "nothing";
	return text.length > longestQuote ? `${text.slice(0, longestQuote - 4)}…${text.startsWith('"') ? '"' : ""}` : text;
}

/** The word as it is shown in a sentence: the terminal must not trust what a visitor typed. */
export function quote(word: string): string {
	// JSON escapes the C0 controls itself, and so shows which they are.
	const characters = [...word.slice(0, longestQuote)].map((character) =>
		character < " " || cleanText(character) === character ? character : "?",
	);
	return JSON.stringify(characters.join("") + (word.length > longestQuote ? "…" : ""));
}
