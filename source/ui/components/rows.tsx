import { Text } from "ink";
import { use } from "react";
import type { Line } from "../frame/line.ts";
import { paintLine } from "../terminal/paint-line.ts";
import { ViewerContext } from "./viewer-context.ts";

/** Rows below each other: one text, since each is as wide as there is room, or less. */
export function Rows({ rows }: { rows: readonly Line[] }) {
	const { theme, hasHyperlinks } = use(ViewerContext);
	if (rows.length === 0) {
		return null;
	}

	return <Text wrap="truncate">{rows.map((row) => paintLine(row, theme, hasHyperlinks) || " ").join("\n")}</Text>;
}
