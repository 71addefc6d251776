import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import document from "../../data/resume.json" with { type: "json" };
import { loadEmbedded } from "../../source/resume/load.ts";
import type { Block, Entry } from "../../source/resume/model.ts";
import { leaves } from "../../source/resume/normalise/values.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { resume, oddities } = loadEmbedded();

/**
 * The résumé as its owner wrote it, a fact a line: the marks of its lists, links and columns taken away, the dashes of
 * its dates made alike.
 */
const lines = readFileSync(path.join(root, "test/fixtures/seed.txt"), "utf8")
	.split("\n")
	.flatMap((line) => line.replace(/^\s*- /, "").split(" | "))
	.map((line) =>
		line
			.replace(/\[([^\]]*)\]\(#\)/g, "$1")
			.replace(/\\([()])/g, "$1")
			.replace(/^e: /, "")
			.replace(/(\d{4})-([A-Z][a-z]{2} \d{4})/, "$1 – $2")
			.trim(),
	)
	.filter((line) => line !== "");

/** Its head, and its sections by their headings, which are in capitals. */
const headings = lines.filter((line, index) => index > 0 && /^[A-Z ]{8,}$/.test(line));
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

const bodyLines = ({ spans, children }: Block): string[] => [
	spans.map(({ text }) => text).join(""),
	...children.flatMap(bodyLines),
];

/** The facts of an entry as the seed has them: the venue in brackets behind the title, the note in brackets. */
const entryFacts = ({ title, details, dates, people, peopleNote, body, publication }: Entry): string[] =>
	[
		publication?.venue === undefined ? title : `${title} (${publication.venue})`,
		...details.filter((detail) => detail !== publication?.venue),
		...(publication === undefined && dates ? [dates.text] : []),
		people.map(({ text }) => text).join(""),
		...(peopleNote === undefined ? [] : [`(${peopleNote})`]),
		...body.flatMap(bodyLines),
	].filter((fact) => fact !== "");

const sorted = (facts: string[]) => facts.toSorted();

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

test("the person has every fact of the seed's head, and no other", () => {
	const { name, headline, place, summary, contacts } = resume.person;
	assert.deepEqual(sorted([name.toUpperCase(), place!, ...contacts.map(({ text }) => text)]), sorted(head));
	assert.equal(headline, place);
	assert.deepEqual(summary, []);
});

test("the sections are the seed's, in its order, under its titles", () => {
	assert.deepEqual(
		resume.sections.map(({ title }) => title.toUpperCase()),
		headings,
	);
});

for (const [index, section] of sections.entries()) {
	const [heading, ...facts] = section;
	test(`${heading!.toLowerCase()} has every fact of the seed as often as the seed, and no other`, () => {
		assert.deepEqual(sorted(resume.sections[index]!.entries.flatMap(entryFacts)), sorted(facts));
	});

	test(`${heading!.toLowerCase()} has its entries and their points in the seed's order`, () => {
		const points = resume.sections[index]!.entries.flatMap(({ body }) => body.flatMap(bodyLines));
		assert.deepEqual(
			points,
			facts.filter((fact) => points.includes(fact)),
		);
		const titles = resume.sections[index]!.entries.map(({ title }) => title);
		const found = facts.map((fact) => titles.find((title) => fact.startsWith(title))).filter((title) => title);
		assert.deepEqual(titles, found);
	});
}

test("the awards and the courses stand under the degree", () => {
	const [degree] = resume.sections[0]!.entries;
	assert.deepEqual(
		degree!.body.map((block) => [bodyLines(block)[0], block.children.length]),
		[
			["Selected awards:", 2],
			["Selected Courses:", 5],
		],
	);
	assert.equal(degree!.dates?.isExpected, true);
});

test("the publication has its authors in order, the equal contribution and the owner marked, and its link", () => {
	const [paper] = resume.sections[1]!.entries;
	const authors = lines.find((line) => line.startsWith(paper!.people[0]!.text));
	assert.equal(paper!.people.map(({ text }) => text).join(""), authors);
	assert.equal(paper!.publication!.authors.length, 7);
	assert.deepEqual(
		paper!.people.filter(({ isOwner }) => isOwner).map(({ text }) => text),
		[`${resume.person.name}*`],
	);
	// The conversion of the seed lost the targets of its two links.
	assert.deepEqual(
		resume.sections.flatMap(({ entries }) => entries.flatMap(({ links }) => links.map(({ url }) => url))),
		["https://arxiv.org/abs/2206.07382", "https://github.com/thunlp/OpenDelta"],
	);
});

test("what the seed says is still going on, does", () => {
	const ongoing = resume.sections.flatMap(({ entries }) => entries.filter(({ dates }) => dates?.isOngoing));
	assert.deepEqual(
		sorted(ongoing.map(({ dates }) => dates!.text)),
		sorted(lines.filter((line) => line.endsWith("– Now"))),
	);
});

test("the embedded document is tidy, and valid against the official schema", () => {
	assert.deepEqual(oddities, []);
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	assert.ok(ajv.validate(schema, document), ajv.errorsText());
});

test("the schema's own validator finds it valid", async () => {
	const { validate } = createRequire(import.meta.url)("@jsonresume/schema") as {
		validate: (resume: unknown, callback: (errors: unknown, isValid?: boolean) => void) => void;
	};
	const errors = await new Promise((resolve) => validate(document, (found) => resolve(found)));
	assert.equal(errors, null);
});

test("nothing personal stands in the source", () => {
	const { basics, education, work, volunteer, publications } = document;
	const personal = [
		basics.name,
		basics.email,
		basics.phone,
		basics.location.address,
		...education.map(({ institution }) => institution),
		...[...work, ...volunteer].flatMap((entry) =>
			["name", "organization", "supervisor", "lab"].flatMap((field) =>
				leaves((entry as Record<string, unknown>)[field]),
			),
		),
		...publications.flatMap(({ name, url, authors }) => [name, url, ...authors.map((author) => author.name)]),
	].map((text) => text.toLowerCase());
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
