import { Text } from "ink";
import { memo, use } from "react";
import type { Line } from "../lines/lines.ts";
import { paintLine } from "../output/paint.ts";
import { ViewerContext } from "./viewer-context.ts";

/** One line of a screen. */
export const TextLine = memo(function TextLine({ line }: { line: Line }) {
	const { theme, hasHyperlinks } = use(ViewerContext);
	return <Text wrap="truncate">{paintLine(line, theme, hasHyperlinks) || " "}</Text>;
});
