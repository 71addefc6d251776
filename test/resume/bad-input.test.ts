import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { UserError } from "../../source/errors.ts";
import { loadFile } from "../../source/resume/load.ts";
import { newFile, newFolder } from "../helpers/files.ts";

const json = "resume.json";

/** What a file holds, and the one sentence about it; FILE stands for its path. */
const badFiles: [name: string, content: string | Uint8Array, sentence: string, file?: string][] = [
	["nothing", "", 'FILE: the file is empty; the command "init" writes a résumé to start from'],
	["blanks alone", " \n\t\n", 'FILE: the file is empty; the command "init" writes a résumé to start from'],
	["a byte-order mark alone", "\uFEFF", 'FILE: the file is empty; the command "init" writes a résumé to start from'],
	[
		"a missing comma",
		'{\n\t"basics": {}\n\t"work": []\n}',
		"FILE:3:2: this isn't JSON: a comma is missing before this; write a comma after the value before",
	],
	[
		"a comma for nothing",
		'{"basics": {},, "work": []}',
		"FILE:1:15: this isn't JSON: a name in double quotes is expected here; write the name, or remove the comma before",
	],
	...[
		'{"basics": {"name": "Pat",',
		'{"basics": {"name":',
		'{"basics": {"name',
		'{"basics": {"name": "Pa',
		'{"work": [{"a": 1},',
		'{"work": tr',
	].map((text): (typeof badFiles)[number] => [
		`an end that is cut off: ${text}`,
		`${text}\n`,
		`FILE:1:${text.length + 1}: this isn't JSON: the file ends too early; add what is missing, and close what was opened`,
	]),
	[
		"an end that is missing in JSON5",
		"{basics: {name: 'Pat', label: \"Baker",
		"FILE:1:37: this isn't JSON: a bracket or a quote is missing; close what was opened",
	],
	[
		"a slip in JSON5",
		"{\n// me\nbasics: {name: 'Pat' label: 'Baker'}}",
		"FILE:3:22: this isn't JSON: this isn't expected here; check what comes before it: a comma, a colon or a bracket may be missing",
	],
	[
		"an end that is missing",
		'{"basics": {"name": "Pat"',
		"FILE:1:26: this isn't JSON: a closing brace } is missing; close what was opened",
	],
	[
		"plain words without a name that tells what they are",
		"Pat Doe, Baker",
		"FILE: this isn't a résumé: it has no section of JSON Resume, such as basics, work or education; see https://jsonresume.org/schema",
		"resume",
	],
	["plain words", "Pat Doe, Baker", "FILE:1:1: this isn't JSON: this word isn't a value; put text in double quotes"],
	[
		"brackets without end",
		"[".repeat(1_000_000),
		"FILE:1:1: this isn't JSON: it's nested too deeply for a résumé; check its brackets",
	],
	[
		"another document",
		'{"name": "left-pad", "version": "1.0.0"}',
		"FILE: this isn't a résumé: it has no section of JSON Resume, such as basics, work or education; see https://jsonresume.org/schema",
	],
	[
		"a text",
		'"hello"',
		"FILE: this isn't a résumé: it has no section of JSON Resume, such as basics, work or education; see https://jsonresume.org/schema",
	],
	[
		"null",
		"null",
		"FILE: this isn't a résumé: it has no section of JSON Resume, such as basics, work or education; see https://jsonresume.org/schema",
	],
	[
		"Latin-1",
		Buffer.from('{\n"basics": {"name": "Jos\xE9 P"}}', "latin1"),
		"FILE:2:24: this isn't UTF-8 text; save the résumé as UTF-8",
	],
	["UTF-16", Buffer.from("\uFEFF{}", "utf16le"), "FILE:1:1: this isn't UTF-8 text; save the résumé as UTF-8"],
	["UTF-16 without a mark", Buffer.from("{}", "utf16le"), "FILE:1:1: this isn't UTF-8 text; save the résumé as UTF-8"],
	["UTF-16, big end first", Buffer.from("\0{\0}"), "FILE:1:1: this isn't UTF-8 text; save the résumé as UTF-8"],
	["more than a résumé may have", Buffer.alloc(10_000_001, " "), "FILE: it's larger than the 10 MB a résumé may have"],
	[
		"a private list that is none",
		'{"basics": {"phone": "1"}, "meta": {"private": {"basics": true}}}',
		'FILE:1:48: meta.private: a list of paths belongs here; write ["basics.phone"], or remove it',
	],
	[
		"YAML that is broken",
		"basics:\n  name: [Pat\nwork: []\n",
		"FILE:3:1: this isn't YAML: a bracket or a quote before this isn't closed, or this line is indented too little; check the indentation, and put text with : # or quotes in it in quotes",
		"resume.yaml",
	],
	[
		"YAML that is another document",
		"on: push\n",
		"FILE: this isn't a résumé: it has no section of JSON Resume, such as basics, work or education; see https://jsonresume.org/schema",
		"ci.yml",
	],
	[
		"YAML that grows without measure",
		`a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi".replace(/./g, (letter) => {
			const before = String.fromCharCode(letter.charCodeAt(0) - 1);
			return `${letter}: &${letter} [${Array(9).fill(`*${before}`)}]\n`;
		})}basics: {}\n`,
		"FILE: its aliases or its nesting grow without limit; write them out",
		"resume.yaml",
	],
];

for (const [name, content, sentence, file = json] of badFiles) {
	test(`says of ${name}, in one sentence, what is wrong`, async (context) => {
		const path = await newFile(context, content, file);
		await assertSentence(path, sentence.replace("FILE", path));
	});
}

async function assertSentence(path: string, sentence: string) {
	await assert.rejects(loadFile(path), (error) => {
		assert.ok(error instanceof UserError, String(error));
		assert.equal(error.message, sentence);
		assert.equal(error.exitCode, 2);
		return true;
	});
}

test("says that a directory is one", async (context) => {
	const folder = path.join(await newFolder(context), json);
	await mkdir(folder);
	await assertSentence(folder, `${folder}: this is a directory; name the résumé file in it, such as resume.json`);
});

test("says that there is no such file", async (context) => {
	const file = path.join(await newFolder(context), json);
	await assertSentence(file, `${file}: no such file; check the path`);
	await assertSentence(`${file}/x`, `${file}/x: no such file; check the path`);
	await assertSentence("", '"": no such file; check the path');
});

test("a path's control characters do not reach the terminal", async (context) => {
	const folder = await newFolder(context);
	await assertSentence(`${folder}/a\u001B[31m\u0007b`, `${folder}/ab: no such file; check the path`);
});

test("reads no more of a device than a résumé may have", { skip: process.platform === "win32" }, () =>
	assertSentence("/dev/zero", "/dev/zero: it's larger than the 10 MB a résumé may have"),
);
