import { gistText } from "../../resume/gist.ts";
import { fit, widthOf } from "../../text/width.ts";
import type { Content } from "../content.ts";
import type { Code } from "../frame/card-lines.ts";
import { laneLines } from "../frame/lanes.ts";
import { dividerColumns, leftPaneWidth, type Size } from "../frame/layout.ts";
import { blankLine, type Line, plainLine, ruleLine } from "../frame/line.ts";
import { countOf, sectionRow } from "../frame/list-rows.ts";
import { listParts } from "../frame/menu.ts";
import { filledParts, heightOf, indicatorColumns, type Part, panes, rowsPart } from "../frame/part.ts";
import { previewLines } from "../frame/preview-lines.ts";
import type { State } from "../state/state.ts";
import type { ListBody, Room } from "./screen.ts";

/** From this many columns on, the preview is beside the menu, whose items have their gist on a line of its own. */
const besideFrom = 92;
/** The fewest rows that a preview and a timeline are worth. */
const leastPreview = 3;
const leastTimeline = 5;
/** From this many columns on, there is a timeline. */
const timelineFrom = 56;

/**
 * The menu, and what there is room for: the preview first, then the timeline, then the code; they go in the other order.
 */
export function homeBody(state: State, { index }: { index: number }, room: Room): ListBody {
	return room.columns >= besideFrom ? besideBody(state, index, room) : stackedBody(state, index, room);
}

/** The menu, below it the preview, below that the timeline. */
function stackedBody(state: State, index: number, { columns, rows }: Room): ListBody {
	const { content } = state;
	const { sections } = content.resume;
	const rule = ruleLine(columns);
	const spare = rows - 1 - leastPreview;
	const menuRows = Math.min(sections.length, spare >= sections.length ? sections.length : Math.max(spare, 5));
	const menu = listParts({
		length: sections.length,
		index,
		rows: Math.min(rows, menuRows),
		lineOf: gistRows(content, columns - indicatorColumns),
		keyOf: (item) => sections[item]!.id,
	});
	const below = rows - heightOf(menu) - 1;
	if (below < leastPreview || sections.length === 0) {
		return { parts: menu, rows: menuRows };
	}

	// As high for each section: readers don't search for what stays in place, and it isn't sent.
	const laneRows = Math.floor(below / 2);
	const lanes =
		columns >= timelineFrom && laneRows >= leastTimeline
			? laneLines(content.timeline(), sections, { section: index }, { columns, rows: laneRows })
			: [];
	const timeline = lanes.length === 0 ? [] : [rule, ...lanes];
	const previewRows = below - timeline.length;
	const preview = filledParts([rowsPart(previewLines(content, index, { columns, rows: previewRows }))], previewRows);
	return { parts: [...menu, rowsPart([rule]), ...preview, rowsPart(timeline)], rows: menuRows };
}

/** The menu and the preview side by side, below them the timeline and the code. */
function besideBody(state: State, index: number, { columns, rows }: Room): ListBody {
	const { content, look } = state;
	if (content.timeline().rows.length > 0) {
		const bottom = bottomParts(state, index, { columns, rows });
		const topRows = rows - heightOf(bottom);
		return { parts: [besidePanes(content, index, { columns, rows: topRows }), ...bottom], rows: topRows };
	}

	const code = content.code(look, { columns: columns - leastPaneColumns - codeGap, rows });
	if (code === undefined) {
		return { parts: [besidePanes(content, index, { columns, rows })], rows };
	}

	const leftColumns = columns - code.columns - codeGap;
	const left = [besidePanes(content, index, { columns: leftColumns, rows })];
	return { parts: [besideCode(left, leftColumns, code, rows)], rows };
}

function besidePanes(content: Content, index: number, { columns, rows }: Size): Part {
	const { sections } = content.resume;
	const menuColumns = leftPaneWidth(columns, Math.floor(columns * 0.42), 0.42);
	const width = menuColumns - indicatorColumns;
	const spacing = rows >= sections.length * 3 - 1 ? 2 : rows >= sections.length * 2 ? 1 : 0;
	const menu = listParts({
		length: sections.length,
		index,
		rows: rows + (spacing === 2 ? 1 : 0),
		lineOf:
			spacing === 0 ? gistRows(content, width) : (item, isCurrent) => sectionRow(sections[item]!, width, isCurrent),
		keyOf: (item) => sections[item]!.id,
		...(spacing > 0 && {
			belowOf: (item) => [
				plainLine(gistText(content.gists()[item]!, width), "quiet"),
				...(spacing === 2 && item < sections.length - 1 ? [blankLine] : []),
			],
		}),
	});
	const preview = previewLines(content, index, { columns: columns - menuColumns - dividerColumns, rows });
	return panes(menu, menuColumns, [rowsPart(preview)], rows);
}

/** Rows that the menu and the preview keep when the code is shown, and when the timeline is. */
const topWithCode = 11;
const topWithTimeline = 9;
/** Of all rows, what the code may take; the smallest one needs 18, its words included. */
const codeShare = 0.65;
const leastCode = 18;
/** Columns between the code and what is beside it, and what that needs: the timeline, or the menu and the preview. */
const codeGap = 4;
const leastLaneColumns = 56;
const leastPaneColumns = 72;

const besideCode = (left: readonly Part[], leftColumns: number, code: Code, rows: number): Part => ({
	kind: "columns",
	left,
	leftColumns,
	between: { text: " ".repeat(codeGap), role: "plain" },
	right: [rowsPart(code.lines)],
	rows,
});

/** The timeline with the code at its right, or alone, or nothing; under a rule. */
function bottomParts({ content, look }: State, index: number, { columns, rows }: Size): Part[] {
	const rule = rowsPart([ruleLine(columns)]);
	const lanesIn = (size: Size) => laneLines(content.timeline(), content.resume.sections, { section: index }, size);
	const codeRows = Math.min(rows - topWithCode - 1, Math.max(leastCode, Math.floor(rows * codeShare)));
	const code = content.code(look, { columns: columns - leastLaneColumns - codeGap, rows: codeRows });
	if (code !== undefined) {
		const { length } = code.lines;
		const leftColumns = columns - code.columns - codeGap;
		return [rule, besideCode([rowsPart(lanesIn({ columns: leftColumns, rows: length }))], leftColumns, code, length)];
	}

	const room = Math.min(rows - topWithTimeline - 1, Math.floor(rows / 2));
	const lanes = room < leastTimeline ? [] : lanesIn({ columns, rows: room });
	return lanes.length === 0 ? [] : [rule, rowsPart(lanes)];
}

/** A row of the menu as columns: a section's title, how many entries it has if it's more than one, its gist. */
function gistRows(content: Content, columns: number): (item: number, isCurrent: boolean) => Line {
	const { sections } = content.resume;
	const widest = Math.max(...sections.map(({ title }) => widthOf(title)));
	const titleColumns = Math.min(Math.max(widest, leastTitle), Math.floor(columns * 0.45));
	const digits = Math.max(...sections.map((section) => countOf(section).length));
	// If nothing is counted, there is no column for it.
	const countColumns = digits === 0 ? 0 : digits + 1;
	const gistColumns = columns - titleColumns - countColumns - gistGap;
	if (gistColumns < (widest > titleColumns ? worthACut : leastGist)) {
		return (item, isCurrent) => sectionRow(sections[item]!, columns, isCurrent);
	}

	return (item, isCurrent) => {
		const section = sections[item]!;
		return {
			pieces: [
				{ text: fit(section.title, titleColumns), role: isCurrent ? "current" : "plain" },
				{ text: countOf(section).padStart(countColumns) + " ".repeat(gistGap), role: "quiet" },
				{ text: gistText(content.gists()[item]!, gistColumns), role: "quiet" },
			],
		};
	};
}

const gistGap = 2;
/** A gist of fewer columns says nothing; one of so many is worth a title that is cut. */
const leastGist = 16;
const worthACut = 24;
/** Narrower titles would have their counts too near. */
const leastTitle = 16;
