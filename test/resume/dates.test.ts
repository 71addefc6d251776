import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as dates from "../../source/resume/dates.ts";
import { isNow, readExpected } from "../../source/resume/normalise/date-phrases.ts";
import { splitRange, toIsoDate } from "../../source/resume/normalise/date-words.ts";
import { resumeOf } from "../helpers/resumes.ts";
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

test("words that aren't a date are kept and have no place in time", () => {
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

test("an end that is before the start, or not understood, is neither an end on the timeline nor ongoing", () => {
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
	// As people write them elsewhere.
	["2018年10月", "2018-10"],
	["2018 年 10 月 5 日", "2018-10-05"],
	["2018年", "2018"],
	["２０１８年１０月", "2018-10"],
	["令和2年4月", "2020-04"],
	["平成元年", "1989"],
	["二〇一八年十月", "2018-10"],
	["二〇二〇年十二月", "2020-12"],
	["民國107年9月", "2018-09"],
	["2019년 3월", "2019-03"],
	["2019. 3.", "2019-03"],
	["2019. 03. 01.", "2019-03-01"],
	["März 2019", "2019-03"],
	["Mrz. 2019", "2019-03"],
	["1. Dezember 2019", "2019-12-01"],
	["Jänner 2019", "2019-01"],
	["janv. 2019", "2019-01"],
	["1er février 2019", "2019-02-01"],
	["aout 2019", "2019-08"],
	["juil. 2019", "2019-07"],
	["enero de 2019", "2019-01"],
	["5 de setiembre de 2019", "2019-09-05"],
	["março de 2019", "2019-03"],
	["dez/2019", "2019-12"],
	["март 2019", "2019-03"],
	["1 мая 2019 г.", "2019-05-01"],
	["2019 год", "2019"],
	["Mrt 2019", "2019-03"],
	["gennaio 2019", "2019-01"],
	["września 2019", "2019-09"],
	["مارس 2019", "2019-03"],
	["مارس ٢٠١٩", "2019-03"],
	["كانون الثاني 2019", "2019-01"],
	["٢٠١٩/٠٣", "2019-03"],
	["מרץ 2019", "2019-03"],
	["ינו׳ 2019", "2019-01"],
	["במרץ 2019", "2019-03"],
	["ژانویه ۲۰۱۹", "2019-01"],
	["۲۰۱۹", "2019"],
	// The Persian calendar.
	["۱۳۹۸/۰۵", undefined],
	["فروردین ۱۳۹۸", undefined],
	["1398", undefined],
	// Not guessed.
	["04/05/2023", undefined],
	["čer 2019", undefined],
	["2018年13月", undefined],
	["2018年10月度末", undefined],
	["год", undefined],
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
	["2018/10至今", "2018-10", "now"],
	["2018年10月至今", "2018-10", "now"],
	["2018年9月—2022年6月", "2018-09", "2022-06"],
	["2018年9月至2022年6月", "2018-09", "2022-06"],
	["2018年3月～8月", "2018-03", "2018-08"],
	["2018.09-2022.06", "2018-09", "2022-06"],
	["2021年9月 - 2025年6月（预计）", "2021-09", "2025-06"],
	["2018年4月〜現在", "2018-04", "now"],
	["2018年4月から2020年3月まで", "2018-04", "2020-03"],
	["2018年4月から", "2018-04", "now"],
	["2019.03 – 현재", "2019-03", "now"],
	["2019년 3월 ~ 2020년 2월", "2019-03", "2020-02"],
	["2019년 3월부터 2020년 2월까지", "2019-03", "2020-02"],
	["März 2019 – heute", "2019-03", "now"],
	["März 2019 bis Juni 2020", "2019-03", "2020-06"],
	["seit März 2019", "2019-03", "now"],
	["ab 03/2019", "2019-03", "now"],
	["10/2021 – voraussichtlich 09/2024", "2021-10", "2024-09"],
	["janv. 2019 – aujourd’hui", "2019-01", "now"],
	["de mars 2019 à juin 2020", "2019-03", "2020-06"],
	["depuis mars 2019", "2019-03", "now"],
	["sept. 2021 - juin 2024 (prévu)", "2021-09", "2024-06"],
	["enero de 2019 - actualidad", "2019-01", "now"],
	["desde marzo de 2019 hasta junio de 2020", "2019-03", "2020-06"],
	["março de 2019 – atual", "2019-03", "now"],
	["jan/2019 até dez/2020", "2019-01", "2020-12"],
	["с марта 2019", "2019-03", "now"],
	["с марта 2019 по июнь 2020", "2019-03", "2020-06"],
	["с марта 2019 по настоящее время", "2019-03", "now"],
	["март 2019 — н. в.", "2019-03", "now"],
	["منذ مارس 2019", "2019-03", "now"],
	["مارس 2019 – الآن", "2019-03", "now"],
	["من مارس 2019 إلى يونيو 2020", "2019-03", "2020-06"],
	["ממרץ 2019 עד היום", "2019-03", "now"],
	["מרץ 2019 – יוני 2020", "2019-03", "2020-06"],
	["از مارس ۲۰۱۹ تا ژوئن ۲۰۲۰", "2019-03", "2020-06"],
	["ژانویه ۲۰۱۹ تاکنون", "2019-01", "now"],
	["ژانویه ۲۰۱۹ - اکنون", "2019-01", "now"],
	["gennaio 2019 - oggi", "2019-01", "now"],
	["mrt 2019 – heden", "2019-03", "now"],
	["Июнь 2015 — июль 2019 (4 года)", "2015-06", "2019-07"],
	["Jan 2019 - Present · 2 yrs 3 mos", "2019-01", "now"],
	["2018م – 2020م", "2018", "2020"],
	["2019년 3월 ~ 현재 (재직중)", "2019-03", "now"],
] as const) {
	test(`${JSON.stringify(words)} is a range`, () => {
		const range = splitRange(words);
		assert.equal(toIsoDate(range!.start), start);
		assert.equal(isNow(range!.end) ? "now" : toIsoDate(readExpected(range!.end).words), end);
	});
}

test("what isn't a range is left alone", () => {
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
		"Frühjahr 2019 – heute",
		"فروردین ۱۳۹۸ – اکنون",
		"seit langem",
		"从 2019 级到 2020 级",
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
		"現在",
		"현재",
		"bis heute",
		"Aujourd'hui",
		"à ce jour",
		"hasta la fecha",
		"até o momento",
		"по настоящее время",
		"н.в.",
		"حتى الآن",
		"עד היום",
		"تاکنون",
	]) {
		assert.ok(isNow(words), words);
	}
	for (const words of ["", "2020", "presently unknown", "a present", "nowhere", "until 2020"]) {
		assert.ok(!isNow(words), words);
	}
});

test("an expected date says so in any place", () => {
	for (const words of [
		"May 2024 (expected)",
		"Expected May 2024",
		"expected: May 2024",
		"May 2024, anticipated",
		"voraussichtlich Mai 2024",
		"mai 2024 (prévu)",
		"2024年5月预计",
		"2024年5月（予定）",
		"2024년 5월 예정",
		"май 2024 (ожидается)",
	]) {
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
		.tuple(number(1500, 2999), number(1, 12), number(1, 28), fc.integer({ min: 1, max: 3 }))
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

for (const [entry, text] of [
	[{ startDate: "2018年10月" }, "Oct 2018 – Now"],
	[{ startDate: "с марта 2019" }, "Mar 2019 – Now"],
	[{ startDate: "с марта 2019", endDate: "по июнь 2020" }, "Mar 2019 – Jun 2020"],
	[{ startDate: "März 2019", endDate: "heute" }, "Mar 2019 – Now"],
	[{ date: "2018/10至今" }, "Oct 2018 – Now"],
	[{ startDate: "2021-09", endDate: "2025年6月（预计）" }, "Sep 2021 – Jun 2025 (expected)"],
	[{ startDate: "2019 (expected)" }, "2019 (expected)"],
	[{ startDate: "Expected 2027" }, "2027 (expected)"],
	// Not understood.
	[{ startDate: "Summer 2019" }, "Summer 2019 – Now"],
	[{ startDate: "فروردین ۱۳۹۸" }, "فروردین ۱۳۹۸ – Now"],
	[{ startDate: "Sommer 2019", endDate: "heute" }, "Sommer 2019 – Now"],
	[{ startDate: "Sommer 2019", endDate: "Herbst 2020" }, "Sommer 2019 – Herbst 2020"],
	[{ startDate: "Summer 2019 – Present" }, "Summer 2019 – Present"],
	[{ startDate: "Summer 2018 and winter 2019" }, "Summer 2018 and winter 2019"],
	[{ startDate: "a while ago" }, "a while ago"],
	[{ date: "Summer 2019" }, "Summer 2019"],
	[{ startDate: "1398-05", endDate: "1399-02" }, "1398-05 – 1399-02"],
] as const) {
	test(`${JSON.stringify(entry)} is shown as ${text}`, async (context) => {
		const { sections } = await resumeOf(context, { meta: { language: "en" }, work: [{ name: "Bakery", ...entry }] });
		assert.equal(sections[0]!.entries[0]!.dates?.text, text);
	});
}
