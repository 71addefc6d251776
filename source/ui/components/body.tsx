import { Box } from "ink";
import { indicatorColumns, type View } from "../view.ts";
import { Menu } from "./menu.tsx";
import { Panes } from "./panes.tsx";
import { TextLines } from "./text-lines.tsx";

/** What a screen shows between header and footer. */
export function Body({ view: { lines, menu, detail } }: { view: View }) {
	const list = menu && <Menu menu={menu} />;
	if (detail?.place === "beside") {
		const { menuColumns, rows } = detail;
		return <Panes left={list} right={<TextLines lines={detail.lines} />} leftColumns={menuColumns} rows={rows} />;
	}

	return (
		<Box flexDirection="column">
			<TextLines lines={lines} />
			{list}
			{detail && (
				<Box marginTop={1} paddingLeft={indicatorColumns}>
					<TextLines lines={detail.lines} />
				</Box>
			)}
		</Box>
	);
}
