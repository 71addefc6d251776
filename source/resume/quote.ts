import { cleanText } from "./clean.ts";

/** More than this of a word is not shown in a sentence. */
const longestQuote = 60;

/** The word as it is shown in a sentence: what the visitor typed is not trusted by the terminal. */
export function quote(word: string): string {
	// JSON escapes the C0 controls itself, and so shows which they are.
	const characters = [...word.slice(0, longestQuote)].map((character) =>
		character < " " || cleanText(character) === character ? character : "?",
	);
	return JSON.stringify(characters.join("") + (word.length > longestQuote ? "…" : ""));
}
