import { glyphs } from "../../theme.ts";
import { listWindow } from "./layout.ts";
import { type Line, plainLine } from "./line.ts";
import { indicatorColumns, menuPart, type Part, rowsPart } from "./part.ts";

/** The part of a list that is in view. */
export type Menu = {
	items: readonly MenuItem[];
	/** Which of them is highlighted; -1 if the highlighted one is in another part of the list. */
	current: number;
};

export type MenuItem = {
	/** Its place in the whole list, from 0. */
	index: number;
	/** What it is called among the others: an id, or its place. */
	key: string;
	/** As it is drawn, without the cursor before it. */
	line: Line;
	/** More lines of it. */
	below?: readonly Line[];
};

export type ListOptions = {
	/** How many items there are in all. */
	length: number;
	/** The highlighted one. */
	index: number;
	/** Rows there are for it. */
	rows: number;
	/** Only asked for items in view. */
	lineOf: (index: number, isCurrent: boolean) => Line;
	keyOf?: (index: number) => string;
	/** More lines of an item, as many of each. */
	belowOf?: (index: number, isCurrent: boolean) => readonly Line[];
	/** A heading above an item, of one line. */
	headingOf?: (index: number) => Line | undefined;
};

/** What of a list these rows have room for: menus, headings, and how many more there are above and below. */
export function listParts(options: ListOptions): Part[] {
	const { length, index, rows, belowOf, headingOf } = options;
	const height = 1 + (length === 0 ? 0 : (belowOf?.(index, true).length ?? 0));
	const slots = headingOf === undefined ? undefined : slotsOf(length, headingOf);
	const at = slots === undefined ? index : slots.indexOf(index);
	const total = slots?.length ?? length;
	const window = listWindow(total, at, Math.max(1, Math.floor(rows / height)));
	const shown = Array.from({ length: window.count }, (_, offset) => {
		const slot = window.first + offset;
		return slots === undefined ? slot : slots[slot]!;
	});
	const items = shown.filter((slot) => typeof slot === "number");
	const above = items[0] ?? 0;
	const below = length - 1 - (items.at(-1) ?? length - 1);
	return [
		...(window.hasMoreAbove ? [rowsPart([more(glyphs.up, above, "pageUp")])] : []),
		...runsOf(shown).map((run) =>
			typeof run[0] === "number" ? menuPart(menuOf(run as number[], options)) : rowsPart(run as Line[]),
		),
		...(window.hasMoreBelow ? [rowsPart([more(glyphs.down, below, "pageDown")])] : []),
	];
}

/** An item by its index, or a heading. */
type Slot = number | Line;

const slotsOf = (length: number, headingOf: (index: number) => Line | undefined): Slot[] =>
	Array.from({ length }, (_, index) => [headingOf(index), index])
		.flat()
		.filter((slot) => slot !== undefined);

/** Items that follow each other, and headings that do. */
function runsOf(slots: readonly Slot[]): Slot[][] {
	const runs: Slot[][] = [];
	for (const slot of slots) {
		const last = runs.at(-1);
		if (last !== undefined && typeof last[0] === typeof slot) {
			last.push(slot);
		} else {
			runs.push([slot]);
		}
	}

	return runs;
}

function menuOf(indexes: readonly number[], { index, lineOf, keyOf = String, belowOf }: ListOptions): Menu {
	const items = indexes.map((item): MenuItem => {
		const isCurrent = item === index;
		const below = belowOf?.(item, isCurrent);
		return { index: item, key: keyOf(item), line: lineOf(item, isCurrent), ...(below && { below }) };
	});
	return { items, current: indexes.indexOf(index) };
}

const more = (glyph: string, count: number, verb: "pageUp" | "pageDown"): Line => ({
	...plainLine(`${" ".repeat(indicatorColumns)}${glyph} ${count} more`, "quiet"),
	target: { type: "verb", verb },
});
