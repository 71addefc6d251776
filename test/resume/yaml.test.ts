import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, type Scalar, stringify, visit } from "yaml";
import { parseYaml } from "../../source/resume/parse/yaml.ts";

/** The same document read by another parser, which keeps its own places. */
function readOtherwise(text: string): Document {
	return parseDocument(text, { prettyErrors: false, uniqueKeys: false, merge: true, logLevel: "silent" });
}

/** Fails where the two parsers differ in a value, or in a place that both know. */
function check(text: string): void {
	const document = readOtherwise(text);
	assert.deepEqual(document.errors, [], text);
	const { problems, toValue, locate } = parseYaml(text);
	assert.deepEqual(problems, [], text);
	assert.deepEqual(toValue(), document.toJS(), text);
	const at = (offset: number) => {
		const lines = text.slice(0, offset).split("\n");
		return { line: lines.length, column: lines.at(-1)!.length + 1 };
	};
	const checkPlaces = (node: unknown, place: (string | number)[]) => {
		if (!isNode(node)) {
			return;
		}

		const isWritten = !isScalar(node) || node.source !== "" || node.type !== "PLAIN";
		if (isWritten && node.range) {
			assert.deepEqual(locate(place, "value"), at(node.range[0]), `${place.join(".")} in\n${text}`);
		}

		if (isSeq(node)) {
			for (const [index, item] of node.items.entries()) {
				checkPlaces(item, [...place, index]);
			}
		} else if (isMap(node)) {
			const written = node.items.filter(
				({ key }) => isScalar(key) && typeof key.value !== "symbol" && key.source !== "",
			);
			const byName = new Map(written.map((pair) => [String((pair.key as Scalar).value ?? ""), pair]));
			for (const [name, { key, value }] of byName) {
				if (isScalar(key)) {
					const inner = [...place, name];
					assert.deepEqual(locate(inner, "key"), at(key.range![0]), `key ${inner.join(".")} in\n${text}`);
					checkPlaces(value, inner);
				}
			}
		}
	};
	checkPlaces(document.contents, []);
	visit(document, {
		Scalar(_, node) {
			node.value = typeof node.value === "number" && node.source !== undefined ? node.source : node.value;
		},
	});
	assert.deepEqual(toValue({ keepsWords: true }), document.toJS(), text);
}

const odd = fc.constantFrom(
	"",
	" ",
	"- a",
	"a: b",
	"#x",
	"x #y",
	"<<",
	"~",
	"null",
	"true",
	"True",
	"0123",
	"1e3",
	"0x1F",
	"+.5",
	"2020-01",
	"2020-01-02",
	".inf",
	"-.INF",
	".nan",
	"yes",
	"=",
	"'",
	'"',
	"a\nb\n",
	"a\n\n b\n",
	"\n",
	" a\nb",
	"a  \nb",
	"|",
	">-",
	"&a",
	"*a",
	"!t",
	"[",
	"{}",
	"a, b",
	"---",
	"...",
	"%a",
	"@",
	"`",
	"?",
	"? a",
	":",
	"-",
	"__proto__",
	"é😀",
	"\t",
	"a\tb",
);
const words = fc.oneof(odd, fc.string(), fc.lorem({ maxCount: 30 }));
// What merges is written by hand below: of a plain "<<" over no mapping the other parser makes an error.
const keys = fc
	.oneof({ weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 8 }) }, odd)
	.filter((key) => key !== "<<");
const { value: values } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		words,
		fc.oneof(fc.double({ noDefaultInfinity: false }), fc.integer(), fc.boolean(), fc.constant(null)),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.array(fc.tuple(keys, tie("value")), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
	),
}));
const options = fc.record({
	indent: fc.constantFrom(1, 2, 4),
	indentSeq: fc.boolean(),
	lineWidth: fc.constantFrom(0, 20, 80),
	minContentWidth: fc.constantFrom(0, 10),
	collectionStyle: fc.constantFrom("any", "block", "flow"),
	defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
	defaultKeyType: fc.constantFrom(null, "PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
	flowCollectionPadding: fc.boolean(),
	singleQuote: fc.constantFrom(null, true, false),
	directives: fc.constant(null),
} as const);

test("the values and their places are those that another parser finds", () => {
	fc.assert(
		fc.property(values, options, (value, how) => {
			const text = stringify(value, { ...how, version: "1.2", aliasDuplicateObjects: false } as object);
			// Some of what the other package writes it does not read again, or as something else.
			const document = readOtherwise(text);
			fc.pre(document.errors.length === 0 && isDeepStrictEqual(document.toJS(), value));
			check(text);
		}),
		{ numRuns: 2000 },
	);
});

for (const [name, text] of Object.entries({
	"comments and blanks": "# first\n\nbasics: # here\n  # and here\n  name:   Pat # there\n\n  label: x\n# last\n",
	"indicators of blocks":
		"a: |\n  x\nb: >- # a > b\n  y\n  z\n'c > d' : |2+\n    e\n\n: >\n f\nlist:\n- |\n  g\n-  >\n  h\n",
	"a block at the end": "a: b\nc: |",
	"anchors and aliases": "a: &x 1\nb: &y\n  c: *x\nd: &z [*x, {e: *y}]\nf: *z\n",
	"an anchor that is given twice": "- &a 1\n- *a\n- &a 2\n- *a\n",
	merges:
		"a: &a {x: 1, y: 2}\nb: &b\n  <<: *a\n  y: 3\nc:\n  y: 4\n  <<: [*b, {z: 5}]\nd: {<<: {<<: *a, v: 6}, x: 7}\ne: {'<<': *a}\n",
	"keys that stand twice": "a: 1\nb: 2\na: {c: 3}\n",
	"keys that are no text": "1: a\n0x10: b\ntrue: c\n~: d\n? e\n: f\n? |\n  g\n: h\n1.50: i\n",
	tags: "a: !!str 12\nb: ! 12\nc: !mine 12\nd: !mine [1]\ne: !!int '12'\nf: !!float 1.5\ng: !!mine {h: 1}\ni: !<tag:x,1:y> x\nj: !!bool 'true'\nk: !!str\n",
	"several lines": "a: b\n  c\n\n  d\ne: 'f\n  g'\nh: \"i\\\n  j\\x41\\u00e9\"\n",
	"pairs in a list": "[a: 1, b, {c, d: , e: 2}, ? f : 3, 'g': 4, \"h\":5]\n",
	"nothing at all": "# nothing\n",
	"one document with its marks": "%YAML 1.2\n---\na: 1\n...\n",
	"line ends of Windows": "a: b\r\nc:\r\n  - |\r\n    d\r\n    e\r\n  - f\r\n",
	"lists as deep as their key": "a:\n- b\n- - c\n  - d\n-\n  e: f\n",
	"characters of two units": "'😀': {a: 😀, b: c}\n",
	dates: "[2020-01, 2020-01-02, 2020-01-02T03:04:05Z, 2020]\n",
})) {
	test(`${name}: as another parser has it`, () => check(text));
}

test("what isn't YAML is reported with its place", () => {
	for (const [text, line, column, message] of [
		["a: [1\nb: 2\n", 2, 1, "a bracket or a quote before this isn't closed, or this line is indented too little"],
		["a: [1", 1, 6, "a bracket that was opened isn't closed"],
		["a: 'b", 1, 6, "a quote that was opened isn't closed"],
		["a: b: c\n", 1, 5, 'a text without quotes can\'t have ": " in it'],
		["a:\n\t- b\n", 2, 1, "YAML isn't indented with tabs"],
		["a: *b\n", 1, 4, "there is no anchor &b before this alias"],
		["a: 1\n---\nb: 2\n", 3, 1, "a second document starts here"],
		["a: 1\n---\n", 3, 1, "a second document starts here"],
		["a: x\u001B[31m\n", 1, 5, "the stream contains non-printable characters"],
	] as const) {
		const { problems } = parseYaml(text);
		assert.deepEqual(
			problems.map((problem) => [problem.line, problem.column, problem.message]),
			[[line, column, message]],
		);
	}
});

test("endless nesting is reported, in lists, in mappings and by indentation", () => {
	const steps = Array.from({ length: 6000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
	for (const text of ["[".repeat(1_000_000), "{a: ".repeat(300_000), "- ".repeat(300_000), steps]) {
		const { problems } = parseYaml(text);
		assert.equal(problems[0]?.message, "it's nested too deeply for a résumé", text.slice(0, 20));
	}
});

test("aliases that contain themselves or more than memory holds have no value", () => {
	const lines = Array.from({ length: 40 }, (_, index) => `- &a${index + 1} [*a${index}, *a${index}]`);
	const long = `- &a0 ${"x".repeat(100_000)}\n${"- *a0\n".repeat(20)}`;
	for (const text of ["a: &a [*a]\n", "&a {b: *a}\n", "a: &a\n  <<: *a\n", `- &a0 x\n${lines.join("\n")}`, long]) {
		const { problems, toValue } = parseYaml(text);
		assert.deepEqual(problems, []);
		assert.throws(() => toValue(), RangeError, text.slice(0, 20));
	}
});

test("an alias may be used often", () => {
	const text = `- &a {name: Pat}\n${"- *a\n".repeat(1000)}`;
	assert.deepEqual(parseYaml(text).toValue(), Array(1001).fill({ name: "Pat" }));
});

test("a key that would reach an object's prototype is one like any other", () => {
	const value = parseYaml("__proto__: {a: 1}\nconstructor: 2\n").toValue() as object;
	assert.equal(Object.getPrototypeOf(value), Object.prototype);
	assert.deepEqual(Object.entries(value), [
		["__proto__", { a: 1 }],
		["constructor", 2],
	]);
});

test("what doesn't merge a mapping is a key like any other", () => {
	assert.deepEqual(parseYaml("<<: a\nb: {<<: [1]}\n").toValue(), { "<<": "a", b: { "<<": [1] } });
});

test("a text that needs quotes is refused with its first character and the text in quotes", () => {
	for (const value of [
		"**bold**",
		"*bold* text",
		"@x",
		"`x`",
		"%a",
		"| x",
		"> x",
		",a",
		"]x",
		"}x",
		"[a] b",
		"{a} b",
		"&",
	]) {
		for (const [before, column] of [
			["- ", 3],
			["a:   ", 6],
			["- - a: ", 8],
		] as const) {
			const { problems } = parseYaml(`- x\n${before}${value}\n`.replace(/^- x\n(?=a)/, "b: x\n"));
			assert.deepEqual(
				problems.map(({ line, column, message, fix }) => [line, column, message, fix]),
				[[2, column, `a text without quotes can't begin with ${value[0]}`, `put it in quotes: "${value}"`]],
			);
		}
	}

	assert.equal(parseYaml('- "a" b\n').problems[0]?.message, "there is more after the closing quote");
	assert.equal(parseYaml("- 'a', 'b'\n").problems[0]?.message, "there is more after the closing quote");
	assert.equal(parseYaml("- Note: this: that\n").problems[0]?.message, 'a text without quotes can\'t have ": " in it');
});

test("words that YAML leaves out without an error are noted", () => {
	for (const [text, column, message, fix] of [
		["- Ranked #1 of 30\n", 10, "YAML ignores what follows #", 'put it in quotes: "Ranked #1 of 30"'],
		["- #1 in the town\n", 3, "YAML ignores what follows #", 'put it in quotes: "#1 in the town"'],
		["a: #x\n", 4, "YAML ignores what follows #", 'put it in quotes: "#x"'],
		["- &x y\n", 3, "YAML leaves out a word that begins with &", 'put it in quotes: "&x y"'],
		["- !important\n", 3, "YAML leaves out a word that begins with !", 'put it in quotes: "!important"'],
	] as const) {
		assert.deepEqual(parseYaml(text).notes, [{ line: 1, column, message, fix }], text);
	}

	for (const text of [
		"- C# and F#\n",
		"- a # a comment\n",
		"# x\n- a\n",
		"- &a b\n- *a\n",
		"- |\n  a #b\n",
		"- !!str 1\n",
		"- '#1'\n",
	]) {
		assert.deepEqual(parseYaml(text).notes, [], text);
	}
});
