import assert from "node:assert/strict";
import { test } from "node:test";
import { translationsOf } from "../../../source/resume/translations/index.ts";
import { languageFor } from "../../../source/resume/translations/negotiate.ts";

test("the language for a reader is the nearest that there is", () => {
	const several = translationsOf({ basics: { label: { en: "Cook", "zh-Hant": "廚師", "pt-BR": "Cozinheiro" } } });
	assert.equal(languageFor("zh-TW", several.languages), "zh-Hant");
	assert.equal(languageFor("zh", several.languages), "zh-Hant");
	assert.equal(languageFor("pt", several.languages), "pt-BR");
	assert.equal(languageFor("en_GB.UTF-8", several.languages), "en");
	assert.equal(languageFor("de", several.languages), undefined);
	assert.equal(languageFor("C.UTF-8", several.languages), undefined);
	assert.equal(languageFor("de-CH", ["en"]), "de-CH", "a document in one language has our words in any");
	assert.equal(languageFor("it", ["en"]), undefined);
	assert.equal(languageFor("it", ["it"]), "it");
	const untold = translationsOf({ basics: { summary: "Ich koche.", summary_en: "I cook." } });
	assert.deepEqual(untold.languages, ["und", "en"]);
	assert.equal(languageFor("de", untold.languages), "de");
	assert.deepEqual(untold.in("de").basics, { summary: "Ich koche." });
	assert.deepEqual(untold.in("en").basics, { summary: "I cook." });
});
