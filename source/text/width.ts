import cliTruncate from "cli-truncate";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/**
 * Columns, as a terminal counts them: two for Chinese and most emoji, none for a combining mark. Texts here hold no
 * escape sequences and no line feeds; `cleanText` has seen to that.
 */

// Most lines are this, and counting them needs no table of Unicode widths (which costs its first user some 40 ms).
const isAscii = (text: string) => /^[ -~]*$/.test(text);

/** How many columns the text takes. */
export const widthOf = (text: string): number => (isAscii(text) ? text.length : stringWidth(text));

/** The text, cut to `columns` with an ellipsis at the end where it is longer. */
export function truncate(text: string, columns: number): string {
	if (columns <= 0) {
		return "";
	}

	if (isAscii(text)) {
		return text.length <= columns ? text : `${text.slice(0, columns - 1)}…`;
	}

	return cliTruncate(text, columns);
}

/** The text cut or filled with spaces to exactly `columns`. */
export function fit(text: string, columns: number): string {
	const cut = truncate(text, columns);
	return cut + " ".repeat(Math.max(0, columns - widthOf(cut)));
}

/** The text wrapped at words, a word longer than a line broken. At least one line; no line wider than `columns`. */
export function wrap(text: string, columns: number): string[] {
	if (columns <= 0) {
		return [""];
	}

	return widthOf(text) <= columns ? [text] : wrapAnsi(text, columns, { hard: true }).split("\n");
}
