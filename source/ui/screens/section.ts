import { widthOf } from "../../text/width.ts";
import { bodyRows, dividerColumns, layoutOf, leftPaneWidth } from "../layout.ts";
import { cutLines, entryRow } from "../lines/rows.ts";
import { listHeight } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { indicatorColumns, type View } from "../view.ts";

/** How many entries decide how wide the list is; measuring ten thousand would be felt. */
const measured = 200;

/** The entries of a section, and the highlighted one's detail beside the list or below it. */
export function sectionView(state: State, { section, index }: { section: number; index: number }): View {
	const { entries } = state.content.resume.sections[section]!;
	const layout = layoutOf(state.size);
	const { detail, width } = layout;
	const body = bodyRows(layout);
	const rows = listHeight(state);
	const widest = Math.max(
		...entries
			.slice(0, measured)
			.map(({ label, dates }) => widthOf(label) + (dates === undefined ? 0 : widthOf(dates.text) + 2)),
	);
	const menuColumns = detail === "beside" ? leftPaneWidth(layout, widest + indicatorColumns, 0.58) : width;
	const list: View = {
		lines: [],
		menu: {
			length: entries.length,
			index,
			rows,
			lineOf: (item, isCurrent) => entryRow(entries[item]!, menuColumns - indicatorColumns, isCurrent),
		},
	};
	const entry = entries[index];
	if (detail === "none" || entry === undefined) {
		return list;
	}

	if (detail === "beside") {
		const columns = width - menuColumns - dividerColumns;
		const lines = cutLines(state.content.lines(entry, { columns }), body, columns);
		return { ...list, detail: { place: "beside", lines, menuColumns, rows: body } };
	}

	const columns = Math.min(width, layout.textWidth) - indicatorColumns;
	const lines = cutLines(state.content.lines(entry, { columns }), body - rows - 1, columns);
	return { ...list, detail: { place: "below", lines } };
}
