import { Box } from "ink";
import { widthOf } from "../../text/width.ts";
import { indicatorColumns, Menu } from "../components/menu.tsx";
import { Panes } from "../components/panes.tsx";
import { TextLines } from "../components/text-lines.tsx";
import { bodyRows, dividerColumns, layoutOf, leftPaneWidth } from "../layout.ts";
import { listHeight } from "../measure.ts";
import { cutLines, entryRow } from "../rows.ts";
import type { State } from "../state.ts";

/** How many entries decide how wide the list is; measuring ten thousand would be felt. */
const measured = 200;

/** The entries of a section, and the highlighted one's detail beside the list or below it. */
export function SectionScreen({ state, section, index }: { state: State; section: number; index: number }) {
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
	const listColumns = detail === "beside" ? leftPaneWidth(layout, widest + indicatorColumns, 0.58) : width;
	const list = (
		<Menu
			length={entries.length}
			index={index}
			rows={rows}
			lineOf={(item, isCurrent) => entryRow(entries[item]!, listColumns - indicatorColumns, isCurrent)}
		/>
	);
	const entry = entries[index];
	if (detail === "none" || entry === undefined) {
		return list;
	}

	const columns =
		detail === "beside" ? width - listColumns - dividerColumns : Math.min(width, layout.textWidth) - indicatorColumns;
	const room = detail === "beside" ? body : body - rows - 1;
	const lines = cutLines(state.content.lines(entry, { columns }), room, columns);
	if (detail === "beside") {
		return <Panes left={list} right={<TextLines lines={lines} />} leftColumns={listColumns} rows={body} />;
	}

	return (
		<Box flexDirection="column">
			{list}
			<Box marginTop={1} paddingLeft={indicatorColumns}>
				<TextLines lines={lines} />
			</Box>
		</Box>
	);
}
