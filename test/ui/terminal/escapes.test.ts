import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { clipboardWrite, hyperlink } from "../../../source/ui/terminal/escapes.ts";

test("A hyperlink is OSC 8 with the address in printable ASCII", () => {
	assert.equal(
		hyperlink("site", "https://example.org/a?b=c"),
		"\u001B]8;;https://example.org/a?b=c\u0007site\u001B]8;;\u0007",
	);
	assert.match(
		hyperlink("x", "https://example.org/张 三"),
		/^\u001B\]8;;https:\/\/example\.org\/%E5%BC%A0%20%E4%B8%89\u0007/,
	);
});

test("An address that GNU screen would print the rest of isn't made a link", () => {
	const long = (length: number) => "https://example.org/".padEnd(length, "a");
	assert.match(hyperlink("site", long(700)), /^\u001B/);
	assert.equal(hyperlink("site", long(701)), "site");
	assert.equal(hyperlink("site", `https://example.org/${"张".repeat(80)}`), "site");
});

test("No address ends the sequence that it stands in", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (url) => {
			assert.match(hyperlink("x", `${url}\u0007\u001B\\`), /^\u001B\]8;;[!-~]*\u0007x\u001B\]8;;\u0007$/);
		}),
	);
});

test("The clipboard gets UTF-8 as base64", () => {
	const [, data] = /^\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(clipboardWrite("S³PET 张\u0007"))!;
	assert.equal(Buffer.from(data!, "base64").toString(), "S³PET 张\u0007");
});
