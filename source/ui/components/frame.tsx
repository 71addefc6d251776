import { Box, Text } from "ink";
import { use } from "react";
import { layoutOf } from "../layout.ts";
import { headerLines } from "../lines/header-lines.ts";
import type { State } from "../state.ts";
import { glyphs } from "../theme.ts";
import { viewOf } from "../view-of.ts";
import { Body } from "./body.tsx";
import { Footer } from "./footer.tsx";
import { TextLines } from "./text-lines.tsx";
import { ViewerContext } from "./viewer-context.ts";

/** The whole screen: header, body, footer, with rules between them where there is room. */
export function Frame({ state }: { state: State }) {
	const { columns, rows, margin, width, hasRules } = layoutOf(state.size);
	return (
		<Box flexDirection="column" width={columns} height={rows} paddingLeft={margin} overflow="hidden">
			<TextLines lines={headerLines(state)} />
			{hasRules && <Rule columns={width} />}
			<Box flexGrow={1} flexDirection="column" overflow="hidden">
				<Body view={viewOf(state)} />
			</Box>
			{hasRules && <Rule columns={width} />}
			<Footer state={state} />
		</Box>
	);
}

function Rule({ columns }: { columns: number }) {
	const { theme } = use(ViewerContext);
	return <Text {...theme.rule}>{glyphs.rule.repeat(columns)}</Text>;
}
