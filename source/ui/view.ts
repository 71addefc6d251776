import { type ListWindow, listWindow } from "./layout.ts";
import { type Line, plainLine } from "./lines/lines.ts";
import { glyphs } from "./theme.ts";

/**
 * What a screen shows between header and footer, without how it is put on a terminal: Ink's components draw it, and the
 * first frame is drawn from it before Ink is there.
 */
export type View = {
	/** Lines above the menu; where there is no menu, all there is. */
	lines: readonly Line[];
	menu?: MenuView;
	detail?: Detail;
};

/** A list of which one item is highlighted. */
export type MenuView = {
	/** How many items there are in all. */
	length: number;
	/** The highlighted one. */
	index: number;
	/** Rows there are for it. */
	rows: number;
	/** The line of an item, without the cursor before it. Only asked for items in view. */
	lineOf: (index: number, isCurrent: boolean) => Line;
};

/** What stands beside the menu, which then is `menuColumns` wide, or below it after a blank line. */
export type Detail =
	| { place: "beside"; lines: readonly Line[]; menuColumns: number; rows: number }
	| { place: "below"; lines: readonly Line[] };

/** Columns that the cursor takes from each line of a menu. */
export const indicatorColumns = 2;

/** The part of a menu that is in view, with the lines that say how many items there are above and below it. */
export function windowOf({ length, index, rows }: MenuView): ListWindow & { above?: Line; below?: Line } {
	const window = listWindow(length, index, rows);
	const { first, count, hasMoreAbove, hasMoreBelow } = window;
	return {
		...window,
		...(hasMoreAbove && { above: more(glyphs.up, first) }),
		...(hasMoreBelow && { below: more(glyphs.down, length - first - count) }),
	};
}

const more = (glyph: string, count: number): Line =>
	plainLine(`${" ".repeat(indicatorColumns)}${glyph} ${count} more`, "quiet");

/** The cursor before the highlighted item, or the room for it. */
export const indicatorText = (isCurrent: boolean): string =>
	isCurrent ? glyphs.cursor.padEnd(indicatorColumns) : " ".repeat(indicatorColumns);

/** The line between two panes. */
export const dividerText = ` ${glyphs.divider} `;
