import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { type Command, commands, dashed, definitionOf, flagNames } from "../../source/call/flags.ts";
import { manPage } from "../../source/call/man.ts";
import { newFile } from "../helpers/files.ts";

const page = manPage("my-card", "1.2.3");
const without = (tool: string) => spawnSync(tool, ["--version"]).error !== undefined && `there is no ${tool} here`;

const plain = (text: string) => text.replace(/.\u0008/g, "").replace(/\u001B\[[\d;]*m/g, "");

test("man renders the page, with every command, option and example", { skip: without("man") }, async (context) => {
	const file = await newFile(context, page, "my-card.1");
	// Wide enough that nothing is hyphenated or wrapped within an option.
	const env = { ...process.env, MANWIDTH: "200", LC_ALL: "C.UTF-8", PAGER: "cat", MANPAGER: "cat" };
	const { status, stdout, stderr } = spawnSync("man", ["--warnings", "-l", file], { env, encoding: "utf8" });
	assert.deepEqual([status, stderr], [0, ""]);
	const text = plain(stdout);
	assert.match(text, /^MY-CARD\(1\)/);
	assert.match(text, /my-card 1\.2\.3/);
	for (const { usage, examples } of Object.values(commands)) {
		assert.ok(text.includes(`my-card ${usage}`), usage);
		for (const [words] of examples) {
			assert.ok(text.includes(`my-card ${words}`), words);
		}
	}

	for (const name of flagNames) {
		assert.ok(text.includes(`--${dashed(name)}`), name);
		const { help, helpFor = {} } = definitionOf(name);
		for (const words of [help, ...(Object.keys(commands) as Command[]).flatMap((each) => helpFor[each] ?? [])]) {
			assert.ok(text.includes(words.slice(1)), words);
		}
	}
});

test("nothing in the page is a request by accident", () => {
	const requests = new Set(
		page
			.split("\n")
			.filter((line) => /^[.']/.test(line))
			.map((line) => line.split(" ")[0]),
	);
	assert.deepEqual([...requests].sort(), [".B", ".PP", ".SH", ".SS", ".TH", ".TP", ".br"]);
	assert.ok((Object.keys(commands) as Command[]).length > 5);
});
