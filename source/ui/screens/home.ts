import type { Entry, Section } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { dividerColumns, layoutOf, leftPaneWidth } from "../layout.ts";
import { blankLine, type Line, plainLine } from "../lines.ts";
import { listHeight } from "../measure.ts";
import { cutLines, entryRow, sectionRow, trimEnd } from "../rows.ts";
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

/**
 * The entries of a section, each as fully as there is room for all of them: whole, by name, title and
 * dates, by name and dates, or on one line.
 */
function previewLines({ content }: State, { entries }: Section, rows: number, columns: number): Line[] {
	const shown = entries.slice(0, rows + 1);
	const whole = (entry: Entry) => [...content.lines(entry, { columns }), blankLine];
	if (entries.length === 1) {
		return shown.flatMap(whole);
	}

	const forms = [
		whole,
		(entry: Entry) => [...shortLines(entry, columns, true), blankLine],
		(entry: Entry) => [...shortLines(entry, columns), blankLine],
		(entry: Entry) => shortLines(entry, columns),
	];
	return (
		forms.map((form) => shown.flatMap(form)).find((lines) => lines.length - 1 <= rows) ??
		shown.map((entry) => entryRow(entry, columns, false))
	);
}

const shortLines = ({ label, title, dates }: Entry, columns: number, hasTitle = false): Line[] => [
	plainLine(truncate(label, columns)),
	...(hasTitle && title !== label ? [plainLine(truncate(title, columns), "quiet")] : []),
	...(dates === undefined ? [] : [plainLine(truncate(dates.text, columns), "quiet")]),
];
