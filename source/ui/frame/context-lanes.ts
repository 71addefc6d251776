import type { Content } from "../content.ts";
import { type Highlight, laneLines } from "./lanes.ts";
import type { Size } from "./layout.ts";
import { ruleLine } from "./line.ts";
import { type Part, rowsPart } from "./part.ts";

/** From this many rows on, a window has room for more than what one reads … */
const tallFrom = 30;
/** … which gets at most this share of them. */
const share = 0.4;

/** The timeline at the bottom of a tall window, with what is being read highlighted; nothing if it doesn't fit. */
export function contextLanes({ timeline, resume }: Content, highlighted: Highlight, { columns, rows }: Size): Part[] {
	const lanes =
		rows < tallFrom
			? []
			: laneLines(timeline(), resume.sections, highlighted, { columns, rows: Math.floor(rows * share) });
	return lanes.length === 0 ? [] : [rowsPart([ruleLine(columns), ...lanes])];
}
