import { Box } from "ink";
import type { Line } from "../lines.ts";
import { TextLine } from "./text-line.tsx";

/** Lines under each other. */
export function TextLines({ lines }: { lines: readonly Line[] }) {
	return (
		<Box flexDirection="column">
			{lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
				<TextLine key={index} line={line} />
			))}
		</Box>
	);
}
