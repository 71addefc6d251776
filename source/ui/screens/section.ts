import type { Entry, Section } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { contextLanes } from "../frame/context-lanes.ts";
import { counted } from "../frame/counted.ts";
import { detailPlace, dividerColumns, leftPaneWidth } from "../frame/layout.ts";
import { aimedAt, plainLine, ruleLine } from "../frame/line.ts";
import { cutLines, entryRow } from "../frame/list-rows.ts";
import { listParts } from "../frame/menu.ts";
import { heightOf, indented, indicatorColumns, panes, rowsPart } from "../frame/part.ts";
import { entryScreen, push } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { entryHints, entryVerbs } from "./entry-keys.ts";
import type { ListBody, ListScreen, Room } from "./screen.ts";

export type SectionScreen = { name: "section"; section: number; index: number };

const sectionOf = ({ content }: State, { section }: SectionScreen): Section => content.resume.sections[section]!;
const entryOf = (state: State, screen: SectionScreen): Entry | undefined =>
	sectionOf(state, screen).entries[screen.index];

/** The entries of a section, and the highlighted one's detail beside the list or below it. */
export const section: ListScreen<SectionScreen> = {
	kind: "list",
	path: (state, screen) => [sectionOf(state, screen).title],
	count: (state, screen) => sectionOf(state, screen).entries.length,
	body: sectionBody,
	verbs: {
		open: (state, { section, index }) => ({ state: push(state, entryScreen(section, index)) }),
		...entryVerbs(entryOf),
	},
	hints: (state, screen) => ({ ...entryHints(entryOf(state, screen)), timeline: "timeline" }),
	place: (state, screen) => ({
		section: screen.section,
		entry: screen.index,
		url: entryOf(state, screen)?.links[0]?.url,
	}),
	spoken(state, screen) {
		const { title, entries } = sectionOf(state, screen);
		return {
			title: `${title}, ${counted(entries.length, "entry", "entries")}`,
			paragraphs: [],
			items: entries.map((entry) => () => inShort(entry)),
		};
	},
};

const inShort = ({ label, title, dates }: Entry) =>
	[label, ...(title === label ? [] : [title]), ...(dates === undefined ? [] : [dates.text])].join(", ");

/** How many entries decide how wide the list is; measuring ten thousand would be felt. */
const measured = 200;

function sectionBody(state: State, screen: SectionScreen, whole: Room): ListBody {
	const { entries } = sectionOf(state, screen);
	const place = detailPlace(whole);
	const { columns } = whole;
	const highlighted = { section: screen.section, entry: screen.index };
	const lanes = place === "beside" ? contextLanes(state.content, highlighted, whole) : [];
	const room = { ...whole, rows: whole.rows - heightOf(lanes) };
	const widest = Math.max(
		...entries
			.slice(0, measured)
			.map(({ label, dates, group }) => (group ? 2 : 0) + widthOf(label) + (dates ? widthOf(dates.text) + 2 : 0)),
	);
	const listColumns = place === "beside" ? leftPaneWidth(columns, widest + indicatorColumns, 0.58) : columns;
	const needed =
		entries.length + entries.slice(0, room.rows).filter((_, index) => isFirstOfGroup(entries, index)).length;
	const rows = place === "below" ? Math.min(needed, Math.floor(room.rows / 2)) : room.rows;
	const lineColumns = listColumns - indicatorColumns;
	const list = listParts({
		length: entries.length,
		index: screen.index,
		rows,
		lineOf(item, isCurrent) {
			const entry = entries[item]!;
			const indent = entry.group === undefined ? 0 : groupIndent;
			return indented(entryRow(entry, state.content.resume.words, lineColumns - indent, isCurrent), indent);
		},
		keyOf: (item) => entries[item]!.id,
		...(entries.some(({ group }) => group) && {
			headingOf: (item) =>
				isFirstOfGroup(entries, item)
					? plainLine(" ".repeat(indicatorColumns) + truncate(entries[item]!.group!.title, lineColumns), "quiet")
					: undefined,
		}),
	});
	const entry = entries[screen.index];
	if (place === "none" || entry === undefined) {
		return { parts: list, rows };
	}

	const target = { type: "go", ...highlighted } as const;
	const detail = (width: number, height: number) =>
		aimedAt(cutLines(state.content.lines(entry, { columns: width }), height, width), target);
	if (place === "beside") {
		const right = detail(columns - listColumns - dividerColumns, room.rows);
		return { parts: [panes(list, listColumns, [rowsPart(right)], room.rows), ...lanes], rows };
	}

	const below = detail(room.textColumns, room.rows - heightOf(list) - 1);
	return { parts: [...list, rowsPart([ruleLine(columns), ...below])], rows };
}

/** Columns by which the entries of a group are indented below its heading. */
const groupIndent = 2;

/** Whether an entry is the first one below the heading that it shares with its neighbours. */
const isFirstOfGroup = (entries: readonly Entry[], index: number): boolean => {
	const title = entries[index]?.group?.title;
	return title !== undefined && entries[index - 1]?.group?.title !== title;
};
