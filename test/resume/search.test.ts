import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { findRanges, fold, longestQuery } from "../../source/resume/matching.ts";
import { createSearch } from "../../source/resume/search.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";
import { textsOf } from "../helpers/texts.ts";

const { resume } = await loadSample();
const search = createSearch(resume);
const texts = (query: string) => search(query).hits.map(({ text }) => text);
const findsText = (query: string, part: string) =>
	assert.ok(
		texts(query).some((text) => text.includes(part)),
		`${query}: ${JSON.stringify(texts(query))}`,
	);

test("Every word of the résumé is found in the text that has it", () => {
	const shown = textsOf(resume);
	for (const { text } of search("a").hits) {
		assert.ok(shown.includes(text) || shown.some((part) => text.includes(part)));
	}

	const words = new Set(
		resume.sections.flatMap(({ title, entries }) => [
			...title.split(/\s+/),
			...entries.flatMap((entry) => [
				...entry.title.split(/\s+/),
				...entry.details.flatMap((detail) => detail.split(/\s+/)),
				...entry.people.flatMap(({ text }) => text.split(/\s+/)),
				...(entry.dates?.text.split(/\s+/) ?? []),
				...entry.body.flatMap(({ spans, children }) =>
					[spans, ...children.map((child) => child.spans)].flat().flatMap(({ text }) => text.split(/\s+/)),
				),
				...entry.links.flatMap(({ url }) => [url]),
			]),
		]),
	);
	for (const word of words) {
		assert.ok(word === "" || texts(word).some((text) => fold(text).includes(fold(word))), word);
	}
});

test("Case, accents, superscripts and small slips of typing are forgiven", async (context) => {
	findsText("OPENDELTA", "OpenDelta");
	findsText("s3pet", "S³PET");
	findsText("S³PET", "S³PET");
	findsText("opnedelta", "OpenDelta");
	findsText("opendlta", "OpenDelta");
	findsText("openndelta", "OpenDelta");
	findsText("neurips 2022", "NeurIPS 2022");
	const accents = createSearch(await resumeOf(context, { basics: { name: "Zoë" }, work: [{ name: "Café Zürich" }] }));
	for (const query of ["cafe", "CAFÉ", "zurich", "zuerich".replace("ue", "u"), "zürihc"]) {
		assert.ok(
			accents(query).hits.some(({ text }) => text === "Café Zürich"),
			query,
		);
	}
});

test("A slip is forgiven in the beginning of a word, and not inside of one", () => {
	for (const query of ["naïve", "chian", "ersity"]) {
		assert.ok(
			search(query).needles.every((needle) => !["university", "machine"].includes(needle)),
			`${query}: ${search(query).needles}`,
		);
	}

	findsText("univresity", "University");
	findsText("macine", "machine");
});

test("Hyphens are neither asked for nor in the way", () => {
	findsText("multilingual", "multi-lingual");
	findsText("multi-lingual", "multilingual");
	findsText("pretrained", "Pre-trained");
	findsText("bi-level", "bi-level");
	findsText("crosslingual", "Cross-lingual");
});

test("What begins with the words that were typed comes before what has them inside", () => {
	const all = texts("art").map(fold);
	const inside = all.findIndex((text) => !/(?:^|[^\p{L}\p{N}])art/u.test(text));
	assert.ok(inside > 0, "artificial comes before smart, part, …");
	assert.ok(all.slice(inside).every((text) => !/(?:^|[^\p{L}\p{N}])art/u.test(text)));
});

test("A way to reach the person is found by what it is", () => {
	for (const [query, kind] of [
		["phone", "phone"],
		["mail", "mail"],
		["e-mail", "mail"],
	] as const) {
		const [hit] = search(query).hits;
		assert.equal(resume.person.contacts[hit!.contact!]!.kind, kind, query);
	}

	assert.equal(search("contact").hits.filter(({ contact }) => contact !== undefined).length, 2);
});

test("Dates, people, venues and addresses are found", () => {
	findsText("2021", "2021");
	findsText("expected", "expected");
	findsText("zhiyuan liu", "Zhiyuan Liu");
	findsText("arxiv", "https://arxiv.org");
	findsText("equal", "equal");
});

test("Of several words all must be found, and a text with all of them comes first", () => {
	const { hits } = search("soft prompt distillation");
	assert.match(hits[0]!.text, /distillation.+soft prompt/);
	assert.deepEqual(search("distillation volunteer").hits, [], "no entry has both");
	const inParts = search("thunlp distillation").hits;
	assert.ok(inParts.length > 0, "an entry has both, in different texts");
});

test("What is nowhere, or nothing, finds nothing", () => {
	for (const query of ["", "   ", "xylophone", "zz", "!!!???", "opendelta xylophone"]) {
		assert.deepEqual(search(query).hits, [], JSON.stringify(query));
	}
});

test("A result says where it is and what it opens", () => {
	const [hit] = search("keyword extraction").hits;
	const section = resume.sections[hit!.section!]!;
	const entry = section.entries[hit!.entry!]!;
	assert.equal(hit!.label, entry.label);
	assert.equal(hit!.where, `${section.title} › ${entry.label} · ${entry.dates!.text}`);
	const own = search(resume.person.contacts[0]!.text).hits[0]!;
	assert.deepEqual([own.section, own.entry], [undefined, undefined]);
});

test("What is marked is what was looked for, in order and not overlapping", () => {
	assert.deepEqual(findRanges("Ada and ADA", ["ada"]), [
		{ start: 0, end: 3 },
		{ start: 8, end: 11 },
	]);
	assert.deepEqual(findRanges("S³PET", ["s3pet"]), [{ start: 0, end: 5 }]);
	assert.deepEqual(findRanges("prompting", ["prompt", "ting"]), [{ start: 0, end: 6 }]);
	assert.deepEqual(findRanges("nothing", []), []);
});

test("A folded text is as long as the text, so that places are the same in both", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			assert.equal(fold(text).length, text.length);
			assert.equal(fold(fold(text)), fold(text));
		}),
	);
	assert.equal(fold("ÀÉÎÕÜ Ångström x²"), "aeiou angstrom x2");
	assert.equal(fold("ژانویه ۲۰۱۹ ٢٠١٩"), "ژانویه 2019 2019");
});

test("Whatever is typed, it neither throws nor gives a text twice, and marks stand in what was found", () => {
	const word = fc.constantFrom("tsinghua", "2022", "opnedelta", "s³", "(", "[", "\\", "*", "-", "é", "张", "e");
	const query = fc.oneof(
		fc.array(word).map((words) => words.join(" ")),
		fc.string({ unit: "grapheme", maxLength: 200 }),
	);
	fc.assert(
		fc.property(query, (typed) => {
			const { hits, needles } = search(typed);
			assert.equal(new Set(hits).size, hits.length);
			for (const { text, contact } of hits) {
				const ranges = findRanges(text, needles);
				assert.ok(ranges.length > 0 || contact !== undefined, text);
				assert.ok(ranges.every(({ start, end }, index) => start < end && start >= (ranges[index - 1]?.end ?? 0)));
			}
		}),
		{ numRuns: 200 },
	);
	assert.deepEqual(search(`tsinghua${" ".repeat(longestQuery)}xylophone`).hits, search("tsinghua").hits);
});
