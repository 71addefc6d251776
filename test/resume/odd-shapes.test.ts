import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanText } from "../../source/resume/clean.ts";
import { loadFile } from "../../source/resume/load.ts";
import { validate } from "../../source/resume/validate.ts";
import { newFile } from "../helpers/files.ts";
import { textsOf } from "../helpers/texts.ts";
import { oddShapes } from "./odd-shapes.ts";

assert.ok(oddShapes.length >= 50);

for (const { name, file, as = "json", shows, hides = [], isOdd } of oddShapes) {
	test(`shows ${name}`, async (context) => {
		const path = await newFile(context, typeof file === "string" ? file : JSON.stringify(file), `resume.${as}`);
		const { resume, oddities } = await loadFile(path);
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
		assert.equal(oddities.length > 0, isOdd, JSON.stringify(oddities));
		for (const oddity of oddities) {
			assert.match(oddity, /^[^\n]{10,}$/);
		}

		// Whoever is told that there are oddities is told by validate which.
		const problems = await validate(path, { now: new Date(2026, 0) });
		assert.ok(!isOdd || problems.length > 0, JSON.stringify(oddities));
		for (const section of resume.sections) {
			assert.equal(new Set(section.entries.map(({ id }) => id)).size, section.entries.length);
		}
	});
}
