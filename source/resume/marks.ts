import type { Span } from "./model.ts";
import { isWebAddress } from "./normalise/values.ts";

/** Reads what a text has of inline Markdown: its words without the marks, by how they look. */
export type Inline = (text: string) => Span[];

/** For a document that has none. */
export const plainInline: Inline = (text) => [{ text }];

const marks = /[*_`]|\]\(|https?:\/\/|\bwww\.|\w@\w/i;

/** Whether a text may have something that `parseInline` reads. An address alone is a text, not a sentence with a link. */
export const mayHaveMarks = (text: string): boolean => marks.test(text);

/** Whether any text of a document may have. */
export function hasMarks(value: unknown): boolean {
	if (typeof value === "string") {
		return mayHaveMarks(value) && /\s|[*_`]/.test(value);
	}

	return typeof value === "object" && value !== null && Object.values(value).some(hasMarks);
}

/** The address that a link of a text leads to; undefined if it's none that may be opened. */
export function linkTarget(url: string): string | undefined {
	const address = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$)/i.test(url) ? `https://${url}` : url;
	return isWebAddress(address) ? address : undefined;
}
