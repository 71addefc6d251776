import type { Entry, Section } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { dividerColumns, layoutOf, leftPaneWidth } from "../layout.ts";
import { blankLine, briefLines, type Line, plainLine } from "../lines/lines.ts";
import { cutLines, entryRow, sectionRow, trimEnd } from "../lines/rows.ts";
import { listHeight } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { indicatorColumns, type View } from "../view.ts";

/** The menu of sections; beside it, where the width allows, the entries of the highlighted one. */
export function homeView(state: State, { index }: { index: number }): View {
	const { sections } = state.content.resume;
	const layout = layoutOf(state.size);
	const rows = listHeight(state);
	const widest = Math.max(0, ...sections.map(({ title }) => widthOf(title))) + indicatorColumns + 4;
	const menuColumns = layout.hasPreview ? leftPaneWidth(layout, widest, 0.45) : layout.width;
	const menu: View = {
		lines: [],
		menu: {
			length: sections.length,
			index,
			rows,
			lineOf: (item, isCurrent) => sectionRow(sections[item]!, menuColumns - indicatorColumns, isCurrent),
		},
	};
	const section = sections[index];
	if (!layout.hasPreview || section === undefined) {
		return menu;
	}

	const columns = layout.width - menuColumns - dividerColumns;
	const lines = cutLines(trimEnd(previewLines(state, section, rows, columns)), rows, columns);
	return { ...menu, detail: { place: "beside", lines, menuColumns, rows } };
}

/** From so many columns on, running text beside the menu reads well. */
const wholeFrom = 48;

/**
 * The entries of a section, each as fully as there is room for all of them: whole, in short, by name and dates, or on
 * one line. In a narrow pane the body of an entry would be rags, and most of what a key press sends: it is left to the
 * entry's own screen.
 */
function previewLines(state: State, { entries }: Section, rows: number, columns: number): Line[] {
	const isWide = columns >= wholeFrom;
	const whole = (entry: Entry) => state.content.lines(entry, { columns });
	const [single, ...others] = entries;
	if (single !== undefined && others.length === 0) {
		return isWide ? whole(single) : briefLines(single, columns);
	}

	const shown = entries.slice(0, rows + 1);
	const named = (entry: Entry) => nameLines(entry, columns);
	const spaced = (form: (entry: Entry) => Line[]) => (entry: Entry) => [...form(entry), blankLine];
	const forms = [
		...(isWide ? [spaced(whole), spaced((entry) => briefLines(entry, columns))] : []),
		spaced(named),
		named,
	];
	return (
		forms.map((form) => shown.flatMap(form)).find((lines) => lines.length - 1 <= rows) ??
		shown.map((entry) => entryRow(entry, columns, false))
	);
}

const nameLines = ({ label, dates }: Entry, columns: number): Line[] => [
	plainLine(truncate(label, columns)),
	...(dates === undefined ? [] : [plainLine(truncate(dates.text, columns), "quiet")]),
];
