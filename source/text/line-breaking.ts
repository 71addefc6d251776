import LineBreaker from "linebreak";
import stringWidth from "string-width";
import { graphemes } from "./graphemes.ts";

/**
 * Lines of text in any script: broken where the Unicode Line Breaking Algorithm (UAX #14) allows it, in its strict form,
 * which is Japanese kinsoku as well: no line begins with 。 or ）, none ends with （, and small kana and ー stay with what
 * they belong to. A word stays whole if it fits on a line.
 */

/**
 * The text, which is on one line, in lines of at most `columns`; spaces at their ends are dropped. What can't be broken
 * and is longer than a line is cut between characters, as a reader sees them. Nothing but white space is changed.
 */
export function wrapWide(text: string, columns: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const piece of piecesOf(text)) {
		if (stringWidth((line + piece).trimEnd()) <= columns) {
			line += piece;
			continue;
		}

		if (line.trimEnd() !== "") {
			lines.push(line.trimEnd());
		}

		line = piece.trimStart();
		if (stringWidth(line.trimEnd()) > columns) {
			const cut = cutPiece(line, columns);
			line = cut.pop()!;
			lines.push(...cut);
		}
	}

	return line.trimEnd() !== "" || lines.length === 0 ? [...lines, line.trimEnd()] : lines;
}

/** What stays together, with the white space after it. */
function piecesOf(text: string): string[] {
	const breaker = new LineBreaker(text);
	const pieces: string[] = [];
	let start = 0;
	for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
		const { position } = next;
		if (position === text.length || mayBreak(text, position)) {
			pieces.push(text.slice(start, position));
			start = position;
		}
	}

	return start < text.length ? [...pieces, text.slice(start)] : pieces;
}

/**
 * The algorithm lets a line end between any two Hangul syllables; Korean has spaces, and a word with its particle is
 * read as one. Within Latin words it lets one end after hyphens and slashes; text without wide characters is broken at
 * spaces alone, and looks the same beside them.
 */
function mayBreak(text: string, position: number): boolean {
	const [before, after] = [text.slice(0, position), text.slice(position)];
	const isInWord =
		(/\p{Script=Hangul}$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
		(/[\p{L}\p{N}]$/u.test(before) && /^\p{Script=Hangul}/u.test(after)) ||
		(narrowSign.test(before.slice(-1)) && narrowSign.test(after.slice(0, 1)));
	return /\s$/.test(before) || !isInWord;
}

const narrowSign = /[!-~\u00A1-\u024F]/;

/** A piece that is longer than a line, in lines. */
function cutPiece(piece: string, columns: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const grapheme of graphemes(piece)) {
		if (line !== "" && grapheme.trim() !== "" && stringWidth(line + grapheme) > columns) {
			lines.push(line.trim());
			line = "";
		}

		line += grapheme;
	}

	return [...lines, line.trimStart()];
}
