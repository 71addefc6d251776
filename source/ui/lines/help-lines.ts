import { widthOf } from "../../text/width.ts";
import { keymap } from "../keymap.ts";
import { type Line, layOut } from "./lines.ts";

/** The help, from the keymap: the keys in one column, what they do in the next. */
export function helpLines(columns: number): Line[] {
	const told = keymap.filter(({ help }) => help !== "");
	const widest = Math.max(...told.map(({ shown }) => widthOf(shown)));
	const keyColumns = Math.min(widest, Math.floor(columns / 2)) + 2;
	return told.flatMap(({ shown, help }) => {
		// Keys that leave no room beside them stand above what they do.
		const isBeside = widthOf(shown) < keyColumns;
		const key = { text: isBeside ? shown.padEnd(keyColumns) : shown, role: "key" as const };
		const lines = layOut([{ text: help, role: "plain" }], { columns, lead: " ".repeat(isBeside ? keyColumns : 2) });
		const [first, ...rest] = lines;
		return isBeside ? [{ pieces: [key, ...first!.pieces.slice(1)] }, ...rest] : [{ pieces: [key] }, ...lines];
	});
}
