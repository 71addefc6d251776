import type { Key } from "ink";

/**
 * A key press as the keymap names it: "up", "enter", "shift-tab", "ctrl-u", or the character itself.
 * @returns undefined for what has no name here: function keys, Alt with a letter.
 */
export function keyName(input: string, key: Key): string | undefined {
	if (key.meta && !key.escape) {
		return undefined;
	}

	for (const [flag, name] of named) {
		if (key[flag]) {
			return key.shift && name === "tab" ? "shift-tab" : name;
		}
	}

	if (key.ctrl) {
		return `ctrl-${input}`;
	}

	return input === "" ? undefined : input;
}

const named = [
	["upArrow", "up"],
	["downArrow", "down"],
	["leftArrow", "left"],
	["rightArrow", "right"],
	["pageUp", "pageup"],
	["pageDown", "pagedown"],
	["home", "home"],
	["end", "end"],
	["return", "enter"],
	["escape", "escape"],
	["tab", "tab"],
	["backspace", "backspace"],
	["delete", "delete"],
] as const satisfies ReadonlyArray<readonly [keyof Key, string]>;
