import { Text } from "ink";
import { memo, use } from "react";
import { hyperlink } from "../escapes.ts";
import type { Line } from "../lines.ts";
import { ViewerContext } from "../viewer-context.ts";

/** One line of a screen. */
export const TextLine = memo(function TextLine({ line }: { line: Line }) {
	const { theme, hasHyperlinks } = use(ViewerContext);
	if (line.pieces.length === 0) {
		return <Text> </Text>;
	}

	return (
		<Text wrap="truncate">
			{line.pieces.map(({ text, role, href }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
				<Text key={index} {...theme[role]}>
					{href !== undefined && hasHyperlinks ? hyperlink(text, href) : text}
				</Text>
			))}
		</Text>
	);
});
