import { axisOf, barOf } from "../../resume/timeline.ts";
import { truncate } from "../../text/width.ts";
import { clamp, layoutOf } from "../layout.ts";
import { plainLine } from "../lines/lines.ts";
import { row } from "../lines/rows.ts";
import { listHeight } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { indicatorColumns, type View } from "../view.ts";

const gap = 2;
/** Columns of a label beside which there is room for its dates. */
const datesFrom = 60;

/** The dated entries as bars to scale, in the order they began; the dates of the highlighted one beside the years. */
export function timelineView(state: State, { index }: { index: number }): View {
	const timeline = state.content.timeline();
	const { width } = layoutOf(state.size);
	if (timeline.rows.length === 0) {
		return { lines: [plainLine("no dates in this résumé", "quiet")] };
	}

	const columns = width - indicatorColumns;
	const barColumns = clamp(Math.floor(columns * 0.45), 8, 60);
	const labelColumns = columns - barColumns - gap;
	const { years, rule } = axisOf(timeline, barColumns);
	const hasDates = labelColumns >= datesFrom;
	const currentDates = hasDates ? "" : (timeline.rows[index]?.dates ?? "");
	return {
		lines: [
			plainLine(truncate(`  ${years}${" ".repeat(gap)}${currentDates}`, width), "quiet"),
			plainLine(`  ${rule}`, "rule"),
		],
		menu: {
			length: timeline.rows.length,
			index,
			rows: listHeight(state),
			lineOf(item, isCurrent) {
				const bar = timeline.rows[item]!;
				const role = isCurrent ? "current" : "plain";
				return {
					pieces: [
						{ text: barOf(bar, timeline, barColumns) + " ".repeat(gap), role },
						...row(bar.label, hasDates ? bar.dates : "", labelColumns, isCurrent).pieces,
					],
				};
			},
		},
	};
}
