import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { newFolder } from "../helpers/files.ts";
import { openProgram, runProgram } from "../helpers/program.ts";

const document = {
	basics: { name: "Ada Stern", summary: { de: "Ich koche.", en: "I cook." } },
	work: [{ name: "TU Wien", position: { de: "Köchin", en: "Cook" }, startDate: "2019-03" }],
};

async function fileOf(context: Parameters<typeof newFolder>[0], content: unknown): Promise<string> {
	const file = path.join(await newFolder(context), "resume.json");
	await writeFile(file, JSON.stringify(content));
	return file;
}

test("L shows the résumé in its next language, and keeps one's place", async (context) => {
	await using terminal = openProgram(["--resume", await fileOf(context, document)]);
	await terminal.waitFor("L language");
	assert.match(terminal.text(), /Über mich[\s\S]*Berufserfahrung/);
	terminal.press("Down");
	await terminal.waitFor("❯ Berufserfahrung");
	terminal.press("L");
	await terminal.waitFor("❯ Work");
	await terminal.waitFor("English");
	assert.match(terminal.text(), /Mar 2019 – Now/);
	terminal.press("L");
	await terminal.waitFor("❯ Berufserfahrung");
	await terminal.waitFor("Deutsch");
	assert.match(terminal.text(), /März 2019 – heute/);
});

test("a file that is read again stays in the language that was changed to", async (context) => {
	const file = await fileOf(context, document);
	await using terminal = openProgram(["--resume", file, "--watch"]);
	await terminal.waitFor("Über mich");
	terminal.press("L");
	await terminal.waitFor("About");
	await writeFile(file, JSON.stringify({ ...document, skills: [{ name: { de: "Brot", en: "Bread" } }] }));
	await terminal.waitFor("Skills");
});

test("in a résumé in one language L says so", async () => {
	await using terminal = openProgram();
	await terminal.waitFor("❯");
	assert.doesNotMatch(terminal.text(), /L language/);
	terminal.press("L");
	await terminal.waitFor("one language");
});

test("--lang chooses the language of what is printed", async (context) => {
	const file = await fileOf(context, document);
	const printed = async (...args: string[]) => (await runProgram(["--resume", file, "--print", ...args])).stdout;
	assert.match(await printed(), /Ich koche\.[\s\S]*Köchin +März 2019 – heute/);
	assert.match(await printed("--lang", "en"), /I cook\.[\s\S]*Cook +Mar 2019 – Now/);
	assert.match(await printed("--lang", "en", "--format", "html"), /<html lang="en"/);
	assert.equal(JSON.parse(await printed("--lang", "en", "--format", "json")).basics.summary, "I cook.");
	const refused = await runProgram(["--resume", file, "--lang", "fr"]);
	assert.deepEqual([refused.code, refused.stdout], [2, ""]);
	assert.match(refused.stderr, /: the résumé isn't in "fr"; choose from de, en\n$/);
});
