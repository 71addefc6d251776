import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { usualPaper } from "../../../source/print/pdf/pdf.ts";
import { browserOnly } from "../../helpers/browser.ts";
import { missingFacts } from "../../helpers/facts.ts";
import { newFile, newFolder } from "../../helpers/files.ts";
import { openProgram, program, runProgram } from "../../helpers/program.ts";
import { factsOf, seedLines } from "../../helpers/seed.ts";
import { embedded } from "../sample.ts";

/** Lines end anywhere, and pdftotext takes a hyphen at the end of one for a divided word's. */
const joined = (text: string) => text.replace(/[\s-]+/gu, "");
const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: "utf8" });

describe("the PDF, printed by a real browser", browserOnly, () => {
	for (const [locale, size] of [
		["de_DE.UTF-8", "A4"],
		["en_US.UTF-8", "letter"],
	] as const) {
		test(`on ${size}: tagged, titled, two pages, every fact of the seed, no entry torn in two`, async (context) => {
			const file = path.join(await newFolder(context), "cv.pdf");
			const env = { LC_ALL: "", LC_PAPER: "", LANG: locale };
			const run = await runProgram(["-o", file], { env, limit: 60_000 });
			assert.deepEqual([run.code, run.stdout], [0, ""], run.stderr);
			assert.match(run.stderr, /wrote .*cv\.pdf \(\d+ bytes\)\n$/);
			const about = poppler("pdfinfo", file);
			assert.match(about, new RegExp(`^Title: +${embedded.resume.person.name}`, "m"));
			assert.match(about, new RegExp(`^Creator: +${program.name} ${program.version}$`, "m"));
			assert.match(about, /^Tagged: +yes$/m);
			assert.match(about, /^JavaScript: +no$/m);
			assert.match(about, /^Pages: +2$/m);
			assert.match(about, new RegExp(`^Page size: .*\\(${size}\\)$`, "m"));
			assert.match(readFileSync(file, "latin1"), /\/Lang \(en\)/);

			const pages = [1, 2].map((page) => joined(poppler("pdftotext", "-f", `${page}`, "-l", `${page}`, file, "-")));
			const isOn = (text: string) => pages.some((page) => page.toLowerCase().includes(joined(text).toLowerCase()));
			const isFound = (fact: string) => (/^(.*\S) \(([^()]+)\)$/.exec(fact)?.slice(1) ?? [fact]).every(isOn);
			// The address of a link follows it on paper.
			const printed = pages.map((page) => page.replace(/\(https?:[^()]*\)/g, ""));
			pages.push(...printed);
			assert.deepEqual(missingFacts(seedLines, factsOf(embedded.resume).filter(isFound)), []);
			for (const { title, entries } of embedded.resume.sections) {
				for (const { body } of entries) {
					const points = body.map(({ spans }) => joined(spans.map(({ text }) => text).join("")));
					const ends = [points[0] ?? "", points.at(-1) ?? ""];
					assert.ok(
						printed.some((page) => ends.every((end) => page.includes(end))),
						`an entry of ${title} is torn in two`,
					);
				}
			}
		});
	}

	test("it goes to a pipe, and leaves nothing behind", async () => {
		const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("resume-pdf-"));
		const before = leftovers();
		const { code, stdout } = await runProgram(["-f", "pdf", "education"], { limit: 60_000 });
		assert.equal(code, 0);
		assert.match(stdout, /^%PDF-1\.\d/);
		assert.deepEqual(
			leftovers().filter((name) => !before.includes(name)),
			[],
		);
	});
});

test("without a browser one sentence says so and names the page", async (context) => {
	const folder = await newFolder(context);
	const file = path.join(folder, "cv.pdf");
	assert.deepEqual(await runProgram(["-o", file], { env: { PATH: folder, HOME: folder } }), {
		code: 1,
		signal: null,
		stdout: "",
		stderr: `${program.name}: a PDF needs Chromium, Chrome or Edge, and none was found; name one with --browser PATH, or print the page from any browser: --format html\n`,
	});
	assert.equal(statSync(file, { throwIfNoEntry: false }), undefined);
});

test("a browser that isn't one is one sentence", async (context) => {
	const notProgram = await newFile(context, "text");
	for (const [browser, code, sentence] of [
		[notProgram, 2, /--browser ".*resume\.json" isn't a program that can be run; give its path, such as .*\n$/],
		["/bin/false", 1, /"\/bin\/false" didn't print \(it ended with exit code 1\); name another browser .*\n$/],
	] as const) {
		const run = await runProgram(["-f", "pdf", "--browser", browser], { limit: 60_000 });
		assert.deepEqual([run.code, run.stdout], [code, ""]);
		assert.match(run.stderr, sentence);
	}
	const { code, stderr } = await runProgram(["-f", "html", "--browser", "chromium"]);
	assert.equal(code, 2);
	assert.match(stderr, /--browser is for printing PDF/);
});

test("a terminal gets no PDF", async () => {
	await using terminal = openProgram(["-f", "pdf"]);
	assert.equal((await terminal.waitForExit()).code, 2);
	assert.match(terminal.text(), /a terminal can't show a PDF/);
});

test("the paper is that of the country", () => {
	assert.equal(usualPaper({ LANG: "en_US.UTF-8" }), "letter");
	assert.equal(usualPaper({ LANG: "en_US.UTF-8", LC_PAPER: "de_DE" }), "a4");
	assert.equal(usualPaper({ LANG: "en_US", LC_ALL: "zh_CN.UTF-8" }), "a4");
	assert.equal(usualPaper({ LANG: "C.UTF-8" }), "a4");
	assert.equal(usualPaper({}), "a4");
});
