import assert from "node:assert/strict";
import { test } from "node:test";
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
	"a[0](1) of f(x)[i]",
	"AT&amp;T *",
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
