import assert from "node:assert/strict";
import test from "node:test";
import { timelineOf } from "../../../source/resume/timeline.ts";
import { laneLines } from "../../../source/ui/frame/lanes.ts";
import { lineText } from "../../../source/ui/frame/line.ts";
import { loadSample } from "../../helpers/sample.ts";

const { resume } = await loadSample();
const timeline = timelineOf(resume);
const lanes = (rows: number, highlighted = 0) =>
	laneLines(timeline, resume.sections, { section: highlighted }, { columns: 60, rows });
const texts = (rows: number, highlighted = 0) => lanes(rows, highlighted).map((line) => lineText(line).trimEnd());

test("There is a lane for each entry where they fit, with air between them where there is more room", () => {
	assert.equal(texts(10).length, 10);
	assert.match(texts(10)[2]!, /^ +━+╌+ +BS in Mathematics and Physi…$/);
	const airy = texts(18);
	assert.equal(airy.length, 18);
	assert.equal(airy.filter((text) => text === "").length, 8);
});

test("Else there is one for each section, the bars of its entries together", () => {
	const [years, , ...rows] = texts(6);
	assert.match(years!, /^2019 .+as of Jul 2022$/);
	assert.deepEqual(
		rows.map((row) => row.replace(/^[ ━╌▶◆]+/, "")),
		["Education", "Publication", "Research Experience", "Extracurricular Experiences"],
	);
	assert.match(rows[2]!, /━ +━.*▶ {2}Research/);
});

test("The highlighted section's lane is in sight and stands out, however few lanes there are", () => {
	for (const rows of [3, 4, 5, 6, 10, 18]) {
		for (const [section, { entries }] of resume.sections.entries()) {
			const current = lanes(rows, section).filter(({ pieces }) => pieces.some(({ role }) => role === "current"));
			const dated = entries.filter(({ dates }) => dates?.start !== undefined).length;
			assert.equal(current.length, rows < 10 ? Math.min(dated, 1) : dated, `section ${section} in ${rows} rows`);
		}
	}
});

test("A click on a lane leads to what it is about", () => {
	assert.deepEqual(lanes(10)[2]!.target, { type: "go", section: 0, entry: 0 });
	assert.deepEqual(lanes(6)[4]!.target, { type: "go", section: 2 });
});

test("Without dates, or room for one lane, there is none", () => {
	assert.deepEqual(lanes(2), []);
	assert.deepEqual(
		laneLines({ ...timeline, rows: [] }, resume.sections, { section: 0 }, { columns: 60, rows: 20 }),
		[],
	);
});
