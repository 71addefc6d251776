import { Box, Text } from "ink";
import type { Spoken as SpokenText } from "../frame/spoken.ts";

/** The screen for a screen reader: linear text with roles, the highlighted item and its place said, no boxes. */
export function Spoken({ title, paragraphs, item, status }: SpokenText) {
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
