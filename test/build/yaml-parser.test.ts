import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import * as whole from "js-yaml";
import { yamlParser } from "../../build/yaml-parser.mjs";

const packageFile = createRequire(import.meta.url).resolve("js-yaml/package.json");
const text = await readFile(path.join(path.dirname(packageFile), "dist", "js-yaml.mjs"), "utf8");
const cut: typeof whole = await import(
	`data:text/javascript;base64,${Buffer.from(yamlParser(text)).toString("base64")}`
);

/** What a parser finds in a text: its events with the scalars' values, or what it refuses and where. */
function parse({ parseEvents, getScalarValue, YAMLException, EVENT_ID }: typeof whole, yaml: string) {
	try {
		return parseEvents(yaml, {}).map((event) =>
			event.type === EVENT_ID.SCALAR ? { ...event, value: getScalarValue(yaml, event) } : event,
		);
	} catch (error) {
		assert.ok(error instanceof YAMLException);
		return { reason: error.reason, position: error.mark?.position };
	}
}

test("the parser that is cut out of js-yaml finds what the whole finds", () => {
	for (const yaml of [
		"%YAML 1.2\n%TAG !e! tag:example.org,2026:\n--- !e!a\na: &b !!str 'c'\n? - d\n: *b\n...\n--- >-\n  e\n\n  f\n",
		"a: \"b\\x41\\u00e9\\\n  c\\n\"\nd: 'e''f\n\n  g'\nh: |2+\n    i\n\nj: k\n  l\n",
		"[a, {b: c, d}, e: f, ? g, *h, !<tag:x> i]",
		"a: [b\nc: d",
		"a: b: c",
		"a:\n\tb: c",
		"a: *",
		"a: 'b",
		'a: "\\q"',
		"a: !<b",
		"a: !b!c d",
		"%YAML 3.0\n---\n",
		"a: \u0007",
		"a: \0",
		"[".repeat(200),
	]) {
		assert.deepEqual(parse(cut, yaml), parse(whole, yaml), yaml);
	}
});

test("a file without the parser's marks is refused", () => {
	assert.throws(
		() => yamlParser(text.replace("//#region src/parser/events.ts", "")),
		/no longer marks its parser\/events/,
	);
});
