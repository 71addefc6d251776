import type { Content } from "../content.ts";
import { type Highlight, laneLines } from "./lanes.ts";
import type { Size } from "./layout.ts";
import { ruleLine } from "./line.ts";
import { type Part, rowsPart } from "./part.ts";

/** From this many rows on, a window has room for more than what one reads … */
const tallFrom = 30;
/** … for which this much of them is free. */
const share = 0.4;

/** The timeline at the bottom of a tall window, what one reads highlighted, under a rule; nothing if it takes too much. */
export function contextLanes({ timeline, resume }: Content, highlighted: Highlight, { columns, rows }: Size): Part[] {
	const lanes =
		rows < tallFrom
			? []
			: laneLines(timeline(), resume.sections, highlighted, { columns, rows: Math.floor(rows * share) });
	return lanes.length === 0 ? [] : [rowsPart([ruleLine(columns), ...lanes])];
}
