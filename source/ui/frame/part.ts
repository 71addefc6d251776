import { widthOf } from "../../text/width.ts";
import { glyphs } from "../../theme.ts";
import { blankLine, type Line, lineText, type Piece } from "./line.ts";
import type { Menu } from "./menu.ts";

/**
 * What a frame is made of, from the top to the bottom: rows as they are, a menu, two columns side by side. The first
 * frame is these rows as text; later ones are the same parts, placed by Ink's components.
 */
export type Part =
	| { kind: "rows"; rows: readonly Line[] }
	| { kind: "menu"; menu: Menu }
	| {
			kind: "columns";
			left: readonly Part[];
			leftColumns: number;
			/** Between them on each row. */
			between: Piece;
			right: readonly Part[];
			rows: number;
	  };

export const rowsPart = (rows: readonly Line[]): Part => ({ kind: "rows", rows });
export const menuPart = (menu: Menu): Part => ({ kind: "menu", menu });

/** Two panes with a line between them. */
export const panes = (left: readonly Part[], leftColumns: number, right: readonly Part[], rows: number): Part => ({
	kind: "columns",
	left,
	leftColumns,
	between: { text: ` ${glyphs.divider} `, role: "rule" },
	right,
	rows,
});

/** The parts and blank rows below them, `rows` in all. */
export function filledParts(parts: readonly Part[], rows: number): Part[] {
	const missing = rows - heightOf(parts);
	return missing <= 0 ? [...parts] : [...parts, rowsPart(Array<Line>(missing).fill(blankLine))];
}

/** How many rows the parts take under each other. */
export const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + partHeight(part), 0);

export function partHeight(part: Part): number {
	switch (part.kind) {
		case "rows":
			return part.rows.length;
		case "menu":
			return part.menu.items.reduce((sum, { below = [] }) => sum + 1 + below.length, 0);
		case "columns":
			return part.rows;
	}
}

/** The parts as rows of text. */
export function partRows(part: Part): readonly Line[] {
	switch (part.kind) {
		case "rows":
			return part.rows;
		case "menu":
			return menuRows(part.menu);
		case "columns": {
			const left = part.left.flatMap(partRows);
			const right = part.right.flatMap(partRows);
			return Array.from({ length: part.rows }, (_, row) => ({
				pieces: [
					...filled(left[row] ?? blankLine, part.leftColumns).pieces,
					part.between,
					...(right[row]?.pieces ?? []),
				],
			}));
		}
	}
}

function menuRows({ items, current }: Menu): Line[] {
	return items.flatMap(({ line, below = [] }, at): Line[] => {
		const first: Line = { pieces: [{ text: indicatorText(at === current), role: "current" }, ...line.pieces] };
		return [first, ...below.map((each) => indented(each, indicatorColumns))];
	});
}

/** Columns that the cursor takes from each line of a menu. */
export const indicatorColumns = 2;

/** The cursor before the highlighted item, or the room for it. */
export const indicatorText = (isCurrent: boolean): string =>
	isCurrent ? glyphs.cursor.padEnd(indicatorColumns) : " ".repeat(indicatorColumns);

export const indented = (line: Line, columns: number): Line =>
	columns === 0 ? line : { ...line, pieces: [{ text: " ".repeat(columns), role: "plain" }, ...line.pieces] };

const filled = (line: Line, columns: number): Line => ({
	...line,
	pieces: [...line.pieces, { text: " ".repeat(Math.max(0, columns - widthOf(lineText(line)))), role: "plain" }],
});
