import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../source/errors.ts";
import { print } from "../../source/print/print.ts";
import { cleanText } from "../../source/resume/clean.ts";
import { type Loaded, loadFile } from "../../source/resume/load.ts";
import { validate } from "../../source/resume/validate/index.ts";
import { anyDocument } from "../helpers/documents.ts";
import { newFile } from "../helpers/files.ts";
import { textsOf } from "../helpers/texts.ts";
import { oddShapes } from "./odd-shapes.ts";

assert.ok(oddShapes.length >= 50);

for (const { name, file, as = "json", shows, hides = [], isOdd } of oddShapes) {
	test(`shows ${name}`, async (context) => {
		const path = await newFile(context, typeof file === "string" ? file : JSON.stringify(file), `resume.${as}`);
		const loaded = await loadFile(path);
		const { resume, oddities } = loaded;
		const texts = textsOf(resume);
		for (const text of shows) {
			assert.ok(texts.includes(text), `${JSON.stringify(text)} is not among ${JSON.stringify(texts, undefined, 1)}`);
		}

		for (const text of hides) {
			assert.ok(
				!texts.some((shown) => shown.includes(text)),
				`${JSON.stringify(text)} is among ${JSON.stringify(texts)}`,
			);
		}

		assert.deepEqual(texts.map(cleanText), texts);
		await assertPrinted(loaded, shows);
		assert.equal(oddities.length > 0, isOdd, JSON.stringify(oddities));
		for (const oddity of oddities) {
			assert.match(oddity, /^[^\n]{10,}$/);
		}

		await assertAgreed(path, oddities);
		for (const section of resume.sections) {
			assert.equal(new Set(section.entries.map(({ id }) => id)).size, section.entries.length);
		}
	});
}

/** If a visitor reads that there are problems, validate lists them, in the same words and at the same place. */
async function assertAgreed(path: string, oddities: readonly string[]) {
	const problems = await validate(path, { now: new Date(2026, 0) });
	const said = problems.flatMap(({ path: at, line, column, message, fix }) => {
		const words = `${message}; ${fix}`;
		return at === "" ? [words, `${line}:${column}: ${words}`] : [`${at}: ${words}`];
	});
	assert.deepEqual(
		oddities.filter((oddity) => !said.includes(oddity)),
		[],
		JSON.stringify(said, undefined, 1),
	);
}

test("the loader and validate agree on any document", async (context) => {
	const file = await newFile(context, "");
	await fc.assert(
		fc.asyncProperty(anyDocument, async (document) => {
			await writeFile(file, JSON.stringify(document));
			const loaded = await loadFile(file).catch((error: unknown) => error);
			if (loaded instanceof UserError) {
				// What isn't shown has an error.
				const problems = await validate(file, { now: new Date(2026, 0) });
				assert.ok(
					problems.some(({ severity }) => severity === "error"),
					loaded.message,
				);
			} else {
				await assertAgreed(file, (loaded as Loaded).oddities);
			}
		}),
		{ numRuns: 300, examples: [[{ basics: { "\t": null } }]] },
	);
});

/** Each format is printed; all that is shown is in the text, and no control character in any. */
async function assertPrinted(loaded: Loaded, shows: string[]) {
	for (const format of ["text", "markdown", "json", "vcard", "card"] as const) {
		const printed = await print(loaded, {
			format,
			selection: {},
			width: format === "text" ? 0 : 80,
			isAscii: false,
			hasColours: false,
			comeBack: "npx x",
		});
		assert.doesNotMatch(printed.replaceAll("\r\n", "\n"), /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
		if (format === "text") {
			assert.deepEqual(
				shows.filter((text) => !printed.includes(text)),
				[],
				printed,
			);
		}
	}
}

test("a section with a single text has its title once, in text and in Markdown", async (context) => {
	const words = "To bake the best bread there is, in every town, for all who like bread, and for all who have yet to.";
	const loaded = await loadFile(await newFile(context, JSON.stringify({ basics: {}, objective: words })));
	const request = { selection: { section: 0 }, width: 0, isAscii: false, hasColours: false, comeBack: "npx x" };
	assert.equal(await print(loaded, { ...request, format: "text" }), `Objective\n─────────\n${words}\n`);
	assert.equal(await print(loaded, { ...request, format: "markdown" }), `## Objective\n\n${words}\n`);
});
