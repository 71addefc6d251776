import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { browserOnly, withBrowser } from "../helpers/browser.ts";
import { newFolder } from "../helpers/files.ts";
import { runProgram } from "../helpers/program.ts";
import { loadSample, sampleFile } from "../helpers/sample.ts";

const { resume } = await loadSample();
const names = [".nojekyll", "card.vcf", "index.html", "publications.bib", "resume.json", "resume.md", "resume.txt"];

test("the page and every other format are files, each as it is printed", async (context) => {
	const folder = path.join(await newFolder(context), "new", "public");
	const publicUrl = ["--public-url", "https://cv.example/"];
	const run = await runProgram(["export", folder, ...publicUrl]);
	assert.deepEqual([run.code, run.stdout], [0, ""], run.stderr);
	assert.match(run.stderr, /wrote 6 files into .*public: open .*index\.html\n$/);
	assert.deepEqual(readdirSync(folder).sort(), names);
	for (const [name, format] of [
		["resume.md", "markdown"],
		["resume.json", "json"],
		["card.vcf", "vcard"],
		["publications.bib", "bibtex"],
	] as const) {
		assert.equal(
			readFileSync(path.join(folder, name), "utf8"),
			(await runProgram(["-f", format, ...publicUrl])).stdout,
		);
	}

	const page = readFileSync(path.join(folder, "index.html"), "utf8");
	assert.match(page, /<link rel="canonical" href="https:\/\/cv\.example\/">/);
	const targets = [...page.matchAll(/<(?:a|link)[^>]* href="([^"#]+)"/g)].map(([, target]) => target!);
	const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
	assert.deepEqual(
		[...new Set(relative)].sort(),
		names.filter((name) => !/^\.|^index/.test(name)),
	);

	const again = await runProgram(["export", folder, "-r", await withoutPublications(context)]);
	assert.equal(again.code, 0, again.stderr);
	assert.deepEqual(
		readdirSync(folder).sort(),
		names.filter((name) => name !== "publications.bib"),
	);
	assert.doesNotMatch(readFileSync(path.join(folder, "index.html"), "utf8"), /publications\.bib/);
});

async function withoutPublications(context: Parameters<typeof newFolder>[0]): Promise<string> {
	const file = path.join(await newFolder(context), "own.json");
	const { publications: _, ...rest } = JSON.parse(readFileSync(sampleFile, "utf8"));
	writeFileSync(file, JSON.stringify(rest));
	return file;
}

test("nothing is written into what export did not make, without --force", async (context) => {
	const folder = await newFolder(context);
	writeFileSync(path.join(folder, "index.html"), "mine");
	const refused = await runProgram(["export", folder]);
	assert.deepEqual([refused.code, refused.stdout], [2, ""]);
	assert.match(refused.stderr, /it has files that export didn't write; name another directory, or add --force\n$/);
	assert.equal(readFileSync(path.join(folder, "index.html"), "utf8"), "mine");
	assert.deepEqual(readdirSync(folder), ["index.html"]);

	writeFileSync(path.join(folder, "notes.txt"), "mine");
	assert.equal((await runProgram(["export", folder, "--force"])).code, 0);
	assert.match(readFileSync(path.join(folder, "index.html"), "utf8"), /^<!doctype html>/);
	assert.equal(readFileSync(path.join(folder, "notes.txt"), "utf8"), "mine");
});

test("neither the résumé itself nor what a link leads to is written over", async (context) => {
	const folder = await newFolder(context);
	const own = path.join(folder, "resume.json");
	const text = readFileSync(sampleFile, "utf8");
	writeFileSync(own, text);
	const itself = await runProgram(["export", folder, "-r", own, "--force"]);
	assert.equal(itself.code, 2);
	assert.match(itself.stderr, /export would write over the résumé itself/);
	assert.equal(readFileSync(own, "utf8"), text);

	const linked = path.join(folder, "linked");
	mkdirSync(linked);
	symlinkSync(own, path.join(linked, "resume.json"));
	const link = await runProgram(["export", linked, "--force"]);
	assert.equal(link.code, 2);
	assert.match(link.stderr, /this isn't a plain file/);
	assert.equal(readFileSync(own, "utf8"), text);
});

test("a file in the directory's place, or no directory named, is one sentence", async (context) => {
	const file = path.join(await newFolder(context), "file");
	writeFileSync(file, "");
	for (const [args, sentence] of [
		[["export", file], /this isn't a directory; name one\n$/],
		[["export"], /export needs a directory to write into: export DIR\n$/],
		[["export", "a", "b"], /too many arguments for export/],
		[["export", path.join(file, "below")], /\n$/],
	] as const) {
		const { code, stderr } = await runProgram([...args]);
		assert.ok(code === 1 || code === 2);
		assert.match(stderr, sentence);
		assert.equal(stderr.match(/\n/g)?.length, 1);
	}
});

test("what is private is in no file", async (context) => {
	const folder = path.join(await newFolder(context), "public");
	assert.equal((await runProgram(["export", folder, "--hide", "basics.phone"])).code, 0);
	const phone = resume.person.contacts.find(({ kind }) => kind === "phone")!.text;
	for (const name of readdirSync(folder)) {
		assert.ok(!readFileSync(path.join(folder, name), "utf8").includes(phone.replace("+", "")), name);
	}
});

const browser = withBrowser();

test("a browser finds the other files from the page", browserOnly, async (context) => {
	const folder = path.join(await newFolder(context), "public");
	await runProgram(["export", folder]);
	const page = await browser().newPage();
	context.after(() => page.close());
	await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
	await page.getByRole("link", { name: "Markdown" }).click();
	assert.equal(page.url(), pathToFileURL(path.join(folder, "resume.md")).href);
	assert.ok((await page.textContent("body"))?.startsWith(`# ${resume.person.name}`));
});
