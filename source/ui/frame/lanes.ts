import type { Section } from "../../resume/model.ts";
import { axisOf, barOf, type Timeline, type TimelineRow } from "../../resume/timeline.ts";
import { truncate } from "../../text/width.ts";
import { clamp } from "./layout.ts";
import { aimedAt, blankLine, type Line, type Piece, plainLine } from "./line.ts";

/** Columns between a bar and its label. */
export const laneGap = 2;

/** How many columns the bars have; the labels have the others. */
export const barColumnsOf = (columns: number): number => clamp(Math.floor(columns * 0.5), 8, 72);

/** The years and the rule under them, and at the right of the years what else is to be said. */
export function axisLines(timeline: Timeline, columns: number, barColumns: number, aside: string): Line[] {
	const { years, rule } = axisOf(timeline, barColumns);
	return [plainLine(truncate(`${years}${" ".repeat(laneGap)}${aside}`, columns), "quiet"), plainLine(rule, "rule")];
}

/**
 * The timeline in so many rows, its axis included: a lane for each entry if there's room, else one for each section.
 * The bars of the section that is highlighted stand out.
 *
 * @returns fewer than three lines if there is nothing to show, or no room for it
 */
export function laneLines(
	timeline: Timeline,
	sections: readonly Section[],
	highlighted: number,
	{ columns, rows }: { columns: number; rows: number },
): Line[] {
	const barColumns = barColumnsOf(columns);
	const labelColumns = columns - barColumns - laneGap;
	const axis = axisLines(timeline, columns, barColumns, timeline.asOf ?? "");
	const room = rows - axis.length;
	if (timeline.rows.length === 0 || room < 1) {
		return [];
	}

	const lane = (bars: readonly TimelineRow[], label: string): Line[] => {
		const [{ section, entry }] = bars as [TimelineRow];
		const isCurrent = section === highlighted;
		const pieces: Piece[] = [
			{ text: mergedBars(bars, timeline, barColumns) + " ".repeat(laneGap), role: isCurrent ? "current" : "plain" },
			{ text: truncate(label, labelColumns), role: isCurrent ? "current" : "quiet" },
		];
		return aimedAt([{ pieces }], { type: "go", section, ...(bars.length === 1 && { entry }) });
	};
	if (timeline.rows.length <= room) {
		const lanes = timeline.rows.flatMap((bar) => lane([bar], bar.label));
		// Where rows remain, bars are easier to follow with air between them.
		return lanes.length * 2 <= room ? [...axis, ...lanes.flatMap((each) => [blankLine, each])] : [...axis, ...lanes];
	}

	const dated = sections.flatMap(({ title }, index) => {
		const bars = timeline.rows.filter(({ section }) => section === index);
		return bars.length === 0 ? [] : [{ index, bars, title }];
	});
	// The highlighted one is in sight, however many there are.
	const at = Math.max(
		0,
		dated.findIndex(({ index }) => index === highlighted),
	);
	const first = clamp(at - room + 1, 0, Math.max(0, dated.length - room));
	return [...axis, ...dated.slice(first, first + room).flatMap(({ bars, title }) => lane(bars, title))];
}

/** Several bars in one lane: where two overlap, what says more is seen. */
function mergedBars(bars: readonly TimelineRow[], timeline: Timeline, columns: number): string {
	const drawn = bars.map((bar) => barOf(bar, timeline, columns));
	return Array.from({ length: columns }, (_, column) =>
		drawn.map((bar) => bar[column]!).reduce((shown, each) => (weight(each) > weight(shown) ? each : shown)),
	).join("");
}

const weight = (character: string) => " ╌━▶◆".indexOf(character);
