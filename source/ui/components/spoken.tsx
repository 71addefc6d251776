import { Box, Text } from "ink";
import { spokenOf } from "../lines/spoken.ts";
import type { State } from "../state.ts";

/** The screen for a screen reader: linear text with roles, the highlighted item and its place said, no boxes. */
export function SpokenScreen({ state }: { state: State }) {
	const { title, paragraphs, item, status } = spokenOf(state);
	return (
		<Box flexDirection="column">
			<Text>{title}</Text>
			{paragraphs.map((text, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no identity but its place
				<Text key={index}>{text}</Text>
			))}
			{item !== undefined && (
				<Box aria-role="listitem" aria-state={{ selected: true }}>
					<Text>{item}</Text>
				</Box>
			)}
			<Text>{status}</Text>
		</Box>
	);
}
