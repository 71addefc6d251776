import { Text } from "ink";
import { use } from "react";
import type { Line } from "../lines/lines.ts";
import { paintLine } from "../output/paint.ts";
import { ViewerContext } from "./viewer-context.ts";

/** Lines under each other: one text, since each is as wide as there is room, or less. */
export function TextLines({ lines }: { lines: readonly Line[] }) {
	const { theme, hasHyperlinks } = use(ViewerContext);
	if (lines.length === 0) {
		return null;
	}

	return <Text wrap="truncate">{lines.map((line) => paintLine(line, theme, hasHyperlinks) || " ").join("\n")}</Text>;
}
