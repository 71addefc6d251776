import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { print } from "../../source/print/print.ts";
import { groupsOf, ownDetails } from "../../source/resume/groups.ts";
import { loadFile } from "../../source/resume/load.ts";
import { missingFacts } from "../helpers/facts.ts";
import { newFile } from "../helpers/files.ts";
import { ownersOnly, ownFile } from "../helpers/own.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { sampleFile, seed } from "../helpers/sample.ts";

/** The headings of the document's first section, with the labels, dates and own details of the entries under each. */
async function outline(context: TestContext, document: object) {
	const { sections } = await resumeOf(context, document);
	return groupsOf(sections[0]!.entries).map(({ group, entries }) => ({
		heading: group && [group.title, ...group.details].join(" | "),
		rows: entries.map(({ entry }) => [entry.label, entry.dates?.text ?? "", ...ownDetails(entry)].join(" | ")),
	}));
}

test("neighbours of one employer and lab stand under one heading, each by what tells it from the others", async (context) => {
	const at = { name: "Acme", lab: "Ovens", location: "Bern" };
	assert.deepEqual(
		await outline(context, {
			work: [
				{ ...at, position: "Baker", startDate: "2022-01", highlights: ["Built a new oven for rye bread."] },
				{ ...at, position: "Baker", startDate: "2020", endDate: "2021", label: "Wheat", highlights: ["Milled wheat."] },
				{ ...at, position: "Apprentice", startDate: "2019", endDate: "2020", highlights: ["Swept."] },
				{ ...at, lab: "Mills", position: "Miller" },
				{ name: "Other", position: "Cook" },
				{ ...at, position: "Guest" },
			],
		}),
		[
			{
				heading: "Acme · Ovens | Bern",
				rows: ["Built a new oven for rye bread. | Jan 2022 – Now", "Wheat | 2020 – 2021", "Apprentice | 2019 – 2020"],
			},
			{ heading: undefined, rows: ["Acme, Mills |  | Acme | Mills | Bern"] },
			{ heading: undefined, rows: ["Other |  | Other"] },
			{ heading: undefined, rows: ["Acme, Ovens |  | Acme | Ovens | Bern"] },
		],
	);
});

test("two degrees of one school stand under it; entries without an employer under nothing", async (context) => {
	assert.deepEqual(
		await outline(context, {
			education: [
				{ institution: "School", studyType: "MS", area: "Bread" },
				{ institution: "School", studyType: "BS", area: "Bread", score: "1.0" },
			],
		}),
		[{ heading: "School", rows: ["MS in Bread | ", "BS in Bread |  | 1.0"] }],
	);
	assert.deepEqual(await outline(context, { work: [{ position: "Baker" }, { position: "Cook" }] }), [
		{ heading: undefined, rows: ["Baker | "] },
		{ heading: undefined, rows: ["Cook | "] },
	]);
});

test("a first point too long for a row is cut at a word", async (context) => {
	const at = { name: "Acme", position: "Baker" };
	const long = "Presented a method which automatically searches for the structure of the best oven there is.";
	const [first] = await outline(context, { work: [{ ...at, highlights: [long] }, at] });
	assert.deepEqual(first!.rows, ["Presented a method which automatically searches for the… | ", "Baker | "]);
});

test("labels that would be the same are told apart by title, or else by dates", async (context) => {
	const other = { name: "Other" };
	const { sections } = await resumeOf(context, {
		work: [
			{ name: "Acme", position: "Baker", startDate: "2020", endDate: "2021" },
			other,
			{ name: "Acme", position: "Cook" },
			{ ...other, name: "Third" },
			{ name: "Acme", position: "Baker", startDate: "2010", endDate: "2011" },
		],
	});
	assert.deepEqual(
		sections[0]!.entries.map(({ label, id }) => [label, id]),
		[
			["Acme · Baker · 2020 – 2021", "acme-baker-2020-2021"],
			["Other", "other"],
			["Acme · Cook", "acme-cook"],
			["Third", "third"],
			["Acme · Baker · 2010 – 2011", "acme-baker-2010-2011"],
		],
	);
});

test("a label with words of its own is shown, one made of the entry's words is not shown twice", async (context) => {
	const { sections } = await resumeOf(context, {
		work: [
			{ name: "Acme", position: "Baker", label: "Rye team" },
			{ name: "Other", position: "Head of the rye team", label: "rye team" },
		],
	});
	assert.deepEqual(
		sections[0]!.entries.map(({ details }) => details),
		[["Rye team", "Acme"], ["Other"]],
	);
});

test("the sample's entries have the labels that its owner gave them", async () => {
	const { resume } = await loadFile(sampleFile);
	const groups = groupsOf(resume.sections.find(({ source }) => source === "work")!.entries);
	assert.deepEqual(
		groups.map(({ group, entries }) => [group?.title, ...entries.map(({ entry }) => entry.label)]),
		[
			[undefined, "University of California, Santa Cruz"],
			[
				"Tsinghua University · THUNLP",
				"OpenDelta",
				"Sparse Structure of Parameter-Efficient Tuning (S³PET)",
				"Pre-trained Models for Natural Language Processing",
			],
			[undefined, "Student Research Training"],
		],
	);
	assert.deepEqual(groups[1]!.group!.details, ["Beijing, China"]);
});

test("every label of the résumé is in the seed's words", ownersOnly, async () => {
	const { resume } = await loadFile(ownFile);
	const wordsOf = (text: string) => text.match(/[\p{L}\p{N}-]+/gu) ?? [];
	const words = wordsOf(seed);
	for (const { label } of resume.sections.flatMap(({ entries }) => entries)) {
		assert.deepEqual(missingFacts(wordsOf(label), [...words]), [], label);
	}
});

test("several roles at one employer are entries under its name, each with its own dates", async (context) => {
	const roles = [
		{ title: "Senior", startDate: "2020-01", highlights: ["Led the rye team."] },
		{ name: "Junior", from: "2018-01", to: "2019-12", location: "Basel" },
		"Helper",
	];
	for (const field of ["positions", "roles"]) {
		const document = { work: [{ company: "Acme", location: "Bern", startDate: "2018-01", [field]: roles }] };
		assert.deepEqual(await outline(context, document), [
			{
				heading: "Acme",
				rows: ["Senior | Jan 2020 – Now | Bern", "Junior | Jan 2018 – Dec 2019 | Basel", "Helper |  | Bern"],
			},
		]);
	}
});

test("what is said of the employer alone is an entry before its roles", async (context) => {
	const document = {
		work: [
			{ name: "Acme", startDate: "2010", endDate: "2020", highlights: ["Won a prize."], roles: [{ title: "Cook" }] },
			{ name: "Other", url: "https://other.example", positions: [{ title: "Cook" }] },
		],
	};
	assert.deepEqual(await outline(context, document), [
		{ heading: "Acme", rows: ["Acme | 2010 – 2020", "Cook | "] },
		{ heading: undefined, rows: ["Other |  | Other"] },
	]);
});

test("the employer's name, place and site are printed once above its roles", async (context) => {
	const loaded = await loadFile(
		await newFile(
			context,
			JSON.stringify({
				work: [
					{
						name: "Acme",
						location: "Bern",
						url: "https://acme.example",
						summary: "All about ovens. ".repeat(7),
						startDate: "2010",
						endDate: "2020",
						positions: [
							{ title: "Senior", startDate: "2015", endDate: "2020", highlights: ["Led."] },
							{ title: "Junior", startDate: "2010", endDate: "2015" },
						],
					},
				],
			}),
		),
	);
	const request = { selection: { section: 0 }, width: 60, isAscii: false, hasColours: false };
	assert.equal(
		await print(loaded, { ...request, format: "text" }),
		`Work
────────────────────────────────────────────────────────────
Acme                                             2010 – 2020
Bern
https://acme.example
All about ovens. All about ovens. All about ovens. All about
ovens. All about ovens. All about ovens. All about ovens.

Senior                                           2015 – 2020
  • Led.

Junior                                           2010 – 2015
`,
	);
	assert.equal(
		await print(loaded, { ...request, format: "markdown" }),
		`## Work

### Acme

Bern · [Acme](https://acme.example)

*2010 – 2020*

${"All about ovens. ".repeat(7).trim()}

#### Senior

*2015 – 2020*

- Led.

#### Junior

*2010 – 2015*
`,
	);
});
