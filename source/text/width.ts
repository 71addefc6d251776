/**
 * Columns, as a terminal counts them: two for Chinese and most emoji, none for a combining mark. This is the one place
 * that knows which characters are narrow; Ink measures by it too.
 */

// Letters and signs that every terminal draws one column wide, none of them combining: ASCII, Latin, Greek, Cyrillic,
// general punctuation, superscripts, arrows, lines and blocks. Most résumés need no more, and the libraries'
// expressions for all of Unicode cost half of Node's own start.
const narrow =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u037A-\u037F\u0384-\u03FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u2070-\u209C\u2190-\u2193\u2500-\u25FC\u276F]*$/;
/** Whether every character surely takes one column. */
export const isNarrow = (text: string) => narrow.test(text);

let wide: typeof import("./wide.ts") | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads what measures, cuts and wraps texts like this one, if that takes more than is here. Anything that brings in text —
 * a résumé, what a visitor types — awaits it before the text is measured; until then, other than narrow characters count
 * as one column each.
 */
export async function prepareFor(text: string): Promise<void> {
	if (!isNarrow(text)) {
		await load();
	}
}

/** Runs the job as soon as texts like this one can be measured: at once, or else after those that wait already. */
export function whenPrepared(text: string, job: () => void): void {
	if (wide !== undefined || (loading === undefined && isNarrow(text))) {
		job();
	} else {
		void load().then(job);
	}
}

function load(): Promise<void> {
	loading ??= import("./wide.ts").then((loaded) => {
		wide = loaded;
	});
	return loading;
}

/** How many columns the text takes; it has no escape sequences. */
export const widthOf = (text: string): number =>
	isNarrow(text) ? text.length : wide === undefined ? [...text].length : wide.width(text);

/** What a reader takes for the characters of the text: each with its marks and with what is joined to it. */
export const graphemesOf = (text: string): string[] =>
	isNarrow(text) || wide === undefined ? [...text] : wide.graphemes(text);

/** The text, cut to `columns` with an ellipsis at the end if it's longer; no separator is left hanging before it. */
export function truncate(text: string, columns: number): string {
	const shown = cut(text, columns);
	return shown === text ? text : shown.replace(/ [·›] ?…$/, " …");
}

function cut(text: string, columns: number): string {
	if (columns <= 0) {
		return "";
	}

	if (isNarrow(text)) {
		return text.length <= columns ? text : `${text.slice(0, columns - 1)}…`;
	}

	if (widthOf(text) <= columns) {
		return text;
	}

	return wide === undefined ? `${[...text].slice(0, columns - 1).join("")}…` : wide.truncate(text, columns);
}

/** The text cut or filled with spaces to exactly `columns`. */
export function fit(text: string, columns: number): string {
	const cut = truncate(text, columns);
	return cut + " ".repeat(Math.max(0, columns - widthOf(cut)));
}

/**
 * The text in lines of at most `columns`, broken at spaces, and where wide text allows it: see `line-breaking.ts`. A
 * word longer than a line is cut. Spaces at the ends of lines are dropped, several in a row are one. At least one line.
 */
export function wrap(text: string, columns: number): string[] {
	if (columns <= 0) {
		return [""];
	}

	if (widthOf(text) <= columns) {
		return [text];
	}

	const single = text.replace(/ {2,}/g, " ").trim();
	return wide === undefined || isNarrow(single) ? wrapNarrow(single, columns) : wide.wrap(single, columns);
}

/** The same for text of one column a character. */
function wrapNarrow(text: string, columns: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && line.length + 1 + word.length <= columns) {
			line += ` ${word}`;
			continue;
		}

		if (line !== "") {
			lines.push(line);
		}

		let rest = word;
		while (rest.length > columns) {
			lines.push(rest.slice(0, columns));
			rest = rest.slice(columns);
		}

		line = rest;
	}

	return line === "" && lines.length > 0 ? lines : [...lines, line];
}
