import assert from "node:assert/strict";
import test from "node:test";
import type { DateRange, Resume } from "../../source/resume/model.ts";
import { axisOf, barOf, timelineOf } from "../../source/resume/timeline.ts";
import { loadSample } from "../helpers/sample.ts";
import { inEnglish } from "../helpers/words.ts";

const month = (year: number, number = 1) => year * 12 + number - 1;
const range = (start: number | undefined, end: number | undefined, more: Partial<DateRange> = {}): DateRange => ({
	text: "",
	start,
	end,
	isOngoing: end === undefined,
	isExpected: false,
	isPoint: false,
	...more,
});

function resumeWith(...dates: (DateRange | undefined)[]): Resume {
	const entries = dates.map((each, index) => ({
		id: String(index),
		title: `entry ${index}`,
		label: `entry ${index}`,
		details: [],
		dates: each,
		people: [],
		body: [],
		links: [],
	}));
	return {
		...inEnglish,
		person: { name: "Ada Example", summary: [], contacts: [], about: [] },
		sections: [{ id: "work", title: "Work", source: "work", entries }],
	};
}

const bars = (columns: number, ...dates: DateRange[]) => {
	const timeline = timelineOf(resumeWith(...dates));
	return timeline.rows.map((row) => barOf(row, timeline, columns));
};

test("Bars are to scale: from where they begin to where they end", () => {
	assert.deepEqual(
		bars(
			24,
			range(month(2020), month(2021, 12)),
			range(month(2020, 4), month(2020, 6)),
			range(month(2021), month(2021, 12)),
		),
		["━━━━━━━━━━━━━━━━━━━━━━━━", "   ━━━                  ", "            ━━━━━━━━━━━━"],
	);
});

test("What goes on ends in an arrow, what is expected is broken, a single date is a mark", () => {
	assert.deepEqual(
		bars(
			24,
			range(month(2020), undefined),
			range(month(2020, 7), month(2021, 12), { isExpected: true }),
			range(month(2021), month(2021), { isPoint: true }),
		),
		["━━━━━━━━━━━━━━━━━━━━━━━▶", "      ━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌", "            ◆           "],
	);
});

test("Overlaps are under each other, in the order in which they began", () => {
	const { rows } = timelineOf(
		resumeWith(
			range(month(2022), undefined),
			range(month(2020), month(2022)),
			undefined,
			range(undefined, undefined),
			range(month(2020), month(2021)),
			range(undefined, month(2019), { isPoint: true }),
		),
	);
	assert.deepEqual(
		rows.map(({ entry }) => entry),
		[5, 4, 1, 0],
	);
});

test("A résumé without dates has an empty timeline", () => {
	assert.deepEqual(timelineOf(resumeWith(undefined)).rows, []);
	assert.equal(axisOf(timelineOf(resumeWith()), 20).rule.length, 20);
});

test("Everything dated of the embedded résumé is on its timeline", async () => {
	const { resume } = await loadSample();
	const dated = resume.sections.flatMap(({ entries }) => entries.filter(({ dates }) => dates?.start !== undefined));
	const timeline = timelineOf(resume);
	assert.equal(timeline.rows.length, dated.length);
	for (const row of timeline.rows) {
		assert.equal(resume.sections[row.section]!.entries[row.entry]!.label, row.label);
		const bar = barOf(row, timeline, 40);
		assert.equal(bar.includes("▶"), row.end === undefined);
		assert.equal(bar.includes("╌"), row.isExpected);
	}
});

test("At every width a bar is exactly as wide, and never empty", () => {
	for (let columns = 8; columns <= 60; columns++) {
		for (const span of [1, 2, 7, 30, 60]) {
			const all = bars(
				columns,
				range(month(1970), month(1970)),
				range(month(1970 + span - 1, 12), month(1970 + span - 1, 12)),
				range(month(1970, 6), undefined),
				range(month(1970, 6), month(1970 + span - 1, 12), { isExpected: true }),
				range(month(1970 + span - 1, 12), month(1970 + span - 1, 12), { isPoint: true }),
			);
			for (const bar of all) {
				assert.equal(bar.length, columns);
				assert.notEqual(bar.trim(), "");
			}
		}
	}
});

test("The years are over their ticks, do not touch, and begin with the first, at every width and span", () => {
	for (let columns = 8; columns <= 60; columns++) {
		for (let span = 1; span <= 60; span++) {
			const timeline = timelineOf(resumeWith(range(month(1970), month(1970 + span - 1, 12))));
			const { years, rule } = axisOf(timeline, columns);
			const at = `${span} years in ${columns} columns: ${JSON.stringify(years)}`;
			assert.equal(years.length, columns, at);
			assert.equal(rule.length, columns, at);
			const labels = [...years.matchAll(/\S+/g)];
			assert.ok(labels.length >= 1 && labels[0]!.index === 0, at);
			let last = 0;
			for (const { 0: label, index } of labels) {
				assert.match(label, /^(?:\d{4}|’\d\d)$/, at);
				assert.equal(rule[index], "┼", at);
				const year = label.startsWith("’")
					? Number(label.slice(1)) + (Number(label.slice(1)) < 70 ? 2000 : 1900)
					: Number(label);
				assert.ok(year > last && year >= 1970 && year < 1970 + span, at);
				assert.ok(Math.abs(index - ((year - 1970) * columns) / span) < 1, at);
				last = year;
			}

			// With hardly a column for each year, ticks in a row would look like noise.
			assert.ok(columns >= 2 * span || !rule.includes("┼┼"), `${at} ${rule}`);
		}
	}
});
