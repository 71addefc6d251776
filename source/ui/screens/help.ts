import { widthOf } from "../../text/width.ts";
import { type Line, layOut } from "../frame/line.ts";
import { keymap } from "../state/keymap.ts";
import { back } from "../state/layers.ts";
import type { Scrolled } from "../state/state.ts";
import type { TextScreen } from "./screen.ts";

export type HelpScreen = { name: "help" } & Scrolled;

/** What the keys do. */
export const help: TextScreen<HelpScreen> = {
	kind: "text",
	path: () => ["Help"],
	text: ({ content }, _screen, { textColumns }) => helpLines(textColumns, content.resume.languages.length > 1),
	// Whoever looks for the way out of the help wants to go on reading.
	verbs: { quit: (state) => ({ state: back(state) }) },
	hints: () => ({ down: "scroll", back: "back", quit: "close", interrupt: "quit" }),
	start: () => ({ name: "help", top: 0 }),
	spokenTitle: () => "Help",
};

/** With fewer columns than this for what keys do, it is below them. */
const leastBeside = 20;

/**
 * The help, from the keymap: the keys in one column, what they do in the next.
 *
 * @param hasLanguages whether there is another language to change to
 */
export function helpLines(columns: number, hasLanguages: boolean): Line[] {
	const told = keymap.filter(({ help, verb }) => help !== "" && (verb !== "language" || hasLanguages));
	const keyColumns = Math.max(...told.map(({ shown }) => widthOf(shown))) + 2;
	const isBeside = columns - keyColumns >= leastBeside;
	return told.flatMap(({ shown, help }) => {
		const key = { text: isBeside ? shown.padEnd(keyColumns) : shown, role: "key" as const };
		const lines = layOut([{ text: help, role: "plain" }], { columns, lead: " ".repeat(isBeside ? keyColumns : 2) });
		const [first, ...rest] = lines;
		return isBeside ? [{ pieces: [key, ...first!.pieces.slice(1)] }, ...rest] : [{ pieces: [key] }, ...lines];
	});
}
