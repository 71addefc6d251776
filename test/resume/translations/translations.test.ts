import assert from "node:assert/strict";
import { test } from "node:test";
import { translationsOf } from "../../../source/resume/translations/index.ts";

/** What a document says in each of its languages, `meta` left out. */
function said(document: Record<string, unknown>): Record<string, unknown> {
	const translations = translationsOf(document);
	return Object.fromEntries(
		translations.languages.map((language) => {
			const { meta: _, ...rest } = translations.in(language);
			return [language, rest];
		}),
	);
}

test("a text may be in several languages", () => {
	const summary = { de: "Ich koche.", en: "I cook." };
	assert.deepEqual(said({ basics: { name: "Ada", summary } }), {
		de: { basics: { name: "Ada", summary: "Ich koche." } },
		en: { basics: { name: "Ada", summary: "I cook." } },
	});
	assert.deepEqual(said({ meta: { language: "en" }, basics: { summary } }), {
		en: { basics: { summary: "I cook." } },
		de: { basics: { summary: "Ich koche." } },
	});
});

test("lists, entries and sections may be too, and a language that is missing is filled by the first", () => {
	assert.deepEqual(
		said({
			work: [
				{
					name: "Bakery",
					position: { en: "Baker", "zh-Hans": "面包师" },
					highlights: { en: ["Bread"], "zh-Hans": ["面包"] },
				},
			],
			projects: { en: [{ name: "Oven" }] },
		}),
		{
			en: { work: [{ name: "Bakery", position: "Baker", highlights: ["Bread"] }], projects: [{ name: "Oven" }] },
			"zh-Hans": { work: [{ name: "Bakery", position: "面包师", highlights: ["面包"] }], projects: [{ name: "Oven" }] },
		},
	);
});

test("a key may name the language", () => {
	for (const key of ["summary_fr", "fr_summary", "summary-fr"]) {
		assert.deepEqual(
			said({ basics: { name: "Ada", summary: "I cook and I bake with the team.", [key]: "Je cuisine." }, work: [] }),
			{
				en: { basics: { name: "Ada", summary: "I cook and I bake with the team." }, work: [] },
				fr: { basics: { name: "Ada", summary: "Je cuisine." }, work: [] },
			},
			key,
		);
	}
	assert.deepEqual(said({ work_de: [{ name: "Bäckerei" }], work_en: [{ name: "Bakery" }] }), {
		de: { work: [{ name: "Bäckerei" }] },
		en: { work: [{ name: "Bakery" }] },
	});
	assert.deepEqual(said({ basics: { label: "Koch", label_pt_BR: "Cozinheiro", "label_zh-Hant": "廚師" } }), {
		en: { basics: { label: "Koch" } },
		"pt-BR": { basics: { label: "Cozinheiro" } },
		"zh-Hant": { basics: { label: "廚師" } },
	});
});

test("meta.languages has a document each, or the parts that differ", () => {
	const document = {
		basics: { name: "Ada Stern", label: "Cook", email: "ada@example.org" },
		work: [{ name: "Bakery" }],
		skills: [{ name: "Bread" }],
		meta: {
			language: "en",
			sections: [{ source: "work", title: "Where I cooked" }],
			languages: {
				de: { basics: { label: "Köchin" }, work: [{ name: "Bäckerei" }] },
				fr: { basics: { name: "Ada Stern" }, work: [{ name: "Boulangerie" }] },
			},
		},
	};
	assert.deepEqual(translationsOf(document).languages, ["en", "de", "fr"]);
	assert.deepEqual(translationsOf(document).in("de"), {
		basics: { name: "Ada Stern", label: "Köchin", email: "ada@example.org" },
		work: [{ name: "Bäckerei" }],
		skills: [{ name: "Bread" }],
		meta: { language: "de", sections: [{ source: "work" }] },
	});
	assert.deepEqual(translationsOf(document).in("fr"), {
		basics: { name: "Ada Stern" },
		work: [{ name: "Boulangerie" }],
		meta: { language: "fr" },
	});
});

test("meta.languages may be a list, and its documents keep what the first says of its look", () => {
	const document = {
		basics: { name: "Ada", label: "Cook" },
		meta: {
			language: "en",
			theme: { accent: "green" },
			languages: [{ language: "de", basics: { name: "Ada", label: "Köchin" } }, { basics: { label: "?" } }, "fr"],
		},
	};
	const { languages, in: shown } = translationsOf(document);
	assert.deepEqual(languages, ["en", "de"]);
	assert.deepEqual(shown("de").basics, { name: "Ada", label: "Köchin" });
	assert.deepEqual(shown("de").meta, { language: "de", theme: { accent: "green" } });
});

test("what only looks like languages is left alone", () => {
	for (const document of [
		{ languages: { en: "native", de: "B2" } },
		{ languages: [{ language: "German", fluency: "B2" }] },
		{ skills: { go: "5 years", ts: "3 years" } },
		{ skills: [{ name: "Spoken", keywords: { en: "native", de: "B2" } }] },
		{ work: [{ name: "Acme", it: "support", hr: "payroll" }] },
		{ work: [{ name: "Acme", departments: { it: "support", hr: "payroll" } }] },
		{ work: [{ name: "Acme", scores: { en: 1, de: "two" } }] },
		{ basics: { name: "Ada", phone_no: "1", work_id: "2", built_in: "3", last_fr: "4", de_icing: "5" } },
		{ basics: { name: "Ada", location: {} } },
	]) {
		assert.deepEqual(said(document), { en: document });
	}
});
