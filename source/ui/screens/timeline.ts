import { yearsOf } from "../../resume/gist.ts";
import type { Entry } from "../../resume/model.ts";
import { barOf, type TimelineRow } from "../../resume/timeline.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { axisLines, barColumnsOf, laneGap } from "../frame/lanes.ts";
import { blankLine, plainLine, ruleLine } from "../frame/line.ts";
import { row } from "../frame/list-rows.ts";
import { listParts } from "../frame/menu.ts";
import { indented, indicatorColumns, rowsPart } from "../frame/part.ts";
import { entryPreview } from "../frame/preview-lines.ts";
import { entryScreen, push } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { entryHints, entryVerbs } from "./entry-keys.ts";
import type { ListBody, ListScreen, Room } from "./screen.ts";

export type TimelineScreen = { name: "timeline"; index: number };

const rowOf = ({ content }: Pick<State, "content">, { index }: TimelineScreen): TimelineRow | undefined =>
	content.timeline().rows[index];

function entryOf(state: Pick<State, "content">, screen: TimelineScreen): Entry | undefined {
	const at = rowOf(state, screen);
	return at && state.content.resume.sections[at.section]?.entries[at.entry];
}

/** The dated entries as bars to scale, in the order they began. */
export const timeline: ListScreen<TimelineScreen> = {
	kind: "list",
	path: () => ["Timeline"],
	count: ({ content }) => content.timeline().rows.length,
	body: timelineBody,
	verbs: {
		open(state, screen) {
			const at = rowOf(state, screen);
			return at ? { state: push(state, entryScreen(at.section, at.entry)) } : {};
		},
		...entryVerbs(entryOf),
	},
	hints: (state, screen) => entryHints(entryOf(state, screen)),
	place(state, screen) {
		const at = rowOf(state, screen);
		return at && { section: at.section, entry: at.entry, url: entryOf(state, screen)?.links[0]?.url };
	},
	start({ content }, place) {
		const { rows } = content.timeline();
		const isSection = (at: TimelineRow) => at.section === place?.section;
		const exact = rows.findIndex((at) => isSection(at) && at.entry === place?.entry);
		return { name: "timeline", index: Math.max(0, exact === -1 ? rows.findIndex(isSection) : exact) };
	},
	spoken: ({ content }) => ({
		title: "Timeline, in the order things began",
		paragraphs: [],
		items: content.timeline().rows.map(
			({ label, dates }) =>
				() =>
					`${label}, ${dates}`,
		),
	}),
};

/** Columns of a label beside which there is room for its dates. */
const datesFrom = 44;

function timelineBody(
	{ content }: State,
	{ index }: TimelineScreen,
	{ columns: width, textColumns, rows: height }: Room,
): ListBody {
	const timeline = content.timeline();
	const bars = timeline.rows;
	if (bars.length === 0) {
		return { parts: [rowsPart([plainLine(truncate("no dates in this résumé", width), "quiet")])], rows: height };
	}

	const columns = width - indicatorColumns;
	const barColumns = barColumnsOf(columns);
	const labelColumns = columns - barColumns - laneGap;
	const hasDates = labelColumns >= datesFrom;
	const current = bars[index];
	const dates = current && entryOf({ content }, { name: "timeline", index })?.dates;
	const years = dates === undefined ? "" : yearsOf(dates, content.resume.words);
	// Years that are cut would be others.
	const aside = hasDates
		? (timeline.asOf ?? "")
		: ([current?.dates, years].find((text) => text !== undefined && widthOf(text) <= labelColumns) ?? "");
	const head = axisLines(timeline, columns, barColumns, aside).map((line) => indented(line, indicatorColumns));
	// If there are rows to spare, bars are easier to follow with air between them.
	const air = height >= head.length + 2 * bars.length + 1 + airyDetail ? [blankLine] : [];
	const below = height - head.length - bars.length * (1 + air.length) - 1;
	const detail =
		current === undefined || below < leastDetail
			? []
			: entryPreview(content, current, { columns: textColumns, rows: below });
	const rows = Math.max(1, height - head.length - (detail.length === 0 ? 0 : below + 1));
	const list = listParts({
		length: bars.length,
		index,
		rows,
		lineOf(item, isCurrent) {
			const bar = bars[item]!;
			const drawn = barOf(bar, timeline, barColumns) + " ".repeat(laneGap);
			const label = row(bar.label, hasDates ? bar.dates : "", labelColumns, isCurrent);
			return { pieces: [{ text: drawn, role: isCurrent ? "current" : "plain" }, ...label.pieces] };
		},
		belowOf: () => air,
	});
	const preview = detail.length === 0 ? [] : [rowsPart([ruleLine(width), ...detail])];
	return { parts: [rowsPart(head), ...list, ...preview], rows };
}

/** The fewest rows that the highlighted entry's own lines are worth. */
const leastDetail = 4;
/** They keep this many if there is air between the bars. */
const airyDetail = 12;
