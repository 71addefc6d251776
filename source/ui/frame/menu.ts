import { glyphs } from "../theme.ts";
import { listWindow } from "./layout.ts";
import { type Line, plainLine } from "./line.ts";

/** The part of a list that is in view, one item of it highlighted. */
export type Menu = {
	items: readonly MenuItem[];
	/** Which of them is highlighted. */
	current: number;
	/** Where not all are in view: how many more there are. */
	above?: Line;
	below?: Line;
};

export type MenuItem = {
	/** Its place in the whole list, from 0. */
	index: number;
	/** What it is called among the others: an id, or its place. */
	key: string;
	/** As it is drawn, without the cursor before it. */
	line: Line;
};

export type MenuOptions = {
	/** How many items there are in all. */
	length: number;
	/** The highlighted one. */
	index: number;
	/** Rows there are for it. */
	rows: number;
	/** Only asked for items in view. */
	lineOf: (index: number, isCurrent: boolean) => Line;
	keyOf?: (index: number) => string;
};

/** The menu that these rows have room for. */
export function menuOf({ length, index, rows, lineOf, keyOf = String }: MenuOptions): Menu {
	const { first, count, hasMoreAbove, hasMoreBelow } = listWindow(length, index, rows);
	const items = Array.from({ length: count }, (_, offset): MenuItem => {
		const item = first + offset;
		return { index: item, key: keyOf(item), line: lineOf(item, item === index) };
	});
	return {
		items,
		current: index - first,
		...(hasMoreAbove && { above: { ...more(glyphs.up, first), target: { type: "verb", verb: "pageUp" } as const } }),
		...(hasMoreBelow && {
			below: { ...more(glyphs.down, length - first - count), target: { type: "verb", verb: "pageDown" } as const },
		}),
	};
}

/** Columns that the cursor takes from each line of a menu. */
export const indicatorColumns = 2;

const more = (glyph: string, count: number): Line =>
	plainLine(`${" ".repeat(indicatorColumns)}${glyph} ${count} more`, "quiet");

/** The cursor before the highlighted item, or the room for it. */
export const indicatorText = (isCurrent: boolean): string =>
	isCurrent ? glyphs.cursor.padEnd(indicatorColumns) : " ".repeat(indicatorColumns);
