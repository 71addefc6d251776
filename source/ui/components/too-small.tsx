import { Text } from "ink";
import { smallestSize } from "../layout.ts";

/** One line that says what is needed, shortened to whatever there is. */
export function TooSmallScreen({ columns }: { columns: number }) {
	const text = `needs ${smallestSize.columns}×${smallestSize.rows}`;
	return <Text wrap="truncate">{text.slice(0, columns)}</Text>;
}
