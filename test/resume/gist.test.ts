import assert from "node:assert/strict";
import test from "node:test";
import { gistOf, yearsOf } from "../../source/resume/gist.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";

test("A section's gist tells what is in it, the most telling first", async () => {
	const { sections, words } = (await loadSample()).resume;
	assert.deepEqual(
		sections.map((section) => gistOf(section, words)),
		[
			"BS in Mathematics and Physics · 2019–2023",
			"NeurIPS 2022 · Sparse Structure Search for Parameter-Efficient Tuning",
			"University of California, Santa Cruz · THUNLP ×3 · Student Research Training",
			"Paper Reproduction · Slow Electron Velocity Imaging",
			"Small Animal Protection Association, Tsinghua University · Volunteer & Member",
		],
	);
});

test("Entries of one kind are told once, and one without more than a title by its first point", async (context) => {
	const { sections, words } = await resumeOf(context, {
		basics: { name: "Ada" },
		work: [
			{ name: "Acme", position: "Baker", startDate: "2020" },
			{ name: "Acme", position: "Cook", startDate: "2019", endDate: "2020" },
		],
		projects: [{ name: "Oven", highlights: ["It bakes."] }],
	});
	assert.deepEqual(
		sections.map((section) => gistOf(section, words)),
		["Acme ×2", "Oven · It bakes."],
	);
});

test("Years stand for dates where there is little room", async () => {
	const { sections, words } = (await loadSample()).resume;
	const dates = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.dates ?? []));
	assert.deepEqual(
		dates.map((each) => yearsOf(each, words)),
		["2019–2023", "2022", "2022 – Now", "2022 – Now", "2022", "2021–2022", "2020–2021", "2020–2021"],
	);
	const unclear = { text: "a while ago", isOngoing: false, isExpected: false, isPoint: false };
	assert.equal(yearsOf(unclear, words), "a while ago");
});
