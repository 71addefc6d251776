import type { Section } from "../../resume/model.ts";
import { axisOf, barOf, type Timeline, type TimelineRow } from "../../resume/timeline.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { clamp, type Size } from "./layout.ts";
import { aimedAt, blankLine, type Line, type Piece, plainLine } from "./line.ts";

/** Columns between a bar and its label. */
export const laneGap = 2;

/** How many columns the bars have: half of all, and what the labels leave if it's known how wide these are. */
export const barColumnsOf = (columns: number, widestLabel = columns): number =>
	clamp(Math.max(Math.floor(columns * 0.5), columns - laneGap - widestLabel), 8, 72);

/** The years and the rule under them, and at the right of the years what else is to be said. */
export function axisLines(timeline: Timeline, columns: number, barColumns: number, aside: string): Line[] {
	const { years, rule } = axisOf(timeline, barColumns);
	return [plainLine(truncate(`${years}${" ".repeat(laneGap)}${aside}`, columns), "quiet"), plainLine(rule, "rule")];
}

/** What is highlighted: a section's bars, or that of one entry. */
export type Highlight = { section: number; entry?: number };

/**
 * The timeline in this many rows, its axis included: a lane for each entry if there's room, else one for each section.
 * The bars of what is highlighted stand out.
 *
 * @returns fewer than three lines if there is nothing to show, or no room for it
 */
export function laneLines(
	timeline: Timeline,
	sections: readonly Section[],
	highlighted: Highlight,
	{ columns, rows }: Size,
): Line[] {
	const room = rows - axisRows;
	if (timeline.rows.length === 0 || room < 1) {
		return [];
	}

	const lanes = lanesIn(timeline, sections, highlighted, room);
	const asOf = timeline.asOf ?? "";
	const barColumns = barColumnsOf(columns, Math.max(...[asOf, ...lanes.map(({ label }) => label)].map(widthOf)));
	const labelColumns = columns - barColumns - laneGap;
	// If there are rows to spare, bars are easier to follow with air between them.
	const air = Array<Line>(Math.min(mostAir, Math.floor(room / lanes.length) - 1)).fill(blankLine);
	return [
		...axisLines(timeline, columns, barColumns, asOf),
		...lanes.flatMap(({ bars, label }) => {
			const [{ section, entry }] = bars as [TimelineRow];
			const isCurrent = bars.some((bar) => isMeant(highlighted, bar));
			const pieces: Piece[] = [
				{ text: mergedBars(bars, timeline, barColumns) + " ".repeat(laneGap), role: isCurrent ? "current" : "plain" },
				{ text: truncate(label, labelColumns), role: isCurrent ? "current" : "quiet" },
			];
			return [...air, ...aimedAt([{ pieces }], { type: "go", section, ...(bars.length === 1 && { entry }) })];
		}),
	];
}

/** Rows of the years and the rule under them. */
export const axisRows = 2;
/** The most blank rows above a lane. */
const mostAir = 2;

const isMeant = ({ section, entry }: Highlight, bar: TimelineRow) =>
	bar.section === section && (entry === undefined || bar.entry === entry);

type Lane = { bars: readonly TimelineRow[]; label: string };

/**
 * A lane for each entry if there is room; if not, for each one of the section that an entry is highlighted in; else one
 * for each section that has dates, as many as fit.
 */
function lanesIn(
	timeline: Timeline,
	sections: readonly Section[],
	{ section, entry }: Highlight,
	room: number,
): Lane[] {
	const own = entry === undefined ? [] : timeline.rows.filter((bar) => bar.section === section);
	const bars = [timeline.rows, own].find(({ length }) => length > 0 && length <= room);
	if (bars !== undefined) {
		return bars.map((bar) => ({ bars: [bar], label: bar.label }));
	}

	const dated = sections.flatMap(({ title: label }, index) => {
		const bars = timeline.rows.filter((bar) => bar.section === index);
		return bars.length === 0 ? [] : [{ index, bars, label }];
	});
	// The highlighted one is in sight, however many there are.
	const at = Math.max(
		0,
		dated.findIndex(({ index }) => index === section),
	);
	const first = clamp(at - room + 1, 0, Math.max(0, dated.length - room));
	return dated.slice(first, first + room);
}

/** Several bars in one lane: of two that overlap, the one that says more shows. */
function mergedBars(bars: readonly TimelineRow[], timeline: Timeline, columns: number): string {
	const drawn = bars.map((bar) => barOf(bar, timeline, columns));
	return Array.from({ length: columns }, (_, column) =>
		drawn.map((bar) => bar[column]!).reduce((shown, each) => (weight(each) > weight(shown) ? each : shown)),
	).join("");
}

const weight = (character: string) => " ╌━▶◆".indexOf(character);
