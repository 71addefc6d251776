import assert from "node:assert/strict";
import { test } from "node:test";
import { countryNamesIn } from "../../source/resume/country.ts";
import type { Location } from "../../source/resume/json-resume.ts";
import { loadDocument } from "../../source/resume/load.ts";
import { placeText } from "../../source/resume/place.ts";

const places: [language: string, location: Location, text: string][] = [
	["en", { city: "Amman", countryCode: "JO" }, "Amman, Jordan"],
	["de", { postalCode: "53111", city: "Bonn", countryCode: "de" }, "53111 Bonn, Deutschland"],
	["en", { city: "Kowloon", countryCode: "HK" }, "Kowloon, Hong Kong"],
	["en", { city: "Leeds", countryCode: "GB" }, "Leeds, United Kingdom"],
	["fr", { city: "Lille", country: "France", countryCode: "FR" }, "Lille, France"],
	["en", { city: "Berlin", countryCode: "D" }, "Berlin, D"],
	["en", { countryCode: "CH" }, "Switzerland"],
	// The postal code where the country has it.
	[
		"en",
		{ address: "1 Main St", city: "Springfield", region: "IL", postalCode: "62701", countryCode: "US" },
		"1 Main St, Springfield, IL 62701, United States",
	],
	["en", { city: "London", postalCode: "SW1A 1AA", countryCode: "GB" }, "London SW1A 1AA, United Kingdom"],
	// In the script of the rest.
	["he", { city: "תל אביב", countryCode: "IL" }, "תל אביב, ישראל"],
	["he", { city: "Tel Aviv", countryCode: "IL" }, "Tel Aviv, Israel"],
	["ar", { city: "عمّان", countryCode: "JO" }, "عمّان، الأردن"],
	["fa", { city: "تهران", countryCode: "IR" }, "تهران، ایران"],
	// From the country to the house.
	[
		"ja",
		{ address: "神宮前1-2-3", postalCode: "150-0001", city: "渋谷区", region: "東京都", countryCode: "JP" },
		"日本 150-0001 東京都 渋谷区 神宮前1-2-3",
	],
	["zh-Hans", { city: "上海", countryCode: "CN" }, "中国 上海"],
	["ko", { city: "강남구", region: "서울", countryCode: "KR" }, "한국 서울 강남구"],
	["ko", { city: "서울", region: "강남구", countryCode: "KR" }, "한국 서울 강남구"],
	["zh-Hans", { city: "北京", region: "海淀区", countryCode: "CN" }, "中国 北京 海淀区"],
	["zh-Hans", { city: "Shanghai", countryCode: "CN" }, "Shanghai, China"],
	// None of its words twice.
	["en", { city: "Bern", region: "Bern", countryCode: "CH" }, "Bern, Switzerland"],
	["ja", { address: "東京都渋谷区1-2", city: "渋谷区", region: "東京都" }, "東京都渋谷区1-2"],
	["de", { address: "Bonner Str. 1, Köln, Germany", city: "Köln", countryCode: "DE" }, "Bonner Str. 1, Köln, Germany"],
];

for (const [language, location, text] of places) {
	test(`${JSON.stringify(location)} is ${text}`, () => {
		const comma = { ar: "، ", fa: "، ", "zh-Hans": "、" }[language] ?? ", ";
		assert.equal(placeText(location, { namesOf: countryNamesIn(language), comma }), text);
	});
}

test("a place and a list are written with the comma of the résumé's language", async () => {
	const { resume } = await loadDocument(
		{
			basics: { name: "ليلى حداد", location: { city: "عمّان", countryCode: "JO" } },
			work: [{ name: "مستشفى", location: { city: "إربد", countryCode: "JO" } }],
			skills: [{ name: "لغات", keywords: ["Go", "Kotlin"] }],
		},
		"the document",
	);
	const details = resume.sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.details));
	assert.deepEqual([resume.person.place, ...details], ["عمّان، الأردن", "إربد، الأردن", "Go، Kotlin"]);
	assert.equal(resume.person.address?.country, "الأردن");
});
