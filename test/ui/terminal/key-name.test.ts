import assert from "node:assert/strict";
import test from "node:test";
import type { Key } from "ink";
import { keyName } from "../../../source/ui/terminal/key-name.ts";

const pressed = (...flags: (keyof Key)[]) => Object.fromEntries(flags.map((flag) => [flag, true])) as unknown as Key;

test("Keys have the names of the keymap", () => {
	assert.equal(keyName("", pressed("upArrow")), "up");
	assert.equal(keyName("", pressed("pageDown")), "pagedown");
	assert.equal(keyName("\r", pressed("return")), "enter");
	assert.equal(keyName("", pressed("escape")), "escape");
	assert.equal(keyName("", pressed("escape", "meta")), "escape");
	assert.equal(keyName("", pressed("tab")), "tab");
	assert.equal(keyName("", pressed("tab", "shift")), "shift-tab");
	assert.equal(keyName("", pressed("backspace")), "backspace");
	assert.equal(keyName("", pressed("delete")), "delete");
	assert.equal(keyName("u", pressed("ctrl")), "ctrl-u");
	assert.equal(keyName("G", pressed("shift")), "G");
	assert.equal(keyName("张", pressed()), "张");
	assert.equal(keyName(" ", pressed()), " ");
});

test("What the keymap has no name for is nothing: Alt with a letter, function keys", () => {
	assert.equal(keyName("x", pressed("meta")), undefined);
	assert.equal(keyName("", pressed()), undefined);
});
