import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { LateSegmenter } from "../../build/instead/segmenter.mjs";
import { isNarrow } from "../../source/text/width.ts";

const segmentsOf = (segmenter: Pick<LateSegmenter, "segment">, text: string) =>
	Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));

test("A text falls into the same graphemes as with Intl.Segmenter, whatever it is made of", () => {
	const units = [
		"\u001B[1m",
		"\u001B]8;;https://x.org/\u0007",
		"\n",
		"\r",
		"\r\n",
		"e\u0301",
		"👩‍👩‍👧",
		"🇩🇪",
		"한",
		"é",
		"a",
	];
	const text = fc
		.array(fc.oneof(fc.constantFrom(...units), fc.string({ unit: "binary" })))
		.map((parts) => parts.join(""));
	const real = new Intl.Segmenter(undefined, { granularity: "grapheme" });
	fc.assert(
		fc.property(text, (given) => {
			assert.deepEqual(segmentsOf(new LateSegmenter(), given), segmentsOf(real, given));
		}),
	);
});

test("No narrow character joins another, and none joins a control", () => {
	const narrow = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isNarrow);
	assert.ok(narrow.length > 900);
	const all = narrow.flatMap((character) => [character, "\n", character, "\u001B", character, "\u0007"]).join("");
	assert.equal(segmentsOf(new Intl.Segmenter(), all + all).length, (all + all).length);
});

test("Words are divided by Intl.Segmenter", () => {
	const options = { granularity: "word" } as const;
	assert.deepEqual(
		segmentsOf(new LateSegmenter("en", options), "two words"),
		segmentsOf(new Intl.Segmenter("en", options), "two words"),
	);
});
