import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { escapeKey, KeySplitter, longestPaste, longestSequence } from "../../../source/ui/terminal/key-splitter.ts";

const split = (...chunks: string[]): string[] => {
	const splitter = new KeySplitter();
	return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.flush()];
};

const keys = {
	letters: ["j", "G", "?", " ", "é", "张", "👍"],
	controls: ["\r", "\t", "\u007F", "\u0003", "\u0015"],
	arrows: ["\u001B[A", "\u001BOB", "\u001B[1;5C"],
	navigation: ["\u001B[5~", "\u001B[6~", "\u001B[H", "\u001BOF", "\u001B[Z", "\u001B[3~"],
	functions: ["\u001BOP", "\u001B[15~", "\u001B[[A"],
	kitty: ["\u001B[27u", "\u001B[106;5u"],
	paste: ["\u001B[200~two\nlines\u001B[201~"],
};
const everyKey = Object.values(keys).flat();

test("Each key of a terminal is one key, alone and among others", () => {
	for (const key of everyKey) {
		assert.deepEqual(split(key), [key], JSON.stringify(key));
	}

	assert.deepEqual(split(everyKey.join("")), everyKey);
});

test("A held key and a slow link: every press in a chunk counts", () => {
	assert.deepEqual(split("jjj"), ["j", "j", "j"]);
	assert.deepEqual(split("\u001B[B".repeat(10)), Array(10).fill("\u001B[B"));
	assert.deepEqual(split("\u001B[B\r"), ["\u001B[B", "\r"]);
});

test("A lone Esc waits for what may follow; with nothing behind it, it is the Esc key", () => {
	const splitter = new KeySplitter();
	assert.deepEqual(splitter.push("\u001B"), []);
	assert.equal(splitter.isWaiting, true);
	assert.deepEqual(splitter.flush(), [escapeKey]);
	assert.equal(splitter.isWaiting, false);
	assert.deepEqual(split("\u001B\u001B[A"), [escapeKey, "\u001B[A"]);
	assert.deepEqual(split("\u001B[1;"), [], "the beginning of a sequence is nothing");
	assert.deepEqual(split("\u001Bq\u001B\r"), [escapeKey, "q", escapeKey, "\r"], "a key behind it counts");
});

test("Cut anywhere, what is sent gives the same keys", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...everyKey)), fc.array(fc.nat(200)), (pressed, cuts) => {
			const text = pressed.join("");
			const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
			const chunks = places.slice(1).map((place, index) => text.slice(places[index], place));
			// A cut through a character is the business of the decoder, which comes before this.
			fc.pre(chunks.every((chunk) => !/\p{Cs}/u.test(chunk)));
			assert.deepEqual(split(...chunks), pressed);
		}),
	);
});

test("What a terminal answers is no key", () => {
	for (const reply of [
		"\u001B]4;1;rgb:1010/2020/3030\u001B\\",
		"\u001B]52;c;AAAA\u0007",
		"\u001BP1$r0m\u001B\\",
		"\u001B_Gi=1;OK\u001B\\",
		"\u001B^pm\u001B\\",
		"\u001BXsos\u001B\\",
	]) {
		assert.deepEqual(split(`a${reply}b`), ["a", "b"], JSON.stringify(reply));
		assert.deepEqual(split(...`a${reply}b`), ["a", "b"], JSON.stringify(reply));
	}

	const background = "\u001B]11;rgb:1010/2020/3030";
	assert.deepEqual(split(`a${background}\u001B\\b`), ["a", background, "b"], "but the one that is asked for");
	assert.deepEqual(
		split(`${background}${"0".repeat(100_000)}\u0007`)[0]!.length,
		40,
		"of which a bounded part is kept",
	);

	const cutOff = new KeySplitter();
	cutOff.push("\u001B]");
	assert.equal(cutOff.isWaiting, true);
	cutOff.flush();
	assert.deepEqual(cutOff.push("jk"), ["j", "k"], "Esc and ] do not swallow what is typed");
	assert.deepEqual(split("\u001B]11;broken\u001B[A"), ["\u001B[A"], "a key ends an answer that was cut off");
});

test("A sequence longer than any key's is dropped whole, and the next key is one", () => {
	const longest = `\u001B[${"1".repeat(longestSequence - 3)}A`;
	assert.equal(longest.length, longestSequence);
	assert.deepEqual(split(`${longest}j`), [longest, "j"]);
	assert.deepEqual(split(`\u001B[${"1".repeat(longestSequence)}Aj`), ["j"]);
	assert.deepEqual(split(`\u001B[${"1;".repeat(100_000)}mj`), ["j"]);
});

test("A control character ends a sequence and counts itself", () => {
	assert.deepEqual(split("\u001B[12\u0003j"), ["\u0003", "j"]);
	assert.deepEqual(split("\u001BO\rj"), ["\r", "j"]);
});

test("Of a paste a bounded part is kept; what follows it is keys again", () => {
	const [key, ...rest] = split(`\u001B[200~${"x".repeat(50_000)}\u001B[201~j`);
	assert.equal(key, `\u001B[200~${"x".repeat(longestPaste)}\u001B[201~`);
	assert.deepEqual(rest, ["j"]);
	assert.deepEqual(split("\u001B[200~a\u001B[Ab\u001B[201~"), ["\u001B[200~a\u001B[Ab\u001B[201~"]);
	assert.deepEqual(split("\u001B[200~\u001B\u001B[201~"), ["\u001B[200~\u001B\u001B[201~"]);
});

test("A paste whose end never comes ends at Ctrl-C, and when nothing follows", () => {
	assert.deepEqual(split("\u001B[200~abc\u0003j"), ["\u001B[200~abc\u001B[201~", "\u0003", "j"]);
	const splitter = new KeySplitter();
	splitter.push("\u001B[200~abc");
	assert.equal(splitter.patience, 500);
	splitter.push("x".repeat(300_000));
	assert.deepEqual(splitter.flush(), [`\u001B[200~abc${"x".repeat(longestPaste - 3)}\u001B[201~`]);
	assert.equal(splitter.isWaiting, false);
	assert.deepEqual(splitter.push("j"), ["j"]);
});

test("Whatever is sent, nothing is thrown, and no key is longer than its bound", () => {
	const anything = fc.oneof(
		fc.string({ unit: "binary" }),
		fc
			.array(fc.constantFrom("\u001B", "[", "O", "]", "P", "\\", "2", "0", "1", "~", ";", "\u0007", "\r", "x"))
			.map((parts) => parts.join("")),
	);
	fc.assert(
		fc.property(fc.array(anything), (chunks) => {
			for (const key of split(...chunks)) {
				assert.ok(key.length <= Math.max(longestSequence, longestPaste + 12), JSON.stringify(key));
				assert.notEqual(key, "");
			}
		}),
	);
});
