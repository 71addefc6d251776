import assert from "node:assert/strict";
import test from "node:test";
import { Chalk } from "chalk";
import fc from "fast-check";
// @ts-expect-error Ink does not export it; the build puts another in its place.
import RealOutput from "ink/build/output.js";
// @ts-expect-error Nor this.
import realSanitize from "ink/build/sanitize-ansi.js";
import Output from "../../build/instead/output.mjs";
import sanitize from "../../build/instead/sanitize-ansi.mjs";

const chalk = new Chalk({ level: 1 });
const link = (text: string) => `\u001B]8;;https://example.org/${text.length}\u0007${text}\u001B]8;;\u0007`;

const styles: readonly ((text: string) => string)[] = [
	(text) => text,
	(text) => chalk.bold(text),
	(text) => chalk.dim(text),
	(text) => chalk.bold.cyan(text),
	(text) => chalk.inverse(text),
	(text) => chalk.underline(link(text)),
	(text) => chalk.bold(chalk.dim(text)),
];

const word = fc.constantFrom(
	...["", " ", "a", "Zhen", "résumé", "S³PET", "张震", "──────", "● 1", "two words", "trailing  "],
	...[
		"e\u0301",
		"👩‍🔬 lab",
		"❤\uFE0F",
		"tab\u200B",
		"\u001B[31;1mred\u001B[0m",
		"\u001B[38;5;9mx",
		"\u001B]0;title\u0007t",
	],
);
const styled = fc.tuple(word, fc.constantFrom(...styles)).map(([text, style]) => (text === "" ? "" : style(text)));
const line = fc.array(styled, { maxLength: 4 }).map((parts) => parts.join(""));
const block = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));

type Operation =
	| { kind: "write"; x: number; y: number; text: string; transformers: ((text: string, index: number) => string)[] }
	| { kind: "clip"; clip: { x1?: number; x2?: number; y1?: number; y2?: number }; inner: Operation[] };

const write = fc.record({
	kind: fc.constant("write" as const),
	x: fc.integer({ min: -4, max: 24 }),
	y: fc.integer({ min: -2, max: 7 }),
	text: block,
	transformers: fc.array(fc.constantFrom(...styles), { maxLength: 2 }),
});
const edge = fc.option(fc.integer({ min: -2, max: 22 }), { nil: undefined });
const clip = fc.record({ x1: edge, x2: edge, y1: edge, y2: edge });
const operations: fc.Arbitrary<Operation[]> = fc.letrec<{ list: Operation[] }>((tie) => ({
	list: fc.array(
		fc.oneof(
			{ maxDepth: 2 },
			write,
			fc.record({ kind: fc.constant("clip" as const), clip, inner: tie("list") }) as fc.Arbitrary<Operation>,
		),
		{ maxLength: 8 },
	),
})).list;

function draw(Kind: typeof Output, size: { width: number; height: number }, list: readonly Operation[]) {
	const output = new Kind(size);
	const perform = (each: Operation) => {
		if (each.kind === "write") {
			output.write(each.x, each.y, each.text, { transformers: each.transformers });
		} else {
			output.clip(each.clip);
			each.inner.forEach(perform);
			output.unclip();
		}
	};
	list.forEach(perform);
	return output.get();
}

test("Any operations give the frame that Ink's own Output gives, again and again", () => {
	fc.assert(
		fc.property(operations, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }), (list, width, height) => {
			const expected = draw(RealOutput, { width, height }, list);
			assert.deepEqual(draw(Output, { width, height }, list), expected);
			assert.deepEqual(draw(Output, { width, height }, list), expected, "from what is remembered");
		}),
		{ numRuns: 600 },
	);
});

test("A row of texts beside each other and a row that overlaps are right", () => {
	const list: Operation[] = [
		{ kind: "write", x: 10, y: 0, text: "right", transformers: [styles[3]!] },
		{ kind: "write", x: 2, y: 0, text: "left", transformers: [] },
		{ kind: "write", x: 0, y: 1, text: "张震", transformers: [] },
		{ kind: "write", x: 1, y: 1, text: "x", transformers: [] },
	];
	assert.equal(draw(Output, { width: 20, height: 2 }, list).output, `  left    ${chalk.bold.cyan("right")}\n x震`);
});

test("Any text is sanitized as Ink does it", () => {
	const text = fc.oneof(
		block,
		fc.string({ unit: "binary" }),
		fc.string({ unit: fc.constantFrom("\u0007", "\t", "\n", "a", "\u009B") }),
	);
	fc.assert(fc.property(text, (given) => assert.equal(sanitize(given), realSanitize(given))));
});
