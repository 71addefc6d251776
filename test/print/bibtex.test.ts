import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { bibtexEntry, printBibtex } from "../../source/print/bibtex.ts";
import { loadDocument } from "../../source/resume/load.ts";
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
  note = {no date}
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
  publisher = {Press},
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

/** Publications, and what their entries have of these fields. */
const publications: [publication: Record<string, unknown>, lines: string[]][] = [
	[
		{ journal: "Ovens", pages: "45-67", releaseDate: "2024" },
		["@article", "journal = {Ovens}", "pages = {45--67}", "year = {2024}"],
	],
	[{ publisher: "Ovens", pages: "45-67" }, ["@article", "journal = {Ovens}", "pages = {45--67}"]],
	[{ publisher: "Crumb Press", pages: "45-67" }, ["@misc", "howpublished = {Crumb Press}", "pages = {45--67}"]],
	[
		{ publisher: "Crumb Press", isbn: "978-3-16-148410-0", edition: "2nd", releaseDate: "2020-05" },
		[
			"@book",
			"publisher = {Crumb Press}",
			"edition = {2nd}",
			"year = {2020}",
			"month = {5}",
			"isbn = {978-3-16-148410-0}",
		],
	],
	[
		{ type: "chapter", booktitle: "All Bread", publisher: "Crumb Press", isbn: "1", pages: "5–9" },
		["@incollection", "booktitle = {All Bread}", "publisher = {Crumb Press}", "pages = {5--9}", "isbn = {1}"],
	],
	[{ conference: "Bread Days" }, ["@inproceedings", "booktitle = {Bread Days}"]],
	[{ arxiv: "arXiv:2106.09685v2" }, ["@misc", "eprint = {2106.09685}", "archivePrefix = {arXiv}"]],
	[
		{ eprint: "hep-th/9901001", publisher: "arXiv" },
		["@misc", "howpublished = {arXiv}", "eprint = {hep-th/9901001}", "archivePrefix = {arXiv}"],
	],
	[{ type: "thesis", school: "ETH" }, ["@phdthesis", "school = {ETH}"]],
	[{ type: "phdthesis", publisher: "ETH" }, ["@phdthesis", "school = {ETH}"]],
	[{ type: "PhD dissertation", institution: "ETH" }, ["@phdthesis", "school = {ETH}"]],
	[{ type: "Master's thesis", university: "ETH" }, ["@mastersthesis", "school = {ETH}"]],
	[{ type: "Bachelor thesis", publisher: "ETH" }, ["@mastersthesis", "school = {ETH}", "type = {Bachelor thesis}"]],
	[{ type: "Technical report", publisher: "CERN" }, ["@techreport", "institution = {CERN}"]],
	[{ type: "techreport", publisher: "CERN" }, ["@techreport", "institution = {CERN}"]],
	[{ releaseDate: "Spring 2024" }, ["@misc", "year = {2024}", "note = {Spring 2024}"]],
	[{ releaseDate: "in press" }, ["@misc", "note = {in press}"]],
	[{ releaseDate: "forthcoming, 2027" }, ["@misc", "year = {2027}", "note = {forthcoming, 2027}"]],
	[
		{ authors: ["WHO Group", "Smith and Jones Ltd", { name: "Acme, Inc." }], DOI: "10.1000/ABC" },
		["@misc", "author = {{WHO Group} and {Smith and Jones Ltd} and {Acme, Inc.}}", "doi = {10.1000/ABC}"],
	],
	[{ authors: ["Doe, Jane, Jr."] }, ["@misc", "author = {Doe, Jr., Jane}"]],
	[{ authors: ["Doe J", "van Roe AB"] }, ["@misc", "author = {Doe, J. and van Roe, A. B.}"]],
	[{ authors: ["Ann Lee*†", "Bob Ray ‡", "Cy Fox¹,²"] }, ["@misc", "author = {Ann Lee and Bob Ray and Cy Fox}"]],
	[{ authors: ["山田 太郎", "Nguyễn Văn An"] }, ["@misc", "author = {山田, 太郎 and Nguyễn Văn An}"]],
];

for (const [publication, lines] of publications) {
	test(`${JSON.stringify(publication)} is ${lines[0]}`, async (context) => {
		const resume = await resumeOf(context, {
			basics: { name: "Pat" },
			publications: [{ name: "Rye", ...publication }, { name: "Wheat" }],
		});
		const [entry = ""] = printBibtex(resume, {}).split("\n\n");
		assert.deepEqual(
			entry
				.split("\n")
				.flatMap((line, index) =>
					index === 0 ? (/^@\w+/.exec(line) ?? []) : /^ {2}(?!title)/.test(line) ? [line.trim().replace(/,$/, "")] : [],
				),
			lines,
		);
		read(entry);
	});
}

test("the family name makes the key, also of a name in a medical journal's way", () => {
	const keyOf = (author: string) =>
		/\{(\w+),/.exec(bibtexEntry({ title: "Bread", authors: [author], date: "2020" }))?.[1];
	assert.deepEqual(
		["Doe J", "Doe, J.", "J. Doe", "Jane Doe", "van Doe J", "Doe, Jane, Jr.", "Quoc V. Le", "Jane Doe III"].map(keyOf),
		[
			"doe2020bread",
			"doe2020bread",
			"doe2020bread",
			"doe2020bread",
			"doe2020bread",
			"doe2020bread",
			"le2020bread",
			"doe2020bread",
		],
	);
});

test("a key has a Latin letter for each that isn't one with an accent, and authors who aren't named are others", async () => {
	const publications = [
		{ name: "Straße", authors: ["Søren Łukasz", "u.a."], releaseDate: "2001" },
		{ name: "Æsir", authors: ["Jón Þórsson", "и др."], releaseDate: "2002" },
	];
	const { resume } = await loadDocument({ basics: { name: "Pat" }, publications }, "the document");
	const text = printBibtex(resume, {});
	assert.deepEqual(
		read(text).map(({ key }) => key),
		["lukasz2001strasse", "thorsson2002aesir"],
	);
	assert.match(text, /author = \{Søren Łukasz and others\}/);
	assert.match(text, /author = \{Jón Þórsson and others\}/);
});
