import type { Entry } from "../../resume/model.ts";
import { axisOf, barOf, type TimelineRow } from "../../resume/timeline.ts";
import { truncate } from "../../text/width.ts";
import { clamp } from "../frame/layout.ts";
import { plainLine } from "../frame/line.ts";
import { indicatorColumns, menuOf } from "../frame/menu.ts";
import { menuPart, rowsPart } from "../frame/part.ts";
import { row } from "../frame/rows.ts";
import { openUrl } from "../state/effect.ts";
import { entryScreen, push } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { copyEntry } from "./copy-entry.ts";
import type { ListBody, ListScreen, Room } from "./screen.ts";

export type TimelineScreen = { name: "timeline"; index: number };

const rowOf = ({ content }: State, { index }: TimelineScreen): TimelineRow | undefined =>
	content.timeline().rows[index];

function entryOf(state: State, screen: TimelineScreen): Entry | undefined {
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
		openLink: (state, screen) => openUrl(entryOf(state, screen)?.links[0]?.url),
		copy: (state, screen) => copyEntry(entryOf(state, screen)),
	},
	hints(state, screen) {
		const hasLinks = (entryOf(state, screen)?.links.length ?? 0) > 0;
		return {
			down: "move",
			open: "open",
			back: "back",
			search: "search",
			...(hasLinks && { openLink: "open link" }),
			copy: "copy",
			help: "help",
			quit: "quit",
		};
	},
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

const gap = 2;
/** Columns of a label beside which there is room for its dates. */
const datesFrom = 60;
/** The years and the rule under them. */
const headRows = 2;

function timelineBody({ content }: State, { index }: TimelineScreen, { columns: width, rows: height }: Room): ListBody {
	const { rows: bars, ...axis } = content.timeline();
	if (bars.length === 0) {
		return { parts: [rowsPart([plainLine(truncate("no dates in this résumé", width), "quiet")])], rows: height };
	}

	const columns = width - indicatorColumns;
	const barColumns = clamp(Math.floor(columns * 0.45), 8, 60);
	const labelColumns = columns - barColumns - gap;
	const { years, rule } = axisOf({ ...axis, rows: bars }, barColumns);
	const hasDates = labelColumns >= datesFrom;
	const currentDates = hasDates ? "" : (bars[index]?.dates ?? "");
	const rows = Math.max(1, height - headRows);
	const menu = menuOf({
		length: bars.length,
		index,
		rows,
		lineOf(item, isCurrent) {
			const bar = bars[item]!;
			const role = isCurrent ? "current" : "plain";
			return {
				pieces: [
					{ text: barOf(bar, { ...axis, rows: bars }, barColumns) + " ".repeat(gap), role },
					...row(bar.label, hasDates ? bar.dates : "", labelColumns, isCurrent).pieces,
				],
			};
		},
	});
	const head = [
		plainLine(truncate(`  ${years}${" ".repeat(gap)}${currentDates}`, width), "quiet"),
		plainLine(`  ${rule}`, "rule"),
	];
	return { parts: [rowsPart(head), menuPart(menu)], rows };
}
