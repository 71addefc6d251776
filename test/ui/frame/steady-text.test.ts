import assert from "node:assert/strict";
import test from "node:test";
import { steadyResume, steadyText } from "../../../source/ui/frame/steady-text.ts";
import { resumeOf } from "../../helpers/resumes.ts";
import { loadSample } from "../../helpers/sample.ts";

test("Emoji of several characters are shown as their parts, whose widths all terminals agree on", () => {
	assert.equal(steadyText("👩‍🔬 lab"), "👩🔬 lab");
	assert.equal(steadyText("👨‍👩‍👧‍👦"), "👨👩👧👦");
	assert.equal(steadyText("❤️ 1️⃣ ☕️"), "❤ 1 ☕");
	assert.equal(steadyText("👍🏽"), "👍");
});

test("Words that need a joiner keep it", () => {
	for (const word of ["क्‍ष", "می‌خواهم", "plain", "清华大学"]) {
		assert.equal(steadyText(word), word);
	}
});

test("A letter and its marks are one character, as what is typed is", () => {
	assert.equal(steadyText("Cafe\u0301s"), "Cafés");
	assert.equal(steadyText("\u1112\u1161\u11AB"), "한");
});

test("Of a résumé the texts change and the addresses stay; one without such emoji is the same object", async (context) => {
	const url = "https://example.org/👩‍🔬";
	const resume = await resumeOf(context, { basics: { name: "Ada ❤️" }, work: [{ name: "👩‍🔬 Lab", url }] });
	const { person, sections } = steadyResume(resume);
	const [entry] = sections[0]!.entries;
	assert.deepEqual([person.name, entry!.title, entry!.links[0]!.url], ["Ada ❤", "👩🔬 Lab", url]);
	const { resume: plain } = await loadSample();
	assert.equal(steadyResume(plain), plain);
});
