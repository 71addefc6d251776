/**
 * All arithmetic of the screen: pure, in columns and rows. Flexbox places the parts; this gives them their budgets.
 */

export type Size = { columns: number; rows: number };

/** Below this only a request for more room is shown. */
export const smallestSize: Size = { columns: 20, rows: 6 };

/** Text wider than this is hard to read. */
const widestText = 100;
/** A frame wider than this leaves the eye nothing to hold on to. */
const widestFrame = 160;
const rulesFromRows = 11;
const footerRows = 1;

export type Layout = Size & {
	isTooSmall: boolean;
	/** Blank columns at the left. */
	margin: number;
	/** Columns of the frame, between the margins. */
	width: number;
	/** Columns of running text. */
	textWidth: number;
	/** At most this many lines are above the body on the home screen; one on all others. */
	headerRows: number;
	hasRules: boolean;
};

/** Whether the terminal is too small to show anything. */
export const isTooSmall = ({ columns, rows }: Size): boolean =>
	columns < smallestSize.columns || rows < smallestSize.rows;

/** Where everything goes on a terminal of this size. */
export function layoutOf({ columns, rows }: Size): Layout {
	const margin = columns >= 60 ? 2 : columns >= 30 ? 1 : 0;
	const width = Math.max(1, Math.min(columns - 2 * margin, widestFrame));
	return {
		columns,
		rows,
		isTooSmall: isTooSmall({ columns, rows }),
		margin: columns > widestFrame + 2 * margin ? Math.floor((columns - width) / 2) : margin,
		width,
		textWidth: Math.min(width, widestText),
		headerRows: rows < 9 ? 1 : rows < 12 ? 2 : rows < 20 ? 3 : 4,
		hasRules: rows >= rulesFromRows,
	};
}

/** Rows between the header and the footer, if the header takes `headerRows` lines. */
export function bodyRows(layout: Layout, headerRows = 1): number {
	return Math.max(1, layout.rows - headerRows - footerRows - (layout.hasRules ? 2 : 0));
}

/** From this many columns of a body on, a list and the detail of its highlighted item are side by side. */
const besideFrom = 92;
/** With fewer rows a list leaves no room for a detail below it. */
const belowFromRows = 12;

/** Where the detail of a list's highlighted item goes. */
export const detailPlace = ({ columns, rows }: Size): "none" | "below" | "beside" =>
	columns >= besideFrom ? "beside" : rows >= belowFromRows ? "below" : "none";

/**
 * Columns of the left one of two panes: as wide as its widest item, but at least a quarter and at most `share` of all.
 */
export const leftPaneWidth = (columns: number, widestItem: number, share = 0.5): number =>
	Math.max(Math.floor(columns / 4), Math.min(widestItem, Math.floor(columns * share)));

/** Columns of the line between two panes. */
export const dividerColumns = 3;

export type ListWindow = {
	/** Index of the first item in view. */
	first: number;
	/** How many are in view. */
	count: number;
	/** Whether a line above or below says how many more there are. */
	hasMoreAbove: boolean;
	hasMoreBelow: boolean;
};

/** With fewer rows than this, every one of them is for an item. */
const moreFromRows = 4;

/**
 * Which items of a list are in view: the highlighted one in the middle, except near the ends. If not all fit, a line
 * says how many more there are on that side.
 */
export function listWindow(length: number, index: number, rows: number): ListWindow {
	if (length <= rows) {
		return { first: 0, count: length, hasMoreAbove: false, hasMoreBelow: false };
	}

	if (rows < moreFromRows) {
		const first = clamp(index - Math.floor(rows / 2), 0, length - rows);
		return { first, count: rows, hasMoreAbove: false, hasMoreBelow: false };
	}

	const half = Math.floor((rows - 2) / 2);
	const hasMoreAbove = index - half > 1;
	const hasMoreBelow = index - half + rows - 2 < length - 1;
	const count = rows - (hasMoreAbove && hasMoreBelow ? 2 : 1);
	return {
		first: hasMoreAbove ? (hasMoreBelow ? index - half : length - count) : 0,
		count,
		hasMoreAbove,
		hasMoreBelow,
	};
}

/** `value`, but at least `least` and at most `most`; `least` if there is no room between them. */
export const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
