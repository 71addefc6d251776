import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, test } from "node:test";
import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { loadFile } from "../../source/resume/load.ts";
import { leaves } from "../../source/resume/normalise/values.ts";
import { areInOrder, isSameFact, missingFacts } from "../helpers/facts.ts";
import { own, ownersOnly, ownFile } from "../helpers/own.ts";
import { sampleFile } from "../helpers/sample.ts";
import { bodyLines, entryFacts, seedHeadings as headings, seedLines as lines } from "../helpers/seed.ts";

const root = path.resolve(import.meta.dirname, "../..");

const headAndSections = lines.reduce<string[][]>(
	(parts, line) => {
		if (headings.includes(line)) {
			parts.push([]);
		}
		parts.at(-1)!.push(line);
		return parts;
	},
	[[]],
);
const [head, ...sections] = headAndSections as [string[], ...string[][]];

/** What to do about a fact that is missing: it may be the owner's wish. */
const advice = "no longer in the résumé in data/; if that is meant, change test/fixtures/seed.txt as well";

const assertHas = (facts: string[], expected: string[]) => assert.deepEqual(missingFacts(expected, facts), [], advice);

test("a fact that is missing or has changed is distinguished from one that is corrected or new", () => {
	const facts = [
		"Bern",
		"Bern",
		"It keeps 99% of the speed of CLIP.",
		"One which automatically Search for the structure",
	];
	assert.deepEqual(missingFacts(facts, [...facts, "new"]), []);
	assert.deepEqual(missingFacts(facts, facts.slice(1)), ["Bern"]);
	const changed = [
		"Bern",
		"Berne",
		"It keeps 98% of the speed of CLIP.",
		"One which automatically searches for the structure",
	];
	assert.deepEqual(missingFacts(facts, changed), ["Bern", facts[2]]);
	assert.equal(isSameFact(facts[2]!, facts[2]!.replace("CLIP", "BLIP")), false);
	assert.equal(areInOrder(["a", "b"], ["x", "a", "y", "b"]), true);
	assert.equal(areInOrder(["b", "a"], ["x", "a", "y", "b"]), false);
});

test("the seed is understood: a head, and the five sections", () => {
	// As many lines as it has that are not blank, and one of them is of two facts.
	assert.equal(lines.length, 76);
	assert.deepEqual(headings, [
		"EDUCATION",
		"PUBLICATION",
		"RESEARCH EXPERIENCE",
		"SELECTED COURSE PROJECT",
		"EXTRACURRICULAR EXPERIENCES",
	]);
});

describe("the résumé holds the seed", ownersOnly, async () => {
	const { resume, oddities } = await loadFile(ownFile);
	const sectionOf = (heading: string) => resume.sections.find(({ title }) => title.toUpperCase() === heading)!;

	test("the person has every fact of the seed's head", () => {
		const { name, place, contacts } = resume.person;
		assertHas([name.toUpperCase(), place ?? "", ...contacts.map(({ text }) => text)], head);
	});

	test("the sections are the seed's, in its order, under its titles", () => {
		const titles = resume.sections.map(({ title }) => title.toUpperCase());
		assert.deepEqual(
			titles.filter((title) => headings.includes(title)),
			headings,
			advice,
		);
	});

	for (const [heading, ...facts] of sections) {
		test(`${heading!.toLowerCase()} has every fact of the seed as often as the seed`, () => {
			assertHas(sectionOf(heading!).entries.flatMap(entryFacts), facts);
		});

		test(`${heading!.toLowerCase()} has its entries and their points in the seed's order`, () => {
			const { entries } = sectionOf(heading!);
			for (const found of [
				entries.flatMap(({ body }) => body.flatMap(bodyLines)),
				entries.flatMap(({ dates }) => dates?.text ?? []),
				entries.map((entry) => entryFacts(entry)[0]!),
			]) {
				const expected = facts.filter((fact) => found.some((other) => isSameFact(fact, other)));
				assert.ok(areInOrder(expected, found), JSON.stringify(found));
			}
		});
	}

	test("the awards and the courses are under the degree", () => {
		const degree = sectionOf("EDUCATION").entries.find(({ dates }) => dates?.isExpected);
		const parts = new Map(degree?.body.map((block) => [bodyLines(block)[0], block.children.flatMap(bodyLines)]));
		for (const [index, [title, count]] of [
			["Selected awards:", 2] as const,
			["Selected Courses:", 5] as const,
		].entries()) {
			const start = lines.indexOf(title) + 1;
			assertHas(parts.get(title) ?? [], lines.slice(start, start + count));
			assert.equal([...parts.keys()].indexOf(title), index);
		}
	});

	test("the publication has its authors in order, the equal contribution and the owner marked, and its link", () => {
		const paper = sectionOf("PUBLICATION").entries.find((entry) => lines.includes(entryFacts(entry)[0]!));
		const authors = paper?.people.map(({ text }) => text).join("");
		assert.ok(lines.includes(authors!), authors);
		assert.equal(paper!.publication!.authors.length, 7);
		assert.deepEqual(
			paper!.people.filter(({ isOwner }) => isOwner).map(({ text }) => text),
			[`${resume.person.name}*`],
		);
		// The conversion of the seed lost the targets of its two links.
		const urls = resume.sections.flatMap(({ entries }) => entries.flatMap(({ links }) => links.map(({ url }) => url)));
		assertHas(urls, ["https://arxiv.org/abs/2206.07382", "https://github.com/thunlp/OpenDelta"]);
	});

	test("what the seed says is still going on, does", () => {
		const ongoing = resume.sections.flatMap(({ entries }) => entries.filter(({ dates }) => dates?.isOngoing));
		assertHas(
			ongoing.map(({ dates }) => dates!.text),
			lines.filter((line) => line.endsWith("– Now")),
		);
	});

	test("the document is tidy, and valid against the official schema", async () => {
		assert.deepEqual(oddities, []);
		const document: unknown = own;
		const ajv = new Ajv({ strict: false, allErrors: true });
		addFormats.default(ajv);
		assert.ok(ajv.validate(schema, document), ajv.errorsText());

		const { validate } = createRequire(import.meta.url)("@jsonresume/schema") as {
			validate: (resume: unknown, callback: (errors: unknown, isValid?: boolean) => void) => void;
		};
		const errors = await new Promise((resolve) => validate(document, (found) => resolve(found)));
		assert.equal(errors, null, "the schema's own validator");
	});
});

test("nothing personal is in the source", () => {
	const { basics, education, work, volunteer, publications } = JSON.parse(readFileSync(sampleFile, "utf8"));
	const personal: string[] = [
		basics.name,
		basics.email,
		basics.phone,
		basics.location.address,
		...education.map(({ institution }: Record<string, string>) => institution),
		...[...work, ...volunteer].flatMap((entry: Record<string, unknown>) =>
			["name", "organization", "supervisor", "lab"].flatMap((field) => leaves(entry[field])),
		),
		...publications.flatMap(({ name, url, authors }: { name: string; url: string; authors: { name: string }[] }) => [
			name,
			url,
			...authors.map((author) => author.name),
		]),
	].map((text) => text.toLowerCase());
	assert.ok(personal.length > 20);
	const files = ["source", "build"]
		.flatMap((folder) =>
			readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => path.join(entry.parentPath, entry.name)),
		)
		.concat(path.join(root, "cli.tsx"));
	assert.ok(files.length > 20);
	for (const file of files) {
		const text = readFileSync(file, "utf8").toLowerCase();
		for (const words of personal) {
			assert.ok(!text.includes(words), `${JSON.stringify(words)} stands in ${file}`);
		}
	}
});
