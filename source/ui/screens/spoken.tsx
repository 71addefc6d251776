import { Box, Text } from "ink";
import { type Spoken, spokenOf } from "../spoken.ts";
import type { State } from "../state.ts";

/** The screen for a screen reader: linear text with roles, the highlighted item and its place said, no boxes. */
export function SpokenScreen({ state }: { state: State }) {
	const { title, items, paragraphs, status } = spokenOf(state);
	return (
		<Box flexDirection="column">
			<Text>{title}</Text>
			{paragraphs.map((text, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no identity but its place
				<Text key={index}>{text}</Text>
			))}
			{items.length > 0 && <Items items={items} />}
			<Text>{status}</Text>
		</Box>
	);
}

function Items({ items }: Pick<Spoken, "items">) {
	return (
		<Box flexDirection="column" aria-role="list">
			{items.map(({ text, isCurrent }) => (
				<Box key={text} aria-role="listitem" aria-state={{ selected: isCurrent }}>
					<Text>{text}</Text>
				</Box>
			))}
		</Box>
	);
}
