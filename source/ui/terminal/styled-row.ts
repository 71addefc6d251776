import { isNarrow } from "../../text/width.ts";

/**
 * A row of the screen by its cells: `text` has one character a column, `styles` what each is drawn in. A style is a text
 * of its own kind (see `Slot`), so that equal ones are equal.
 */
export type StyledRow = { text: string; styles: readonly Style[] };

/** The codes that are set, slot by slot (ECMA-48 §8.3.117), and the address of a hyperlink: "1;;;;;;35; https://…". */
export type Style = string;

/** Bold, dim, italic, underline, inverse, strike, colour, background. */
const slotCount = 8;
const separator = " ";
export const plainStyle: Style = `${";".repeat(slotCount - 1)}${separator}`;

const [bold, dim, italic, underline, inverse, strike, colour, background] = Array.from(
	{ length: slotCount },
	(_, slot) => slot,
) as [number, number, number, number, number, number, number, number];
/** Slots that show on a blank. */
const shownOnBlanks = new Set([underline, inverse, strike, background]);

const setsSlot: Record<string, number> = { 1: bold, 2: dim, 3: italic, 4: underline, 7: inverse, 9: strike };
const resetsSlots: Record<string, readonly number[]> = {
	22: [bold, dim],
	23: [italic],
	24: [underline],
	27: [inverse],
	29: [strike],
	39: [colour],
	49: [background],
};

// SGR · a hyperlink (OSC 8) · text
const tokens =
	/\u001B\[(?<codes>[\d;]*)m|\u001B\]8;[^;]*;(?<url>[^\u0007\u001B]*)(?:\u0007|\u001B\\)|(?<text>[^\u001B]+)/g;

/**
 * The cells of a row with its escape sequences; blanks at its end that cannot be seen are none of them.
 *
 * @returns undefined if a character may take other than one column, or a sequence is not known: such a row can only
 *   be drawn as it is
 */
export function readRow(row: string): StyledRow | undefined {
	let text = "";
	let codes: readonly string[] = plainCodes;
	let link = "";
	let read = 0;
	const styles: Style[] = [];
	for (const match of row.matchAll(tokens)) {
		const { codes: sequence, url, text: run } = match.groups as Record<string, string | undefined>;
		read += match[0].length;
		if (sequence !== undefined) {
			const next = apply(codes, sequence);
			if (next === undefined) {
				return undefined;
			}

			codes = next;
		} else if (url !== undefined) {
			link = url;
		} else if (run !== undefined) {
			if (!isNarrow(run)) {
				return undefined;
			}

			const style = styleOf(codes, link);
			const blank = blankStyle(style);
			text += run;
			for (const character of run) {
				styles.push(character === " " ? blank : style);
			}
		}
	}

	if (read !== row.length) {
		return undefined;
	}

	let end = styles.length;
	while (end > 0 && text[end - 1] === " " && styles[end - 1] === plainStyle) {
		end--;
	}

	return { text: text.slice(0, end), styles: styles.slice(0, end) };
}

/** What of a style shows on a blank: no colour, weight or slant. */
export function blankStyle(style: Style): Style {
	const [codes, link] = split(style);
	return styleOf(
		codes.split(";").map((code, slot) => (shownOnBlanks.has(slot) ? code : "")),
		link,
	);
}

const plainCodes: readonly string[] = Array.from({ length: slotCount }, () => "");
const styleOf = (codes: readonly string[], link: string): Style => codes.join(";") + separator + link;

/** The codes after those of one sequence; undefined if one of them is not in the tables. */
function apply(codes: readonly string[], sequence: string): readonly string[] | undefined {
	const next = [...codes];
	for (const code of sequence.split(";")) {
		const slot = setsSlot[code] ?? colourSlot(code);
		if (slot !== undefined) {
			next[slot] = code;
		} else if (code === "" || code === "0") {
			next.fill("");
		} else if (resetsSlots[code] !== undefined) {
			for (const reset of resetsSlots[code]) {
				next[reset] = "";
			}
		} else {
			return undefined;
		}
	}

	return next;
}

function colourSlot(code: string): number | undefined {
	if (/^(?:3|9)[0-7]$/.test(code)) {
		return colour;
	}

	return /^(?:4|10)[0-7]$/.test(code) ? background : undefined;
}

/** The shortest sequences from one style to the other; "" if they are the same. */
export function styleChange(from: Style, to: Style): string {
	if (from === to) {
		return "";
	}

	const [fromCodes, fromLink] = split(from);
	const [toCodes, toLink] = split(to);
	return (
		(fromLink === toLink ? "" : `\u001B]8;;${toLink}\u0007`) + codesChange(fromCodes.split(";"), toCodes.split(";"))
	);
}

function codesChange(from: readonly string[], to: readonly string[]): string {
	const changed = to.filter((code, slot) => code !== from[slot]);
	if (changed.length === 0) {
		return "";
	}

	// An empty code resets all: what stays must be set again.
	const set = changed.includes("") ? ["", ...to.filter((code) => code !== "")] : changed;
	return `\u001B[${set.join(";")}m`;
}

function split(style: Style): [codes: string, link: string] {
	const end = style.indexOf(separator);
	return [style.slice(0, end), style.slice(end + 1)];
}
