import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { bibtexEntry, printBibtex } from "../../source/print/bibtex.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { anyResume, embedded, sample } from "./sample.ts";

const read = (text: string) => {
	const { entries, errors } = parse(text, { sentenceCase: false, raw: false });
	assert.deepEqual(errors, [], text);
	return entries;
};

test("a parser reads the embedded publications back", () => {
	const publications = embedded.resume.sections.flatMap(({ entries }) =>
		entries.flatMap(({ publication }) => publication ?? []),
	);
	const entries = read(printBibtex(embedded.resume, {}));
	assert.equal(entries.length, publications.length);
	for (const [index, { type, key, fields }] of entries.entries()) {
		const publication = publications[index]!;
		assert.equal(type, "inproceedings");
		assert.match(key, /^[a-z\d]+$/);
		assert.equal(fields.title?.replace(/<\/?span[^>]*>/g, ""), publication.title);
		assert.deepEqual(
			fields.author?.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
			publication.authors,
		);
		assert.equal(fields.booktitle, publication.venue);
		assert.equal(fields.year, publication.date);
		assert.equal(fields.eprint, publication.url?.split("/").at(-1));
		assert.equal(fields.url, publication.url);
	}
});

test("the sample is written as it stands here", () => {
	assert.equal(
		printBibtex(sample, {}),
		`@article{example2021braces,
  title = {{On \\textbraceleft{}Braces\\textbraceright{} \\& 100\\% of \\$\\_\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\#}},
  author = {Ada Example and B. Other},
  journal = {Journal of Signs},
  year = {2021},
  month = {3},
  eprint = {2101.00001},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2101.00001v2}
}

@misc{sonssecond,
  title = {{Second}},
  author = {{Smith and Sons} and {张三} and Doe, Jane},
  year = {no date}
}
`,
	);
});

test("a section or an entry gives its publications alone", () => {
	assert.equal(printBibtex(sample, { section: 0 }), "");
	assert.equal(read(printBibtex(sample, { section: 1 })).length, 2);
	assert.match(printBibtex(sample, { section: 1, entry: 1 }), /^@misc\{sonssecond,/);
	assert.equal(printBibtex(sample, { section: 1, entry: 7 }), "");
});

test("the same publication twice has two keys", () => {
	const entry = sample.sections[1]!.entries[1]!;
	const twice = { ...sample, sections: [{ ...sample.sections[1]!, entries: [entry, entry] }] };
	assert.deepEqual(
		read(printBibtex(twice, {})).map(({ key }) => key),
		["sonssecond", "sonssecond-2"],
	);
});

test("venues and addresses say what kind of publication it is", () => {
	const typeOf = (venue?: string) => /^@(\w+)/.exec(bibtexEntry({ title: "T", authors: [], venue }))?.[1];
	assert.deepEqual(
		["AAAI2018", "Proceedings of X", "NeurIPS 2022", "IEEE Transactions on Y", "Some Press", undefined].map(typeOf),
		["inproceedings", "inproceedings", "inproceedings", "article", "misc", "misc"],
	);
	const doi = bibtexEntry({ title: "T", authors: [], url: "https://doi.org/10.1000/a_b" });
	assert.equal(read(doi)[0]?.fields.doi, "10.1000/a_b");
	assert.equal(
		read(bibtexEntry({ title: "T", authors: [], url: "https://arxiv.org/pdf/math/0211159" }))[0]?.fields.eprint,
		"math/0211159",
	);
});

test("any publication is one entry, its braces in balance", () => {
	fc.assert(
		fc.property(anyResume, (resume) => {
			const count = resume.sections.flatMap(({ entries }) => entries.filter(({ publication }) => publication)).length;
			const text = printBibtex(resume, {});
			assert.equal(read(text).length, count);
			let depth = 0;
			for (const sign of text) {
				depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
				assert.ok(depth >= 0);
			}

			assert.equal(depth, 0);
		}),
		{ numRuns: 200 },
	);
});

test("an article has its journal, volume, number, pages and DOI; the family name makes its key", async (context) => {
	const resume = await resumeOf(context, {
		basics: { name: "Jürgen Müller" },
		publications: [
			{
				name: "Rye bread",
				type: "article",
				journal: "Ovens",
				publisher: "Press",
				volume: 12,
				issue: "3",
				pages: "45–67",
				releaseDate: "2024-08-28",
				year: 2024,
				doi: "10.1002/(SICI)1<1::AID-X>3.0.CO;2-#",
				authors: ["Müller, Jürgen", "Ann Lee", "et al."],
			},
			{ name: "Wheat", authors: "Doe, J., Roe, R. & others", releaseDate: "2023-13", year: 2023, volume: "1" },
			{ name: "Oven door", type: "patent", authors: ["Doe, J.", "..."] },
		],
	});
	assert.equal(
		printBibtex(resume, {}),
		`@article{muller2024bread,
  title = {{Rye bread}},
  author = {Müller, Jürgen and Ann Lee and others},
  journal = {Ovens},
  volume = {12},
  number = {3},
  pages = {45--67},
  year = {2024},
  month = {8},
  doi = {10.1002/(SICI)1<1::AID-X>3.0.CO;2-#}
}

@article{doe2023wheat,
  title = {{Wheat}},
  author = {Doe, J. and Roe, R. and others},
  volume = {1},
  year = {2023}
}

@misc{doeoven,
  title = {{Oven door}},
  author = {Doe, J. and others}
}
`,
	);
	const [first] = resume.sections[0]!.entries;
	assert.deepEqual(first!.links, [
		{
			label: "DOI 10.1002/(SICI)1<1::AID-X>3.0.CO;2-#",
			url: "https://doi.org/10.1002/%28SICI%291%3C1%3A%3AAID-X%3E3.0.CO%3B2-%23",
		},
	]);
	assert.equal(first!.dates!.text, "Aug 2024");
	assert.deepEqual(
		first!.people.filter(({ isOwner }) => isOwner).map(({ text }) => text),
		["Müller, Jürgen"],
	);
});
