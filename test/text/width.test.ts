import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { fit, truncate, widthOf, wrap } from "../../source/text/width.ts";

/** The narrowest lines that are tried. */
const narrowest = 2;

const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom("清华", "word ", "👍", "é", "e\u0301", "–"),
			fc.string({ unit: "grapheme", maxLength: 8 }),
		),
	)
	.map((parts) => parts.join("").replace(/[\p{C}\u2028\u2029]/gu, ""))
	// A few musical signs are one character of three columns: no line of two can hold one.
	.filter((text) =>
		[...new Intl.Segmenter().segment(text.normalize())].every(({ segment }) => widthOf(segment) <= narrowest),
	);

test("Chinese and emoji take two columns, a combining mark none", () => {
	assert.deepEqual(["abc", "清华", "👍", "e\u0301", "S³PET", "–", ""].map(widthOf), [3, 4, 2, 1, 5, 1, 0]);
});

test("What is cut ends in an ellipsis and never in half a character", () => {
	assert.equal(truncate("abcdef", 4), "abc…");
	assert.equal(truncate("abcd", 4), "abcd");
	assert.equal(truncate("清华大学", 5), "清华…");
	assert.equal(truncate("清华大学", 4), "清…");
	assert.equal(truncate("abc", 0), "");
	assert.equal(truncate("abc", 1), "…");
});

test("Cut texts are no wider than asked, fitted ones exactly so, wrapped ones lose no word", () => {
	fc.assert(
		fc.property(anyText, fc.integer({ min: narrowest, max: 40 }), (text, columns) => {
			assert.ok(widthOf(truncate(text, columns)) <= columns);
			assert.equal(widthOf(fit(text, columns)), columns);
			const lines = wrap(text, columns);
			assert.ok(lines.length >= 1 && lines.every((line) => widthOf(line) <= columns));
			const squeeze = (part: string) => part.normalize().replace(/\s/g, "");
			assert.equal(squeeze(lines.join("")), squeeze(text));
		}),
		{ numRuns: 300 },
	);
});

test("Words wrap between them, and break only where they are longer than a line", () => {
	assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
	assert.deepEqual(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
	assert.deepEqual(wrap("", 3), [""]);
	assert.deepEqual(wrap("abc", 0), [""]);
});
