import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { rolldown } from "rolldown";
import { validators } from "../../build/validators.mjs";
import type { Json } from "../../source/resume/document.ts";
import { checkSchema } from "../../source/resume/validate/schema.ts";
import { sampleFile } from "../helpers/sample.ts";

const bundle = await rolldown({
	input: path.resolve(import.meta.dirname, "../../source/resume/validate/schema.ts"),
	platform: "node",
	plugins: [validators()],
});
const [file] = (await bundle.generate()).output;
const built: { checkSchema: typeof checkSchema } = await import(
	`data:text/javascript;base64,${Buffer.from(file.code).toString("base64")}`
);

function check(document: Json): void {
	assert.deepEqual(built.checkSchema(document), checkSchema(document), JSON.stringify(document));
}

const sample: Json = JSON.parse(await readFile(sampleFile, "utf8"));

/** Every key of the sample and of the schema, and those that a JSON Pointer has to escape. */
const keys = [
	"basics",
	"email",
	"url",
	"image",
	"phone",
	"location",
	"city",
	"profiles",
	"work",
	"volunteer",
	"education",
	"projects",
	"languages",
	"interests",
	"references",
	"skills",
	"keywords",
	"awards",
	"date",
	"certificates",
	"publications",
	"releaseDate",
	"startDate",
	"endDate",
	"endDateExpected",
	"highlights",
	"items",
	"itemsFrom",
	"courses",
	"roles",
	"links",
	"label",
	"authors",
	"equalContribution",
	"name",
	"title",
	"meta",
	"lastModified",
	"sections",
	"source",
	"id",
	"talks",
	"a/b~c",
	"$schema",
	"constructor",
];
const words = fc.oneof(
	fc.string(),
	fc.emailAddress(),
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	fc.constantFrom(
		"",
		"courses",
		"2020",
		"2020-01",
		"2020-13-40",
		"2020-1",
		"x@y",
		"x@y.z",
		"//x",
		"mailto:a",
		"http://é",
		"a:b",
	),
);
const { value: values } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		words,
		fc.constantFrom<unknown>(null, true, 0, 1.5),
		fc.array(tie("value"), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
	),
}));

test("any document has the findings that ajv itself has", () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 6 }), (document) => check(document as Json)),
		{ numRuns: 50 },
	);
});

/** Every place of a value. */
function* places(value: unknown): Generator<(string | number)[]> {
	for (const [key, child] of typeof value === "object" && value !== null ? Object.entries(value) : []) {
		const step = Array.isArray(value) ? Number(key) : key;
		yield [step];
		for (const rest of places(child)) {
			yield [step, ...rest];
		}
	}
}

test("a résumé in which some values are others has the findings that ajv has", () => {
	check(sample);
	const all = [...places(sample)];
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...all), values), { minLength: 1, maxLength: 20 }), (changes) => {
			const document = structuredClone(sample);
			for (const [place, value] of changes) {
				// biome-ignore lint/suspicious/noExplicitAny: a place in a document of any shape
				const parent = place.slice(0, -1).reduce((inner: any, step) => inner?.[step], document);
				if (typeof parent === "object" && parent !== null) {
					parent[place.at(-1)!] = value;
				}
			}
			check(document);
		}),
		{ numRuns: 50 },
	);
});
