import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import fc from "fast-check";
import { print } from "../../source/print/print.ts";
import { loadDocument, loadFile } from "../../source/resume/load.ts";
import { newFile } from "../helpers/files.ts";
import { lostTexts } from "../helpers/lost.ts";
import { ownFile } from "../helpers/own.ts";
import { textsOf } from "../helpers/texts.ts";
import { oddShapes } from "./odd-shapes.ts";

/** What of a file is on no screen, and what is in no print. */
async function lostOf(path: string) {
	const loaded = await loadFile(path);
	const request = { selection: {}, width: 0, isAscii: false, hasColours: false };
	const prints = await Promise.all(
		(["text", "markdown"] as const).map((format) => print(loaded, { ...request, format })),
	);
	return {
		isEmpty: lostTexts(loaded.document, []).length === 0,
		onScreens: lostTexts(loaded.document, textsOf(loaded.resume)),
		inText: lostTexts(loaded.document, [prints[0]!]),
		inMarkdown: lostTexts(loaded.document, [prints[1]!.replaceAll("\\", "")]),
	};
}

// That a document has texts at all is asserted with it, so that no test passes because nothing was looked for.
const nothing = { isEmpty: false, onScreens: [], inText: [], inMarkdown: [] };

for (const { name, file, as = "json" } of oddShapes) {
	test(`nothing is lost of ${name}`, async (context) => {
		const path = await newFile(context, typeof file === "string" ? file : JSON.stringify(file), `resume.${as}`);
		assert.deepEqual(await lostOf(path), { ...nothing, isEmpty: name === "the least" });
	});
}

test("nothing is lost of the schema's own sample", async () => {
	const path = createRequire(import.meta.url).resolve("@jsonresume/schema/sample.resume.json");
	assert.ok(readFileSync(path, "utf8").length > 1000);
	assert.deepEqual(await lostOf(path), nothing);
});

test("nothing is lost of the package's résumé", async () => {
	assert.deepEqual(await lostOf(ownFile), nothing);
});

test("what is lost is found", () => {
	const document = {
		basics: { name: "Ada Stern" },
		work: [{ name: "Acme", startDate: "2020-01", highlights: ["Led."] }],
	};
	assert.deepEqual(lostTexts(document, ["Ada Stern", "Jan 2020"]), ["work.0.name: Acme", "work.0.highlights.0: Led."]);
});

/** A word that no other leaf has, so that what is shown of one isn't taken for another. */
const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{9,12}$/);
const fieldNames = fc.constantFrom(
	..."name title label position company institution area studyType publisher summary description location city".split(
		" ",
	),
	..."keywords highlights courses authors links roles level own otherThing projects lab text items type network".split(
		" ",
	),
	..."username email phone profiles bio about headline picture photo tel mobile emails fullName firstName".split(" "),
	..."lastName employer organization role jobTitle school degree major field gpa grade issuer awarder author".split(
		" ",
	),
	..."journal venue booktitle doi isbn arxiv volume pages edition quote reference skill proficiency language fluency".split(
		" ",
	),
	..."website url homepage date startDate endDate releaseDate year period dates positions address region country".split(
		" ",
	),
	..."countryCode postalCode responsibilities achievements tasks technologies note details comment entity".split(" "),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		fc.oneof(
			{ weight: 6, arbitrary: word },
			word.map((each) => `https://${each}.example/`),
			word.map((each) => `${each}@mail.example`),
			fc.integer({ min: 10_000_000 }),
		),
		fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
		fc.dictionary(fieldNames, tie("value"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
	),
}));
const sectionNames = fc.constantFrom(
	..."work education publications skills languages awards projects references volunteer interests".split(" "),
	..."certificates basics experience positions jobs hobbies honors papers reference ownSection contact bio".split(" "),
	..."Skills researchExperience talks".split(" "),
);

test("nothing is lost of any document", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.dictionary(
				sectionNames,
				anyValue.filter((value) => typeof value !== "number"),
				{ minKeys: 1, noNullPrototype: true },
			),
			async (sections) => {
				const document = { basics: { name: "Ada Stern" }, ...sections };
				const loaded = await loadDocument(document, "document");
				assert.deepEqual(lostTexts(document, textsOf(loaded.resume)), []);
				for (const format of ["text", "markdown"] as const) {
					const printed = await print(loaded, { format, selection: {}, width: 0, isAscii: false, hasColours: false });
					assert.deepEqual(lostTexts(document, [printed.replaceAll("\\", "")]), [], printed);
				}
			},
		),
		{ numRuns: 300 },
	);
});
