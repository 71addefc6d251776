import assert from "node:assert/strict";
import { test } from "node:test";
import { translationsOf } from "../../../source/resume/translations/index.ts";
import { languageTag } from "../../../source/resume/words/tags.ts";
import { loadSample } from "../../helpers/sample.ts";

const person = { basics: { name: "Ada Stern" } };

for (const [language, document] of [
	["en", person],
	["de-CH", { ...person, meta: { language: "de-CH" } }],
	["zh-Hans", { ...person, meta: { language: "zh_hans" } }],
	["ru", { ...person, language: "ru" }],
	["en", { ...person, meta: { language: "Klingon" }, work: [{ summary: "the making of bread" }] }],
	// Their own words.
	["zh-Hans", { basics: { name: "张伟" }, work: [{ name: "北京大学", summary: "使用 React 与 TypeScript 开发前端" }] }],
	["zh-Hant", { basics: { name: "陳大文" }, work: [{ name: "臺灣大學", summary: "開發與維護網站應用程式" }] }],
	["ja", { basics: { name: "山田太郎" }, work: [{ position: "エンジニア", summary: "東京大学で研究した" }] }],
	// Lists without kana, or nearly so.
	[
		"ja",
		{
			basics: { name: "佐藤 花子" },
			work: [{ name: "株式会社A", position: "開発" }],
			education: [{ institution: "東京大学", studyType: "学士" }],
		},
	],
	[
		"ja",
		{
			basics: { name: "佐藤 花子", label: "エンジニア" },
			work: [{ name: "日本銀行", position: "開発部 主任 研究員", startDate: "2018年4月" }],
		},
	],
	["ja", { basics: { name: "鈴木 一郎" }, work: [{ name: "営業部", position: "主任", startDate: "平成30年4月" }] }],
	[
		"zh-Hant",
		{ basics: { name: "陳大文" }, work: [{ name: "株式會社日立", position: "開發工程師", summary: "負責會計系統" }] },
	],
	["ko", { basics: { name: "김민수" }, work: [{ position: "개발자", summary: "서버를 만들었다" }] }],
	["ru", { basics: { name: "Иван Петров" }, work: [{ position: "Разработчик", summary: "Я писал сервисы на Go" }] }],
	["ar", { basics: { name: "سارة محمد" }, work: [{ position: "مهندسة برمجيات", summary: "طورت تطبيقات" }] }],
	["fa", { basics: { name: "زهرا احمدی" }, work: [{ position: "برنامه‌نویس", summary: "پیاده‌سازی سرویس‌ها" }] }],
	["he", { basics: { name: "דנה לוי" }, work: [{ position: "מפתחת תוכנה" }] }],
	["de", { ...person, work: [{ name: "Bäckerei", startDate: "März 2019" }] }],
	["de", { ...person, work: [{ summary: "Aufbau und Betrieb der Plattform für das Team und die Kunden" }] }],
	["fr", { ...person, work: [{ summary: "Développement des applications et suivi de la qualité avec les équipes" }] }],
	[
		"es",
		{ ...person, work: [{ summary: "Diseño y desarrollo de los servicios para el equipo con las herramientas" }] },
	],
	["pt", { ...person, work: [{ summary: "Desenvolvimento dos serviços e uma análise não trivial com os dados" }] }],
	["de", { ...person, meta: { sections: [{ source: "education", title: "Ausbildung" }] }, work: [{ name: "SAP" }] }],
	["fr", { ...person, meta: { sections: [{ source: "work", title: "Expérience" }] }, work: [{ name: "SAP" }] }],
	["es", { ...person, work: [{ name: "SAP", startDate: "ene. 2019", endDate: "actualidad" }] }],
	// Lists without a sentence.
	[
		"fr",
		{
			basics: { name: "Élodie Lefèvre", label: "Traductrice indépendante" },
			work: [{ name: "Ministère de la Culture", position: "Vacataire", highlights: ["Client : Éditions du Seuil"] }],
			Loisirs: ["Échecs"],
		},
	],
	["es", { ...person, skills: [{ name: "Diseño" }], languages: [{ language: "Español" }, { language: "Inglés" }] }],
	["pt", { ...person, work: [{ position: "Estagiária" }], languages: [{ language: "Português" }] }],
	["de", { ...person, work: [{ position: "Inhaber" }], languages: [{ language: "Englisch" }] }],
	["en", { ...person, work: [{ position: "Owner" }], languages: [{ language: "English" }, { language: "Deutsch" }] }],
	["en", { basics: { name: "María de la Cruz" }, work: [{ name: "Universidad de la Habana", position: "Lecturer" }] }],
	["en", { basics: { name: "Pierre Martin" }, work: [{ name: "École Polytechnique", position: "Research engineer" }] }],
	// Another language, or names alone.
	["en", { ...person, work: [{ summary: "Sviluppo e gestione della piattaforma per gli utenti con il gruppo" }] }],
	["en", { ...person, work: [{ summary: "Ontwikkeling van het platform en de website voor een klant met de groep" }] }],
	["en", { basics: { name: "Іван Франко" }, work: [{ summary: "Розробка сервісів" }] }],
	[
		"en",
		{
			basics: { name: "Zhen Zhang (张震)" },
			work: [{ name: "清华大学 Tsinghua", summary: "Research on the basis of it" }],
		},
	],
	["en", { ...person, education: [{ institution: "Universität für angewandte Kunst", studyType: "BA" }] }],
	["en", { ...person, education: [{ institution: "Universidad de los Andes", area: "Law" }] }],
] as const) {
	test(`${JSON.stringify(document)} is in ${language}`, () => {
		assert.deepEqual(translationsOf(document).languages, [language]);
	});
}

test("the embedded résumé is in English", async () => {
	assert.equal((await loadSample()).resume.language, "en");
});

test("a language tag is read as people and systems write it", () => {
	assert.equal(languageTag("zh-hant-tw"), "zh-Hant-TW");
	assert.equal(languageTag("de_DE.UTF-8"), "de-DE");
	assert.equal(languageTag("ca@valencia"), "ca");
	assert.equal(languageTag("pt_BR"), "pt-BR");
	for (const text of ["", "C", "C.UTF-8", "POSIX", "german", "de-", "d", "x; rm"]) {
		assert.equal(languageTag(text), undefined, text);
	}
});
