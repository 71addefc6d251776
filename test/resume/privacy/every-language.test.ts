import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryLanguage } from "../../../source/resume/privacy/every-language.ts";

test("a place is the same in every language", () => {
	const document = {
		basics: { phone: "1", phone_de: "2", de_phone: "3" },
		work: [{ lab: "A" }],
		meta: { languages: { de: { basics: { phone: "4" }, work: [{ lab: "B" }, { lab: "C" }] }, fr: { basics: {} } } },
	};
	assert.deepEqual(inEveryLanguage(document, [["basics", "phone"]]), [
		["basics", "phone"],
		["basics", "phone_de"],
		["basics", "de_phone"],
		["meta", "languages", "de", "basics", "phone"],
	]);
	assert.deepEqual(inEveryLanguage(document, [["work", 0, "lab"]]), [
		["work", 0, "lab"],
		["meta", "languages", "de", "work", 0, "lab"],
	]);
	assert.deepEqual(inEveryLanguage(document, [["basics", "phone_de"]]), [["basics", "phone_de"]]);
});
