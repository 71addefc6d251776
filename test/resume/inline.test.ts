import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseInline } from "../../source/resume/inline.ts";
import type { Span } from "../../source/resume/model.ts";

/** A span as one reads it: the words, and what they are. */
const shown = ({ text, href, isBold, isItalic, isCode }: Span) =>
	[text, isBold && "bold", isItalic && "italic", isCode && "code", href].filter(Boolean).join(" | ");

const read = (text: string) => parseInline(text).map(shown);

test("bold, emphasis, code and links are read without their marks", () => {
	assert.deepEqual(read("Led a **team of 5**, _gladly_, with `npm ci`."), [
		"Led a ",
		"team of 5 | bold",
		", ",
		"gladly | italic",
		", with ",
		"npm ci | code",
		".",
	]);
	assert.deepEqual(read("See [my site](https://a.example/x_y) and ***both***."), [
		"See ",
		"my site | https://a.example/x_y",
		" and ",
		"both | bold | italic",
		".",
	]);
	assert.deepEqual(read("**[all](https://a.example)** of [**it**](https://b.example)"), [
		"all | bold | https://a.example",
		" of ",
		"it | bold | https://b.example",
	]);
	assert.deepEqual(read("这是**重点**内容"), ["这是", "重点 | bold", "内容"]);
	assert.deepEqual(read("an ![old photo](https://a.example/p.png)"), ["an ", "old photo | https://a.example/p.png"]);
});

test("a bare address is a link, without the sentence's own marks", () => {
	assert.deepEqual(read("at https://a.example/b_c_d?e=*f*g, (http://b.example) and www.c.example."), [
		"at ",
		"https://a.example/b_c_d?e=*f*g | https://a.example/b_c_d?e=*f*g",
		", (",
		"http://b.example | http://b.example",
		") and ",
		"www.c.example | https://www.c.example",
		".",
	]);
	assert.deepEqual(read("见 https://a.example/b。另见https://c.example，完"), [
		"见 ",
		"https://a.example/b | https://a.example/b",
		"。另见",
		"https://c.example | https://c.example",
		"，完",
	]);
	assert.deepEqual(read("<https://a.example> or pat@b.example"), [
		"https://a.example | https://a.example",
		" or ",
		"pat@b.example | mailto:pat@b.example",
	]);
	assert.deepEqual(read("（www.a.example）见www.b.example和“https://c.example”"), [
		"（",
		"www.a.example | https://www.a.example",
		"）见",
		"www.b.example | https://www.b.example",
		"和“",
		"https://c.example | https://c.example",
		"”",
	]);
	assert.deepEqual(read("[code: https://a.example/b]"), ["[code: ", "https://a.example/b | https://a.example/b", "]"]);
	assert.deepEqual(read("[docs](docs.example/x)"), ["docs | https://docs.example/x"]);
});

for (const text of [
	"2 * 3 * 4",
	"2*3*4 and 2**3**4",
	"p*q and r*s",
	"snake_case and other_snake_case",
	"a Python __init__ and __call__, *args and **kwargs",
	"src/**/*.ts and *.js, *.css",
	"C*-algebras and W*-algebras",
	"Hu*, Zhang* (*equal contribution)",
	"don`t and won`t",
	"1. Prize of 20",
	"# 1 of 20",
	"- 5 °C",
	"> 99 %",
	"    four spaces less",
	"[1] and [x](y) and [z]",
	"[see](javascript:alert(1)) and ![](x)",
	"[see](JaVaScRiPt:alert(1)) and [it](data:text/html,x) or [both](vbscript:x)",
	"[see]( javascript:alert(1) ) and <javascript:alert(1)>",
	"ftp://a.example is old",
	"~~struck~~ and ==marked==",
	"a[0](1) of f(x)[i]",
	"AT&amp;T *",
	"&lt;b&gt; and &#42;x&#42; *",
	"**注意：**内容",
	"**",
	"`",
	"one\\two *",
	"***",
	"a @ b, @pat and 5 @ 3",
	"Vec<T>, <b>, a < b",
]) {
	test(`no mark is made of ${text}`, () => {
		assert.deepEqual(read(text.trim()), [text.trim()]);
	});
}

test("what stays raw outside may have marks inside", () => {
	assert.deepEqual(read("x*a **b** c*"), ["x*a ", "b | bold", " c*"]);
	assert.deepEqual(read("snake\\_case and 2 \\* 3 \\* 4"), ["snake_case and 2 * 3 * 4"]);
});

/** What texts are made of, marks and words; no word is part of another. */
const pieces = [
	...'* ** _ __ ` `` [ ] ( ) ! \\ < > ~~ , . 。 （ ） " #'.split(" "),
	" ",
	" ",
	"Ada",
	"é2",
	"中文",
	"[link](https://a.example)",
	"](https://b.example)",
	"](javascript:c)",
	"https://d.example/d_d",
	"www.e.example",
	"pat@f.example",
	"<https://g.example>",
	"&amp;",
	"2 * 3",
	"snake_case",
];

test("whatever the marks, no word is lost or said twice, and no link leads elsewhere", () => {
	const words = [
		"Ada",
		"é2",
		"中文",
		"link",
		"d.example",
		"e.example",
		"f.example",
		"g.example",
		"amp",
		"snake",
		"case",
		"3",
	];
	const count = (text: string, word: string) => text.split(word).length - 1;
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
			const text = parts.join("").trim();
			const spans = parseInline(text);
			const said = spans.map((span) => span.text).join("");
			for (const word of words) {
				// The address of a link is not said, but where it leads.
				assert.ok(count(said, word) <= count(text, word), said);
				assert.ok(
					count(said, word) === count(text, word) || spans.some(({ href }) => href?.includes(word)),
					`${word} in ${said}`,
				);
			}

			for (const { href } of spans) {
				assert.match(href ?? "https://", /^(?:https?:\/\/|mailto:)/);
			}
		}),
		{ numRuns: 2000 },
	);
});

test("a reference isn't read twice, so that no text has a control character", () => {
	for (const text of ["*a* &#27;[31m", "[a&#x1b;](https://a.example/&#27;)", "`&#27;` ![&#27;](https://a.example)"]) {
		assert.doesNotMatch(JSON.stringify(parseInline(text)), /\\u001b/);
	}
});

test("a long text of marks without end takes no time", () => {
	for (const part of ["_a_b ", "**a*b", "[", "[a](", "![a](", "`a", "a@", "https://a.b"]) {
		const text = part.repeat(20_000);
		assert.deepEqual(parseInline(text), [{ text }]);
		assert.ok(parseInline(text.slice(0, 4000)).length > 0);
	}
});
