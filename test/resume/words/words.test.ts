import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenLanguages, wordsOf } from "../../../source/resume/words/index.ts";
import { degreeText, numberText } from "../../../source/resume/words/words.ts";

/** The texts of a table by their places in it: "card.mail". */
function textsOf(value: unknown, place = ""): [string, string][] {
	return typeof value === "string"
		? [[place, value]]
		: Object.entries(value as object).flatMap(([key, item]) => textsOf(item, place === "" ? key : `${place}.${key}`));
}

const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test("every language has every word, with the same texts in it as in English", async () => {
	const english = new Map(textsOf(await wordsOf("en")));
	assert.ok(spokenLanguages.length >= 13);
	for (const language of spokenLanguages) {
		const words = textsOf(await wordsOf(language));
		assert.deepEqual(words.map(([place]) => place).sort(), [...english.keys()].sort(), language);
		for (const [place, text] of words) {
			assert.notEqual(text.trim(), "", `${language} ${place}`);
			assert.deepEqual(placesIn(text), placesIn(english.get(place)!), `${language} ${place}`);
		}
	}
});

test("another language than English has its own words for what stands in every résumé", async () => {
	const english = await wordsOf("en");
	for (const language of spokenLanguages.filter((each) => each !== "en")) {
		const words = await wordsOf(language);
		for (const key of ["now", "expected", "from", "about", "courses", "equalContribution"] as const) {
			assert.notEqual(words[key], english[key], `${language} ${key}`);
		}
		assert.notEqual(words.sections.education, english.sections.education, language);
		assert.notEqual(words.card.contact, english.card.contact, language);
	}
});

for (const [tag, about] of [
	["zh", "关于"],
	["zh-CN", "关于"],
	["zh-TW", "關於"],
	["zh-HK", "關於"],
	["zh-Hant-CN", "關於"],
	["pt-BR", "Sobre mim"],
	["de-AT", "Über mich"],
	["en-GB", "About"],
	["it", "About"],
	["sr-Latn", "About"],
] as const) {
	test(`the words for ${tag}`, async () => {
		assert.equal((await wordsOf(tag)).about, about);
	});
}

test("months and digits are the language's, the calendar is not", async () => {
	const third = async (language: string) => (await wordsOf(language)).months[2];
	assert.equal(await third("de"), "März");
	assert.equal(await third("fr"), "mars");
	assert.equal(await third("ru"), "март");
	assert.equal(await third("fa"), "مارس");
	assert.equal(await third("it"), "Mar", "months go with the other words");
	assert.equal(numberText(await wordsOf("fa"), 2019), "۲۰۱۹");
	assert.equal(numberText(await wordsOf("ja"), 2019), "2019");
});

test("a degree and its area are joined as their own language joins them", async () => {
	const joined = async (language: string, degree?: string, area?: string) =>
		degreeText(await wordsOf(language), degree, area);
	assert.equal(await joined("en", "BS", "Mathematics"), "BS in Mathematics");
	assert.equal(await joined("zh-Hans", "学士", "电子工程"), "电子工程 学士");
	assert.equal(await joined("en", "学士", "电子工程"), "电子工程 学士");
	assert.equal(await joined("zh-Hans", "BS", "Mathematics"), "BS, Mathematics");
	assert.equal(await joined("fr", "Licence", "informatique"), "Licence en informatique");
	assert.equal(await joined("ru", "Бакалавр", "Прикладная математика"), "Бакалавр, Прикладная математика");
	assert.equal(await joined("en", "Бакалавр", "Математика"), "Бакалавр, Математика");
	assert.equal(await joined("fa", "کارشناسی", "مهندسی برق"), "کارشناسی مهندسی برق");
	assert.equal(await joined("en", "BS"), "BS");
	assert.equal(await joined("en", undefined, "Mathematics"), "Mathematics");
});
