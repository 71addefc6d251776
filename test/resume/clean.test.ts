import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanLine, cleanText } from "../../source/resume/clean.ts";

// Written apart from the code, by the tables of ECMA-48 and UAX #9.
const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const pieces = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.constantFrom(
		"\u001B",
		"[",
		"]",
		"\u009B",
		"\u009D",
		"\u0090",
		"\u001B[",
		"\u001B]0;",
		"\u0007",
		"\u001B\\",
		"31m",
		"P",
		"X",
	),
	fc.constantFrom(
		"\uD800",
		"\uDC00",
		"\u200B",
		"\u2028",
		"\u0085",
		"\r",
		"\n",
		"\t",
		"\u0301",
		"\u{E0041}",
		"\u202E",
		"\u00AD",
	),
	fc.constantFrom("word", " ", "é", "中", "👩‍🔬"),
);
const anyText = fc.array(pieces).map((parts) => parts.join(""));

test("nothing that a terminal obeys survives, and cleaning twice is cleaning once", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const clean = cleanText(text);
			assert.doesNotMatch(clean, obeyed);
			assert.doesNotThrow(() => encodeURIComponent(clean), "a lone surrogate");
			assert.equal(cleanText(clean), clean);
			const line = cleanLine(text);
			assert.doesNotMatch(line, /[\n\t]|^\s|\s$|\s\s/u);
			assert.equal(cleanLine(line), line);
		}),
		{ numRuns: 2000 },
	);
});

test("text without anything to obey stays as it is", () => {
	const letters = fc.stringMatching(/^[ -~À-ɏ†-… ‹›⁰-₎₠-₿ぁ-ゖ一-龥가-힣ァ-ヴ\n]*$/u);
	fc.assert(
		fc.property(letters, (text) => {
			assert.equal(cleanText(text), text);
		}),
	);
});

test("escape sequences go whole, and what stands around them stays", () => {
	const cases: [string, string][] = [
		["\u001B[31mred\u001B[0m", "red"],
		["\u009B31mred", "red"],
		["\u001B]0;title\u0007text", "text"],
		["\u001B]8;;http://x\u001B\\link\u001B]8;;\u001B\\", "link"],
		["\u001BPq#0\u001B\\after", "after"],
		["\u001BcReset", "Reset"],
		["\u001B(Bx", "x"],
		// What nothing ends must not take the rest of the text with it.
		["\u001B]0;the rest stays", "0;the rest stays"],
		["\u001B]0;one\ntwo\u0007", "0;one\ntwo"],
		["a \u009Dquoted b", "a quoted b"],
		["\u001B[12;", "12;"],
		["end\u001B", "end"],
		["a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
		["a\tb", "a  b"],
		["don\u0092t \u0093do\u0094 \u0096 it", "don’t “do” – it"],
		["س\u200Cل 👩\u200D🔬", "س\u200Cل 👩\u200D🔬"],
		[`e${"\u0301".repeat(99)}`, `e${"\u0301".repeat(8)}`],
	];
	for (const [text, clean] of cases) {
		assert.equal(cleanText(text), clean, JSON.stringify(text));
	}
});
