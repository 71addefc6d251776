import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { render, Text, useInput } from "ink";
import { createElement } from "react";
import { rawKeyName } from "../../../source/ssh/screen/raw-key.ts";
import { keyName } from "../../../source/ui/terminal/key-name.ts";
import { escapeKey } from "../../../source/ui/terminal/key-splitter.ts";

const esc = "\u001B";
const control = Array.from({ length: 26 }, (_, index) => String.fromCharCode(index + 1));
const raws = [
	...control.filter((character) => character !== "\n"),
	"\u007F",
	..."aAzZ09/?~é张😀 ",
	escapeKey,
	...["A", "B", "C", "D", "H", "F"].flatMap((letter) => [`${esc}[${letter}`, `${esc}O${letter}`]),
	...["A", "B", "C", "D"].map((letter) => `${esc}[1;5${letter}`),
	...["1", "3", "4", "5", "6", "7", "8"].map((number) => `${esc}[${number}~`),
	`${esc}[Z`,
	`${esc}[2~`,
	`${esc}OP`,
	`${esc}[11~`,
	`${esc}[15~`,
	`${esc}[24~`,
	`${esc}[[A`,
	`${esc}[E`,
];

/** What App asks Ink for, and nothing else. */
function Listener({ onKey }: { onKey: (name: string | undefined) => void }) {
	useInput((input, key) => onKey(keyName(input, key)));
	return createElement(Text, null, "");
}

test("a key has the name that Ink's reading of it has", async () => {
	const names: Array<string | undefined> = [];
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode() {},
		ref() {},
		unref() {},
	});
	const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: true });
	const instance = render(createElement(Listener, { onKey: (name) => names.push(name) }), {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
	});
	for (const raw of raws) {
		names.length = 0;
		stdin.write(raw);
		await new Promise((resolve) => setImmediate(resolve));
		await new Promise((resolve) => setImmediate(resolve));
		const [name] = names;
		assert.equal(rawKeyName(raw), name, JSON.stringify(raw));
	}

	instance.unmount();
});
