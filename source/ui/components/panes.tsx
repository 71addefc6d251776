import { Box, Text } from "ink";
import { type ReactNode, use } from "react";
import { dividerColumns } from "../layout.ts";
import { dividerText } from "../view.ts";
import { ViewerContext } from "./viewer-context.ts";

/** Two panes side by side with a line between them as high as the body. */
export function Panes({
	left,
	right,
	leftColumns,
	rows,
}: {
	left: ReactNode;
	right: ReactNode;
	leftColumns: number;
	rows: number;
}) {
	const { theme } = use(ViewerContext);
	return (
		<Box>
			<Box width={leftColumns} flexShrink={0}>
				{left}
			</Box>
			<Box width={dividerColumns} flexShrink={0}>
				<Text {...theme.rule}>{Array.from({ length: rows }, () => dividerText).join("\n")}</Text>
			</Box>
			<Box flexGrow={1}>{right}</Box>
		</Box>
	);
}
