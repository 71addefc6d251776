import assert from "node:assert/strict";
import test from "node:test";
import { gistOf, gistText, yearsOf } from "../../source/resume/gist.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";

test("A section's gist says what is in it, the most informative first", async () => {
	const { sections, words } = (await loadSample()).resume;
	assert.deepEqual(
		sections.map((section) => gistText(gistOf(section, words), 100)),
		[
			"BS in Mathematics and Physics · 2019–2023",
			"NeurIPS 2022 · Sparse Structure Search for Parameter-Efficient Tuning",
			"University of California, Santa Cruz · THUNLP ×3 · Student Research Training",
			"Paper Reproduction · Slow Electron Velocity Imaging",
			"Small Animal Protection Association · Volunteer & Member",
		],
	);
});

test("Entries of one kind are said once, and one with only a title by its first point", async (context) => {
	const { sections, words } = await resumeOf(context, {
		basics: { name: "Ada" },
		work: [
			{ name: "Acme", position: "Baker", startDate: "2020" },
			{ name: "Acme", position: "Cook", startDate: "2019", endDate: "2020" },
		],
		projects: [{ name: "Oven", highlights: ["It bakes."] }],
		education: [
			{ institution: "ETH", studyType: "MSc", area: "Baking", startDate: "2018" },
			{ institution: "EPFL", studyType: "BSc", area: "Baking", startDate: "2015" },
		],
	});
	assert.deepEqual(
		sections.map((section) => gistText(gistOf(section, words), 100)),
		["Acme ×2", "Oven · It bakes.", "ETH · EPFL"],
	);
});

test("What is about the person is given in its own words: who it is is above already", async (context) => {
	const basics = { name: "Ada", label: "Engineer", summary: "I bake." };
	const { sections, words } = await resumeOf(context, { basics });
	assert.deepEqual(
		sections.map((section) => gistText(gistOf(section, words), 100)),
		["I bake."],
	);
});

test("Where a gist is cut, the first parts of a list are all seen", () => {
	const isList = true;
	const places = ["University of California, Santa Cruz", "THUNLP ×3", "Student Research Training"];
	const cut = [76, 60, 43, 32, 30].map((columns) => gistText({ parts: places, isList }, columns));
	assert.deepEqual(cut, [
		"University of California, Santa Cruz · THUNLP ×3 · Student Research Training",
		"University of California, Santa Cruz · THUNLP ×3 · Student …",
		"University of Calif… · THUNLP ×3 · Student…",
		"Universi… · THUNLP ×3 · Student…",
		"University of California, San…",
	]);
	// Of many, those that are short are all seen, and the last ones are cut.
	assert.equal(gistText({ parts: ["A", "B", "C", "D", "Emma's Bakery"], isList }, 22), "A · B · C · D · Emma'…");
	// What is said of one entry goes on: its beginning is worth more than a share of it.
	assert.equal(gistText({ parts: places, isList: false }, 43), "University of California, Santa Cruz · THU…");
});

test("Years replace dates if there is little room", async () => {
	const { sections, words } = (await loadSample()).resume;
	const dates = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.dates ?? []));
	assert.deepEqual(
		dates.map((each) => yearsOf(each, words)),
		["2019–2023", "2022", "2022 – Now", "2022 – Now", "2022", "2021–2022", "2020–2021", "2020–2021"],
	);
	const unclear = { text: "a while ago", isOngoing: false, isExpected: false, isPoint: false };
	assert.equal(yearsOf(unclear, words), "a while ago");
});
