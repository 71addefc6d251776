import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as dates from "../../source/resume/dates.ts";
import { isNow, readExpected, splitRange, toIsoDate } from "../../source/resume/normalise/date-words.ts";
import { inEnglish } from "../helpers/words.ts";

const today = dates.monthIndexOf(new Date("2026-11-26"));
const rangeOf = (startDate?: string, endDate?: string, endDateExpected = false, isOngoing = false) =>
	dates.dateRange({ startDate, endDate, endDateExpected, isOngoing }, inEnglish.words, today);
/** All of a range but its moments, which have a test of their own. */
function dateRange(...period: Parameters<typeof rangeOf>) {
	const { moments: _, ...range } = rangeOf(...period) ?? {};
	return "text" in range ? range : undefined;
}
const parseDate = (date: string) => dates.parseDate(date, inEnglish.words);
const monthText = (index: number) => dates.monthText(index, inEnglish.words);
const month = (year: number, number: number) => year * 12 + number - 1;

test("a range is written in the résumé's own form", () => {
	assert.equal(dateRange("2022-01", "2022-03")?.text, "Jan 2022 – Mar 2022");
	assert.equal(dateRange("2022-07", undefined)?.text, "Jul 2022 – Now");
	assert.equal(dateRange("2019-09", "2023-07", true)?.text, "Sep 2019 – Jul 2023 (expected)");
	assert.equal(dateRange("2022", "2022")?.text, "2022");
	assert.equal(dateRange("2022-06-01", "2022-06-30")?.text, "Jun 2022");
	assert.equal(dateRange(undefined, "2021-10-05")?.text, "Oct 2021");
	assert.equal(dateRange(undefined, undefined), undefined);
	assert.equal(dateRange(undefined, undefined, false, true)?.text, "Now");
	assert.equal(dateRange("Summer 2019", undefined, false, true)?.text, "Summer 2019 – Now");
});

test("the dates that are understood are there for machines, in the order of the words", () => {
	const isoOf = (start?: string, end?: string) =>
		rangeOf(start, end)?.moments?.map(({ text, iso }) => `${text} ${iso}`);
	assert.deepEqual(isoOf("2022-01", "2022-03"), ["Jan 2022 2022-01", "Mar 2022 2022-03"]);
	assert.deepEqual(isoOf("2022"), ["2022 2022"]);
	assert.deepEqual(isoOf(undefined, "2021-10-05"), ["Oct 2021 2021-10-05"]);
	assert.deepEqual(isoOf("2022-02-30"), ["Feb 2022 2022-02"]);
	assert.deepEqual(isoOf("Summer 2019", "2020"), ["2020 2020"]);
});

test("what begins after the document was read has not begun", () => {
	assert.deepEqual(dateRange("2030-01", undefined), {
		text: "from Jan 2030",
		start: month(2030, 1),
		end: undefined,
		isOngoing: true,
		isExpected: true,
		isPoint: false,
	});
	assert.equal(dateRange("2027", undefined)?.text, "from 2027");
	assert.equal(dateRange("2026-11", undefined)?.text, "Nov 2026 – Now");
	assert.equal(dateRange("2026", undefined)?.text, "2026 – Now");
	assert.equal(dateRange("2030-01", "2031-02")?.text, "Jan 2030 – Feb 2031");
});

test("a range has its months: a year has all of its own", () => {
	assert.deepEqual(dateRange("2019-09", "2023"), {
		text: "Sep 2019 – 2023",
		start: month(2019, 9),
		end: month(2023, 12),
		isOngoing: false,
		isExpected: false,
		isPoint: false,
	});
	assert.deepEqual(dateRange("2022-07", undefined), {
		text: "Jul 2022 – Now",
		start: month(2022, 7),
		end: undefined,
		isOngoing: true,
		isExpected: false,
		isPoint: false,
	});
	assert.deepEqual(dateRange("2022", "2022"), {
		text: "2022",
		start: month(2022, 1),
		end: month(2022, 12),
		isOngoing: false,
		isExpected: false,
		isPoint: true,
	});
});

test("words that are no date are kept and have no place in time", () => {
	assert.deepEqual(dateRange("Summer 2019", undefined), {
		text: "Summer 2019",
		start: undefined,
		end: undefined,
		isOngoing: false,
		isExpected: false,
		isPoint: false,
	});
	assert.equal(dateRange("2021-13", undefined)?.text, "2021-13");
	assert.equal(parseDate("9999").first, undefined);
});

test("an end that is before the start, or not understood, is no end on the timeline and nothing that goes on", () => {
	for (const [end, text] of [
		["2020-01", "May 2021 – Jan 2020"],
		["some day", "May 2021 – some day"],
	]) {
		assert.deepEqual(dateRange("2021-05", end), {
			text,
			start: month(2021, 5),
			end: undefined,
			isOngoing: false,
			isExpected: false,
			isPoint: true,
		});
	}
});

for (const [words, iso] of [
	["2020", "2020"],
	["2020-05", "2020-05"],
	["2020-05-09", "2020-05-09"],
	["2023-9-28", "2023-09-28"],
	["2023-9", "2023-09"],
	["2020/05", "2020-05"],
	["2020.5.1", "2020-05-01"],
	["04/2024", "2024-04"],
	["4-2024", "2024-04"],
	["4 / 2024", "2024-04"],
	["Sept 2020", "2020-09"],
	["Sep. 2020", "2020-09"],
	["september, 2020", "2020-09"],
	["2020 Sep", "2020-09"],
	["May 2020", "2020-05"],
	["28 September 2023", "2023-09-28"],
	["September 28th, 2023", "2023-09-28"],
	["1st of May 2020", "2020-05-01"],
	["Jan-2021", "2021-01"],
	["28.09.2023", "2023-09-28"],
	["01.02.2023", "2023-02-01"],
	["28/09/2023", "2023-09-28"],
	["09/28/2023", "2023-09-28"],
	["05/05/2023", "2023-05-05"],
	["2019-09-01T00:00:00.000Z", "2019-09-01"],
	["2019-09-01 12:30", "2019-09-01"],
	[" 2020-05 ", "2020-05"],
	// Not guessed.
	["04/05/2023", undefined],
	["2021-13", undefined],
	["2021-00", undefined],
	["2021-02-32", undefined],
	["Summer 2019", undefined],
	["Ma 2020", undefined],
	["Marching 2020", undefined],
	["May", undefined],
	["12", undefined],
	["0999", undefined],
	["9999-01", undefined],
	["2019-20", undefined],
	["1569888000000", undefined],
	["", undefined],
] as const) {
	test(`${JSON.stringify(words)} is read as ${iso ?? "no date"}`, () => {
		assert.equal(toIsoDate(words), iso);
	});
}

for (const [words, start, end] of [
	["04/2024 - CURRENT", "2024-04", "now"],
	["2019-2021", "2019", "2021"],
	["2019–present", "2019", "now"],
	["Oct 2020-Oct 2021", "2020-10", "2021-10"],
	["Jan – Mar 2022", "2022-01", "2022-03"],
	["Sept. 2020 to date", "2020-09", "now"],
	["2020-05 - 2021-06", "2020-05", "2021-06"],
	["2020-05-2021-06", "2020-05", "2021-06"],
	["from May 2020 until June 2021", "2020-05", "2021-06"],
	["since 2020", "2020", "now"],
	["2020 — now", "2020", "now"],
	["2020-2024 (expected)", "2020", "2024"],
] as const) {
	test(`${JSON.stringify(words)} is a range`, () => {
		const range = splitRange(words);
		assert.equal(toIsoDate(range!.start), start);
		assert.equal(isNow(range!.end) ? "now" : toIsoDate(readExpected(range!.end).words), end);
	});
}

test("what is no range is left alone", () => {
	for (const words of [
		"2020-05",
		"2020-05-09",
		"Sep-2020",
		"28-09-2020",
		"a - b",
		"2020 - b",
		"a-2020",
		"",
		"-",
		"2 to 3",
	]) {
		assert.equal(splitRange(words), undefined, words);
	}
});

test("the words for what still goes on", () => {
	for (const words of [
		"Present",
		"present",
		"CURRENT",
		"now",
		"Today",
		"ongoing",
		"To date",
		"till now",
		"Currently",
		"至今",
	]) {
		assert.ok(isNow(words), words);
	}
	for (const words of ["", "2020", "presently unknown", "a present", "nowhere", "until 2020"]) {
		assert.ok(!isNow(words), words);
	}
});

test("an expected date says so in any place", () => {
	for (const words of ["May 2024 (expected)", "Expected May 2024", "expected: May 2024", "May 2024, anticipated"]) {
		const { words: date, isExpected } = readExpected(words);
		assert.ok(isExpected, words);
		assert.equal(toIsoDate(date), "2024-05", words);
	}
	assert.deepEqual(readExpected("expected"), { words: "expected", isExpected: false });
	assert.deepEqual(readExpected("May 2024"), { words: "May 2024", isExpected: false });
});

test("every date of the standard is read as itself, and any words are read or kept", () => {
	const number = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, "0"));
	const dates = fc
		.tuple(number(1000, 2999), number(1, 12), number(1, 28), fc.integer({ min: 1, max: 3 }))
		.map(([year, month, day, length]) => [year, month, day].slice(0, length).join("-"));
	fc.assert(
		fc.property(dates, dates, (start, end) => {
			assert.equal(toIsoDate(start), start);
			const range = dateRange(start, end)!;
			assert.equal(range.start, parseDate(start).first);
			assert.ok(range.end === undefined || range.end >= range.start!);
			assert.ok(range.end !== undefined || range.isPoint);
			assert.ok(range.text.includes(monthText(parseDate(end).first!).slice(-4)));
		}),
	);
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (words) => {
			const iso = toIsoDate(words);
			assert.ok(iso === undefined || toIsoDate(iso) === iso);
			splitRange(words);
			assert.equal(parseDate(words).text === words || parseDate(words).first !== undefined, true);
		}),
	);
});
