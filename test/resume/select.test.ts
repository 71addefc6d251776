import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../source/errors.ts";
import type { Entry, Resume, Section } from "../../source/resume/model.ts";
import { quote } from "../../source/resume/quote.ts";
import { nearestOf, select } from "../../source/resume/select.ts";
import { slug, titleFromKey, uniqueIds } from "../../source/resume/slug.ts";
import { inEnglish } from "../helpers/words.ts";

const entry = (title: string, label = title): Entry => ({
	id: "",
	title,
	label,
	details: [],
	people: [],
	body: [],
	links: [],
});

const section = (title: string, source: string, ...entries: Entry[]): Section => {
	const ids = uniqueIds(entries.map(({ label }) => slug(label)));
	return { id: slug(title), title, source, entries: entries.map((each, index) => ({ ...each, id: ids[index]! })) };
};

const resume: Resume = {
	...inEnglish,
	person: { name: "Pat Doe", summary: [], contacts: [], about: [] },
	sections: [
		section("Education", "education", entry("BS in Baking", "School of Bread")),
		section(
			"Research Experience",
			"work",
			entry("Assistant", "University, Lab A"),
			entry("Assistant", "University, Lab B"),
			entry("Baker", "Café Zürich"),
			entry("Cook", "University, Lab A"),
		),
		section("Selected Course Project", "projects", entry("Oven"), entry("2")),
		section("经历", "history", entry("清华大学")),
		section("Educational Games", "games", entry("Chess")),
	],
};

const messageOf = (...words: string[]): string => {
	try {
		select(resume, words);
	} catch (error) {
		assert.ok(error instanceof UserError);
		assert.equal(error.exitCode, 2);
		return error.message;
	}
	return assert.fail(`${words.join(" ")} was found`);
};

test("nothing named is everything", () => {
	assert.deepEqual(select(resume, []), {});
});

for (const [words, selection] of [
	[["education"], { section: 0 }],
	[["Education"], { section: 0 }],
	[["research-experience"], { section: 1 }],
	[["Research Experience"], { section: 1 }],
	[["  RESEARCH   experience "], { section: 1 }],
	[["res"], { section: 1 }],
	[["r"], { section: 1 }],
	[["work"], { section: 1 }],
	[["projects"], { section: 2 }],
	[["2"], { section: 1 }],
	[["5"], { section: 4 }],
	[["经历"], { section: 3 }],
	[["经"], { section: 3 }],
	[["educational"], { section: 4 }],
	[["work", "university-lab-a"], { section: 1, entry: 0 }],
	[["work", "university-lab-a-2"], { section: 1, entry: 3 }],
	[["work", "University, Lab B"], { section: 1, entry: 1 }],
	[["work", "baker"], { section: 1, entry: 2 }],
	[["work", "cafe"], { section: 1, entry: 2 }],
	[["work", "CAFÉ ZU"], { section: 1, entry: 2 }],
	[["work", "Cafe\u0301"], { section: 1, entry: 2 }],
	[["work", "4"], { section: 1, entry: 3 }],
	[["1", "1"], { section: 0, entry: 0 }],
	// An id comes before a number, a number before a beginning.
	[["projects", "2"], { section: 2, entry: 1 }],
	[["projects", "1"], { section: 2, entry: 0 }],
	// A title of several words without its quotes.
	[["Research", "Experience"], { section: 1 }],
	[["selected", "course", "project"], { section: 2 }],
	[["selected", "course", "project", "2"], { section: 2, entry: 1 }],
	[["4", "清华"], { section: 3, entry: 0 }],
] as const) {
	test(`finds ${words.map((word) => JSON.stringify(word)).join(" ")}`, () => {
		assert.deepEqual(select(resume, words), selection);
	});
}

test("a beginning that is not unique, and a title that several have, give their choices", () => {
	assert.equal(messageOf("educ"), '"educ" matches more than one section; choose one of education, educational-games');
	assert.equal(
		messageOf("work", "univ"),
		'"univ" matches more than one entry of Research Experience; choose one of university-lab-a, university-lab-b, university-lab-a-2',
	);
	assert.equal(
		messageOf("work", "Assistant"),
		'"Assistant" matches more than one entry of Research Experience; choose one of university-lab-a, university-lab-b',
	);
});

const choices =
	"one of education, research-experience, selected-course-project, 经历, educational-games, or a number from 1 to 5";

test("an entry is also found by where it was, if no name of another has that in it", () => {
	const named = section(
		"Work",
		"work",
		{ ...entry("Cook", "Soups"), details: ["Café Zürich", "Paris"] },
		entry("Paris"),
	);
	const only = { ...resume, sections: [named] };
	assert.deepEqual(select(only, ["work", "zurich"]), { section: 0, entry: 0 });
	assert.deepEqual(select(only, ["work", "paris"]), { section: 0, entry: 1 });
	assert.throws(() => select(only, ["work", "rome"]), UserError);
});

test("a part of a name is enough if it is in one name alone", () => {
	assert.deepEqual(select(resume, ["course"]), { section: 2 });
	assert.equal(
		messageOf("work", "lab"),
		'"lab" matches more than one entry of Research Experience; choose one of university-lab-a, university-lab-b, university-lab-a-2',
	);
	assert.match(messageOf("or"), /^no section is called "or"/);
});

test("a slip in a command is taken for one", () => {
	const message = (word: string) => {
		try {
			select(resume, [word], ["serve", "validate", "card"]);
		} catch (error) {
			return (error as Error).message;
		}
		return assert.fail(`${word} was found`);
	};
	assert.match(message("serv"), /^no section is called "serv"; did you mean "serve"\?/);
	assert.match(message("valdate"), /did you mean "validate"\?/);
	assert.match(message("timelin"), /did you mean "timeline"\?/);
	assert.match(message("reserch"), /did you mean "research-experience"\?/);
});

test("an unknown word gives the nearest match and the choices", () => {
	assert.equal(
		messageOf("reserch"),
		`no section is called "reserch"; did you mean "research-experience"? Choose ${choices}`,
	);
	assert.equal(messageOf("eductaion"), `no section is called "eductaion"; did you mean "education"? Choose ${choices}`);
	assert.equal(messageOf("zzzzzz"), `no section is called "zzzzzz"; choose ${choices}`);
	assert.equal(messageOf("x"), `no section is called "x"; choose ${choices}`);
	assert.equal(messageOf(""), `no section is called ""; choose ${choices}`);
	assert.equal(messageOf("???"), `no section is called "???"; choose ${choices}`);
	assert.equal(messageOf("0"), 'no section has the number "0"; write a number from 1 to 5');
	assert.equal(messageOf("6"), 'no section has the number "6"; write a number from 1 to 5');
	assert.equal(messageOf("education", "2"), 'no entry of Education has the number "2"; there is one, number 1');
	assert.equal(
		messageOf("work", "bakr"),
		'no entry of Research Experience is called "bakr"; did you mean "cafe-zurich"? Choose one of university-lab-a, university-lab-b, cafe-zurich, university-lab-a-2, or a number from 1 to 4',
	);
});

test("more than two words are one or two too many", () => {
	assert.equal(
		messageOf("selected", "course", "projects"),
		'too many arguments: "selected" "course" "projects"; name a section and an entry, a title of several words in quotes',
	);
});

test("of many choices, some are shown and all are counted", () => {
	const many: Resume = {
		...resume,
		sections: [section("S", "s", ...Array.from({ length: 500 }, (_, index) => entry(`Entry ${index}`)))],
	};
	assert.throws(() => select(many, ["s", "zzzzzz"]), /entry-11 … \(500 in all\), or a number from 1 to 500$/);
	assert.deepEqual(select(many, ["s", "entry 499"]), { section: 0, entry: 499 });
});

test("an empty résumé has no choices", () => {
	assert.throws(() => select({ ...resume, sections: [] }, ["work"]), {
		message: 'no section is called "work"; the résumé has none',
	});
});

test("every id, title and number of any résumé finds its own, and any word finds something or one sentence", () => {
	const title = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("Same", "same", "1", "2", "", "—"));
	fc.assert(
		fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), fc.string({ unit: "binary" }), (titles, word) => {
			const ids = uniqueIds(titles.map(slug));
			const sections = titles.map((text, index) => ({
				id: ids[index]!,
				title: text,
				source: `s${index}`,
				entries: [],
			}));
			const any = { ...resume, sections };
			for (const [index, id] of ids.entries()) {
				assert.deepEqual(select(any, [id]), { section: index });
				if (!ids.includes(String(index + 1))) {
					assert.deepEqual(select(any, [String(index + 1)]), { section: index });
				}
			}

			try {
				assert.ok(select(any, [word]).section! < titles.length);
			} catch (error) {
				assert.ok(error instanceof UserError, String(error));
				assert.doesNotMatch(quote(word), /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
			}
		}),
	);
});

test("what was typed is shown harmlessly", () => {
	assert.equal(quote("a\u001B[31m\u202E\u0007b\u009B"), String.raw`"a\u001b[31m?\u0007b?"`);
	assert.equal(quote('say "hi"\n'), '"say \\"hi\\"\\n"');
	assert.equal(quote("x".repeat(100)), `"${"x".repeat(60)}…"`);
	assert.equal(quote("é 中 👩"), '"é 中 👩"');
});

test("the nearest of some names, or none if none is near", () => {
	const names = ["text", "markdown", "json", "vcard", "bibtex"];
	assert.equal(nearestOf("markdwon", names), "markdown");
	assert.equal(nearestOf("mark", names), "markdown");
	assert.equal(nearestOf("jsn", names), "json");
	assert.equal(nearestOf("html", names), undefined);
	assert.equal(nearestOf("q", names), undefined);
	assert.equal(nearestOf("", names), undefined);
	assert.equal(nearestOf("a", []), undefined);
});

test("ids are lower case, without accents, of any writing system, and unique", () => {
	assert.equal(slug("Ünïted Kingdom, S³PET & Sons!"), "united-kingdom-s3pet-sons");
	assert.equal(slug("İstanbul"), "istanbul");
	assert.equal(slug("हिन्दी भाषा"), "हिन्दी-भाषा");
	assert.equal(slug("한국어"), "한국어");
	assert.equal(slug("— ! —"), "");
	assert.deepEqual(uniqueIds(["a", "a", "a-2", "", "a", ""]), ["a", "a-2", "a-2-2", "4", "a-3", "6"]);
	fc.assert(
		fc.property(fc.array(fc.constantFrom("", "a", "a-2", "1", "2", "b")), (ids) => {
			const unique = uniqueIds(ids);
			assert.equal(new Set(unique).size, ids.length);
			assert.ok(!unique.includes(""));
		}),
	);
	fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(slug(slug(text)), slug(text))));
});

test("keys read as headings", () => {
	assert.equal(titleFromKey("openSource"), "Open source");
	assert.equal(titleFromKey("side_projects"), "Side projects");
	assert.equal(titleFromKey("GPA"), "GPA");
	assert.equal(titleFromKey("doi"), "DOI");
	assert.equal(titleFromKey("Isbn"), "ISBN");
	assert.equal(titleFromKey("arxiv_id"), "arXiv ID");
	assert.equal(titleFromKey("githubUrl"), "GitHub URL");
	assert.equal(titleFromKey("Side Projects"), "Side Projects");
	assert.equal(titleFromKey("work"), "Work");
});
