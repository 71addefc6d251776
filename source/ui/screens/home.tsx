import type { Section } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import { indicatorColumns, Menu } from "../components/menu.tsx";
import { Panes } from "../components/panes.tsx";
import { TextLines } from "../components/text-lines.tsx";
import { dividerColumns, layoutOf, leftPaneWidth } from "../layout.ts";
import { type Line, plainLine } from "../lines.ts";
import { listHeight } from "../measure.ts";
import { cutLines, entryRow, sectionRow } from "../rows.ts";
import type { State } from "../state.ts";

/** The menu of sections; beside it, where the width allows, the entries of the highlighted one. */
export function HomeScreen({ state, index }: { state: State; index: number }) {
	const { sections } = state.content.resume;
	const layout = layoutOf(state.size);
	const rows = listHeight(state);
	const widest = Math.max(0, ...sections.map(({ title }) => widthOf(title))) + indicatorColumns + 4;
	const leftColumns = layout.hasPreview ? leftPaneWidth(layout, widest, 0.45) : layout.width;
	const menu = (
		<Menu
			length={sections.length}
			index={index}
			rows={rows}
			lineOf={(item, isCurrent) => sectionRow(sections[item]!, leftColumns - indicatorColumns, isCurrent)}
		/>
	);
	const section = sections[index];
	if (!layout.hasPreview || section === undefined) {
		return menu;
	}

	const columns = layout.width - leftColumns - dividerColumns;
	const lines = cutLines(previewLines(state, section, rows, columns), rows, columns);
	return <Panes left={menu} right={<TextLines lines={lines} />} leftColumns={leftColumns} rows={rows} />;
}

/** The whole of a section's only entry; of several, each with its dates under it where there is room for that. */
function previewLines({ content }: State, { entries }: Section, rows: number, columns: number): Line[] {
	const [only, ...others] = entries;
	if (only !== undefined && others.length === 0) {
		return content.lines(only, { columns });
	}

	const hasRoom = entries.length * 2 <= rows;
	return entries
		.slice(0, rows + 1)
		.flatMap((entry) =>
			hasRoom
				? [
						plainLine(truncate(entry.label, columns)),
						...(entry.dates === undefined ? [] : [plainLine(truncate(entry.dates.text, columns), "quiet")]),
					]
				: [entryRow(entry, columns, false)],
		);
}
