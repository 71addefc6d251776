import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { printJson } from "../../source/print/json.ts";
import { loadFile } from "../../source/resume/load.ts";
import { select } from "../../source/resume/select.ts";
import { newFile } from "../helpers/files.ts";
import { sampleFile } from "../helpers/sample.ts";
import { embedded } from "./sample.ts";

const require = createRequire(import.meta.url);
const { validate } = require("@jsonresume/schema");
const source = JSON.parse(readFileSync(sampleFile, "utf8"));

function assertValid(document: unknown): void {
	validate(document, (errors: unknown, isValid: boolean) => {
		assert.ok(isValid, JSON.stringify(errors));
	});
}

test("the whole document is what the package carries, and valid", () => {
	const document = JSON.parse(printJson(embedded.document, embedded.resume, {}));
	assertValid(document);
	const { meta, ...rest } = source;
	const { meta: printedMeta, ...printedRest } = document;
	assert.deepEqual(printedRest, rest);
	assert.deepEqual(printedMeta.sections, meta.sections);
});

test("of a section or an entry: a valid document of the same person with it alone", () => {
	const index = embedded.resume.sections.findIndex(({ source: key }) => key === "work");
	const section = JSON.parse(printJson(embedded.document, embedded.resume, { section: index }));
	assertValid(section);
	assert.deepEqual(section.basics, source.basics);
	assert.deepEqual(section.work, source.work);
	assert.equal(section.education, undefined);
	const entry = JSON.parse(printJson(embedded.document, embedded.resume, { section: index, entry: 1 }));
	assertValid(entry);
	assert.deepEqual(entry.work, [source.work[1]]);
});

test("what a terminal would obey is escaped and read back the same", () => {
	const document = { basics: { name: "a\u001B[31m\u009B2J\u202Eb\u2028\uFEFF\u00AD" } };
	const text = printJson(document, embedded.resume, {});
	assert.doesNotMatch(text, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\uFEFF]/);
	assert.deepEqual(JSON.parse(text), document);
});

test("of a role, the employer's item", async (context) => {
	const work = [{ name: "Acme", positions: [{ title: "Senior" }, { title: "Junior" }] }, { name: "Other" }];
	const file = await newFile(context, JSON.stringify({ basics: { name: "Pat Doe" }, work }));
	const { document, resume } = await loadFile(file);
	const items = resume.sections[0]!.entries.map(
		(_, entry) => JSON.parse(printJson(document, resume, { section: 0, entry })).work,
	);
	assert.deepEqual(items, [[work[0]], [work[0]], [work[1]]]);
});

test("sections under other keys and in other shapes are printed alone too", async (context) => {
	const basics = { name: "Pat Doe", summary: "Bakes." };
	const experience = [{ company: "Acme" }, { company: "Other" }];
	const positions = [{ company: "Third" }];
	const skills = { Go: "good", C: "bad" };
	const interests = "Bread";
	const file = await newFile(context, JSON.stringify({ basics, experience, positions, skills, interests }));
	const { document, resume } = await loadFile(file);
	const printed = (words: string[]) => JSON.parse(printJson(document, resume, select(resume, words)));
	assert.deepEqual(printed(["work"]), { basics, experience, positions });
	assert.deepEqual(printed(["experience"]), { basics, experience, positions });
	assert.deepEqual(printed(["work", "2"]), { basics, experience: [experience[1]] });
	assert.deepEqual(printed(["work", "third"]), { basics, positions });
	assert.deepEqual(printed(["skills"]), { basics, skills });
	assert.deepEqual(printed(["skills", "c"]), { basics, skills: { C: "bad" } });
	assert.deepEqual(printed(["interests", "1"]), { basics, interests });
	assert.deepEqual(printed(["about"]), { basics });
});

test("of a section that is one text, the text", async (context) => {
	const text = "Bread\nMills";
	const file = await newFile(context, JSON.stringify({ basics: { name: "Pat Doe" }, sports: text }));
	const { document, resume } = await loadFile(file);
	assert.deepEqual(JSON.parse(printJson(document, resume, { section: 0, entry: 0 })).sports, text);
});
