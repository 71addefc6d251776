import { escapeKey } from "../../ui/terminal/key-splitter.ts";

/** Keys that end a sequence `ESC [ …` or `ESC O …` with a letter; modifiers may come before it (xterm's PC-style keys). */
const letters: Record<string, string> = { A: "up", B: "down", C: "right", D: "left", H: "home", F: "end" };
/** Keys of the form `ESC [ n ~` (DEC's VT220; the Linux console, rxvt). */
const numbers: Record<string, string> = {
	1: "home",
	3: "delete",
	4: "end",
	5: "pageup",
	6: "pagedown",
	7: "home",
	8: "end",
};
const characters: Record<string, string> = {
	"\r": "enter",
	"\t": "tab",
	"\b": "backspace",
	"\u007F": "backspace",
	[escapeKey]: "escape",
	"\u001B[Z": "shift-tab",
};

const sequence = /^\u001B(?:\[|O)(\d*)(?:;\d+)?([~A-Za-z])$/;

/**
 * What `KeySplitter` cut out, as the keymap names it; the same as `keyName` says of what Ink makes of it, which nobody
 * asks here. Undefined for what has no name: function keys, Insert.
 */
export function rawKeyName(raw: string): string | undefined {
	const character = characters[raw];
	if (character !== undefined) {
		return character;
	}

	if (raw.startsWith("\u001B")) {
		const [, number = "", final = ""] = sequence.exec(raw) ?? [];
		return final === "~" ? numbers[number] : letters[final];
	}

	return raw < " " ? `ctrl-${String.fromCharCode(raw.charCodeAt(0) + 0x60)}` : raw;
}
