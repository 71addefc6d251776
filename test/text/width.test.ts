import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import stringWidth from "string-width";
import { fit, isNarrow, prepareFor, truncate, whenPrepared, widthOf, wrap } from "../../source/text/width.ts";

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
		[...new Intl.Segmenter().segment(text.normalize())].every(({ segment }) => stringWidth(segment) <= narrowest),
	);

test("Jobs that wait for libraries run in their order, and those that need none at once", async () => {
	const done: string[] = [];
	whenPrepared("plain", () => done.push("plain"));
	assert.deepEqual(done, ["plain"]);
	whenPrepared("清华", () => done.push("清华"));
	whenPrepared("after", () => done.push("after"));
	assert.deepEqual(done, ["plain"]);
	await prepareFor("清华");
	whenPrepared("later", () => done.push("later"));
	await Promise.resolve();
	assert.deepEqual(done, ["plain", "清华", "after", "later"]);
	assert.equal(widthOf("清华"), 4);
});

test("Every narrow character is as wide as string-width says, and none joins another into one", () => {
	const narrow = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isNarrow);
	assert.ok(narrow.length > 900, `only ${narrow.length} characters are narrow`);
	for (const character of narrow) {
		assert.equal(stringWidth(character), 1, JSON.stringify(character));
		assert.equal(stringWidth(`a${character}b`), 3, JSON.stringify(character));
	}

	const segmenter = new Intl.Segmenter();
	for (let start = 0; start < narrow.length; start += 64) {
		const text = narrow.slice(start, start + 64).join("");
		assert.equal([...segmenter.segment(text)].length, text.length, JSON.stringify(text));
	}
});

test("Any text is as wide as string-width says", () => {
	fc.assert(
		fc.property(anyText, (text) => assert.equal(widthOf(text), stringWidth(text))),
		{ numRuns: 1000 },
	);
});

test("Chinese and emoji take two columns, a combining mark none", () => {
	assert.deepEqual(["abc", "清华", "👍", "e\u0301", "S³PET", "–", ""].map(widthOf), [3, 4, 2, 1, 5, 1, 0]);
});

test("What is cut ends in an ellipsis and never in half a character", () => {
	assert.equal(truncate("abcdef", 4), "abc…");
	assert.equal(truncate("abcd", 4), "abcd");
	assert.equal(truncate("清华大学", 5), "清华…");
	assert.equal(truncate("清华大学", 4), "清…");
	assert.equal(truncate("abc", 0), "");
	assert.equal(truncate("abc · def", 6), "abc …");
	assert.equal(truncate("abc › def", 7), "abc …");
	assert.equal(truncate("清华 · 大学", 7), "清华 …");
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
