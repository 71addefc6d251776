import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import realStringWidth from "string-width";
import { isPlain, isPrintable } from "../../build/instead/plain.mjs";
import { Segmenter } from "../../build/instead/segmenter.mjs";
import stringWidth from "../../build/instead/string-width.mjs";

const realSegmenter = new Intl.Segmenter();
const segmentsOf = (segmenter: Pick<Intl.Segmenter, "segment">, text: string) =>
	Array.from(segmenter.segment(text), ({ segment, index }) => [segment, index]);

/** Text with what makes widths hard: marks, joiners, selectors, jamo, flags, emoji, escape sequences, halves of pairs. */
const anyText = fc
	.array(
		fc.oneof(
			fc.string({ unit: "binary", maxLength: 6 }),
			fc.string({ unit: "grapheme", maxLength: 6 }),
			fc.constantFrom(
				...[
					"a",
					"张",
					"S³PET",
					"e\u0301",
					"\u0301",
					"\u200D",
					"\uFE0F",
					"\uFE0E",
					"©",
					"❤",
					"☺",
					"👩",
					"👩‍🔬",
					"🇨",
					"🇳",
					"👍🏽",
					"1⃣",
				],
				...[
					"가",
					"\u1100",
					"\u1161",
					"\u11A8",
					"ｶ",
					"ﾞ",
					"か",
					"\u3099",
					"\r",
					"\n",
					"\t",
					"\u001B[1m",
					"\u001B[0m",
					"\u009B31m",
				],
				...[
					"\u001B]8;;https://example.org\u0007",
					"\u001B]8;;\u0007",
					"\u00AD",
					"\u200B",
					"\u0600",
					"का",
					"\uD83D",
					"\uDC69",
					"─",
					"…",
				],
			),
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(""));

test("Every code point, alone and between letters, is as wide as string-width says", () => {
	for (let code = 0; code <= 0x10ffff; code++) {
		const character = String.fromCodePoint(code);
		if (isPlain(character)) {
			assert.equal(stringWidth(character), realStringWidth(character), `U+${code.toString(16)}`);
			assert.equal(stringWidth(`a${character}b`), realStringWidth(`a${character}b`), `a U+${code.toString(16)} b`);
		}
	}
});

test("A plain character never joins another into one cluster, whatever stands before it", () => {
	const plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isPlain);
	assert.ok(plain.length > 40_000, `only ${plain.length} characters are plain`);
	// One of each kind that joins with others, as far as kinds are plain: letter, ideograph, syllable, control, symbol.
	for (const before of ["a", "张", "가", "\n", "\u001B", "©", "❤", "か"]) {
		assert.ok(isPlain(before), JSON.stringify(before));
		// In short pieces, since the time of Intl.Segmenter grows with the square of the length.
		for (let start = 0; start < plain.length; start += 64) {
			const text = plain
				.slice(start, start + 64)
				.map((character) => before + character)
				.join("");
			assert.equal([...realSegmenter.segment(text)].length, text.length, JSON.stringify(text));
		}
	}
});

test("No printable character is one that takes no cell", () => {
	for (let code = 0; code < 0x10000; code++) {
		const character = String.fromCharCode(code);
		if (isPrintable(character)) {
			assert.ok(stringWidth(character) > 0, `U+${code.toString(16)}`);
			assert.doesNotMatch(character, /\p{Default_Ignorable_Code_Point}/u, `U+${code.toString(16)}`);
		}
	}
});

test("Any text is as wide as string-width says, with each option", () => {
	fc.assert(
		fc.property(anyText, fc.boolean(), fc.boolean(), (text, ambiguousIsNarrow, countAnsiEscapeCodes) => {
			const options = { ambiguousIsNarrow, countAnsiEscapeCodes };
			assert.equal(stringWidth(text, options), realStringWidth(text, options), JSON.stringify(text));
			assert.equal(stringWidth(text), realStringWidth(text), JSON.stringify(text));
		}),
		{ numRuns: 3000 },
	);
});

test("Any text has the clusters that Intl.Segmenter finds", () => {
	const segmenter = new Segmenter(undefined, { granularity: "grapheme" });
	fc.assert(
		fc.property(anyText, fc.nat(12), (text, index) => {
			assert.deepEqual(segmentsOf(segmenter, text), segmentsOf(realSegmenter, text));
			assert.deepEqual(segmenter.segment(text).containing(index), realSegmenter.segment(text).containing(index));
		}),
		{ numRuns: 3000 },
	);
	const words = new Segmenter("en", { granularity: "word" });
	assert.deepEqual(
		segmentsOf(words, "one two"),
		segmentsOf(new Intl.Segmenter("en", { granularity: "word" }), "one two"),
	);
});
