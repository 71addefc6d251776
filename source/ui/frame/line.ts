import { findRanges } from "../../resume/matching.ts";
import { widthOf, wrap } from "../../text/width.ts";
import { glyphs, type Role } from "../../theme.ts";
import type { Action } from "../state/action.ts";

/** A stretch of a line that looks the same throughout; `target` is what a click on it means. */
export type Piece = { text: string; role: Role; href?: string; target?: Action };

/** One line of a screen, never wider than it was laid out for. */
export type Line = {
	pieces: Piece[];
	/** The text that this line is a part of, as the search knows it. */
	source?: string;
	/** What a click anywhere on it means, if no piece of it has a meaning of its own. */
	target?: Action;
};

/** The text of a line as it is on the screen. */
export const lineText = ({ pieces }: Line): string => pieces.map(({ text }) => text).join("");

export const plainLine = (text: string, role: Role = "plain"): Line => ({ pieces: [{ text, role }] });

export const ruleLine = (columns: number): Line => plainLine(glyphs.rule.repeat(columns), "rule");

export const blankLine: Line = { pieces: [] };

/** The lines, each with what a click on it means. */
export const aimedAt = (lines: readonly Line[], target: Action): Line[] => lines.map((line) => ({ ...line, target }));

/**
 * The pieces as one text, wrapped: the first line after `lead`, the others after `hanging`; what the search looks for
 * marked.
 */
export function layOut(
	pieces: Piece[],
	{
		columns,
		needles = [],
		found,
		lead = "",
		hanging = lead,
	}: { columns: number; needles?: readonly string[]; found?: string; lead?: string; hanging?: string },
): Line[] {
	// Wrapping composes characters (NFC); the places of the pieces are counted in the composed text.
	const composed = pieces.map((piece) => ({ ...piece, text: piece.text.normalize().replace(/\s/gu, " ") }));
	const source = composed.map(({ text }) => text).join("");
	const marked = mark(composed, source, needles, source === found?.normalize() ? "found" : "match");
	let place = 0;
	const room = columns - widthOf(lead);
	// The lines that follow may be indented more than the first.
	const texts =
		widthOf(source) <= room ? [source] : wrap(source, Math.max(1, Math.min(room, columns - widthOf(hanging))));
	return texts.map((text, index) => {
		const [start, end] = findLine(source, text, place);
		place = end;
		const before = index === 0 ? lead : hanging;
		return {
			source,
			pieces: [...(before === "" ? [] : [{ text: before, role: "plain" as const }]), ...cut(marked, start, end)],
		};
	});
}

/** A line that is laid out already, with what the search found in it marked. */
export const markedLine = (line: Line, needles: readonly string[]): Line => ({
	...line,
	pieces: line.pieces.flatMap((piece) => mark([piece], piece.text, needles, "found")),
});

/** Where a wrapped line is in its text: the wrapper drops spaces between lines and folds them within one. */
function findLine(source: string, line: string, from: number): [start: number, end: number] {
	let start = from;
	while (source[start] === " ") {
		start++;
	}

	let end = start;
	for (const character of line) {
		while (character !== " " && source[end] === " ") {
			end++;
		}

		end += character.length;
	}

	return [start, end];
}

function mark(pieces: Piece[], source: string, needles: readonly string[], role: Role): Piece[] {
	const ranges = needles.length === 0 ? [] : findRanges(source, needles);
	if (ranges.length === 0) {
		return pieces;
	}

	const marked: Piece[] = [];
	let place = 0;
	for (const { start, end } of ranges) {
		marked.push(...cut(pieces, place, start), ...cut(pieces, start, end).map((piece) => ({ ...piece, role })));
		place = end;
	}

	return [...marked, ...cut(pieces, place, source.length)];
}

/** The part of the pieces between two places of their joined text. */
function cut(pieces: Piece[], start: number, end: number): Piece[] {
	const parts: Piece[] = [];
	let place = 0;
	for (const piece of pieces) {
		const from = Math.max(start, place);
		const to = Math.min(end, place + piece.text.length);
		if (from < to) {
			parts.push({ ...piece, text: piece.text.slice(from - place, to - place) });
		}

		place += piece.text.length;
	}

	return parts;
}

/** A line with something at its right end; what is at the left gives way. */
export function spread(left: Piece[], right: Piece[], columns: number): Line {
	const rightWidth = widthOf(lineText({ pieces: right }));
	const room = right.length === 0 ? columns : columns - rightWidth - 2;
	const [first] = layOut(left, { columns: Math.max(1, room) });
	const gap = columns - widthOf(lineText(first!)) - rightWidth;
	return { pieces: [...first!.pieces, { text: " ".repeat(Math.max(0, gap)), role: "plain" }, ...right] };
}
