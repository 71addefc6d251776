import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

// Letters and signs that every terminal draws one column wide, none of them combining: ASCII, Latin, Greek, Cyrillic,
// general punctuation, superscripts, currency, arrows' and lines' blocks left out. Most résumés need no more, and the
// libraries' expressions for all of Unicode cost a tenth of Node's own start.
const isNarrow = (text: string) =>
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u037A-\u037F\u0384-\u03FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u2070-\u209C]*$/.test(
		text,
	);

/** Columns that the text takes on a terminal; colours count nothing, a Chinese character counts two. */
export function textWidth(text: string): number {
	return isNarrow(text) ? text.length : stringWidth(text);
}

// Colours before it belong to it.
const address = /((?:\u001B\[\d+m)*[a-z][a-z\d+.-]*:\/\/\S+)/i;

/**
 * The text in lines of at most `width` columns; a width of 0 does not wrap. A word longer than a line is cut, but an
 * address stands whole on a line of its own: cut in two it leads nowhere.
 */
export function wrap(text: string, width: number): string[] {
	if (width === 0 || textWidth(text) <= width) {
		return [text];
	}

	const parts = text.split(address);
	const lines: string[] = [];
	let pending = "";
	for (const [index, part] of parts.entries()) {
		if (index % 2 === 1 && textWidth(part) > width) {
			lines.push(...wrapWords(pending.trim(), width), part);
			pending = "";
		} else {
			pending += part;
		}
	}

	return [...lines, ...wrapWords(pending.trim(), width)];
}

function wrapWords(text: string, width: number): string[] {
	if (text === "") {
		return [];
	}

	const single = text.replace(/ {2,}/g, " ");
	return isNarrow(single) ? wrapNarrow(single, width) : wrapAnsi(single, width, { hard: true }).split("\n");
}

/** As the library does it, for text of one column a character. */
function wrapNarrow(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && line.length + 1 + word.length <= width) {
			line += ` ${word}`;
			continue;
		}

		if (line !== "") {
			lines.push(line);
		}

		let rest = word;
		while (rest.length > width) {
			lines.push(rest.slice(0, width));
			rest = rest.slice(width);
		}

		line = rest;
	}

	return line === "" ? lines : [...lines, line];
}
