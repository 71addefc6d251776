/**
 * Dates as people write them, read into the form that JSON Resume asks for. What can be meant in two ways, such as
 * 04/05/2023, is not guessed.
 */

import { asciiDigits } from "../words/words.ts";
import { isNow, readExpected, readSince, separators, withoutUntil } from "./date-phrases.ts";
import { monthOf } from "./month-names.ts";

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601, as JSON Resume 1.0 wants them) for "2023-9-28", "04/2024", "2020/05",
 * "Sept 2020", "28 September 2023", "2019-09-01T00:00:00Z", "2018年10月", "2019. 3.", "1er mars 2019", "مارس ٢٠١٩" …
 * @returns undefined if the words aren't a date or can be more than one.
 */
export function toIsoDate(words: string): string | undefined {
	const text = inPlainDigits(words.trim().toLowerCase());
	const yearFirst = /^(\d{4})(?:\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?\.?)?(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(text);
	if (yearFirst) {
		return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
	}

	const monthFirst = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text);
	if (monthFirst) {
		return iso(monthFirst[2], monthFirst[1]);
	}

	const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
	return yearLast ? dayAndMonth(yearLast) : (eastAsian(text) ?? named(text));
}

/** Arabic, Persian and full-width digits as ASCII ones. */
const inPlainDigits = (text: string): string => (/^[ -~]*$/.test(text) ? text : asciiDigits(text.normalize("NFKC")));

/** With points it is the day first (DIN 1355); with other signs only if one of the numbers can't be a month. */
function dayAndMonth([, a, sign, b, year]: RegExpExecArray): string | undefined {
	if (sign === "." || Number(a) > 12 || a === b) {
		return iso(year, b, a);
	}

	return Number(b) > 12 ? iso(year, a, b) : undefined;
}

/** The first year of what East Asia counts years from, less one. */
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };

/** "二〇一八年十月" in digits. */
const withoutNumerals = (text: string): string =>
	/^[〇零一二三四五六七八九]{4}年/.test(text)
		? text
				.replace(/十(?=[一二三四五六七八九])/g, "1")
				.replace(/十/g, "10")
				.replace(/[〇零一二三四五六七八九]/g, (sign) =>
					String("零一二三四五六七八九".indexOf(sign.replace("〇", "零"))),
				)
		: text;

/** "2018年10月", "2019년 3월 1일", "令和2年4月". */
function eastAsian(written: string): string | undefined {
	const text = withoutNumerals(written);
	const match =
		/^(令和|平成|昭和|民國|民国)?\s*(\d{1,4}|元)\s*[年년]\s*度?(?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号號일])?)?$/.exec(
			text,
		);
	if (!match) {
		return undefined;
	}

	const [, era, count, month, day] = match;
	const year = (era === undefined ? 0 : eras[era]!) + (count === "元" ? 1 : Number(count));
	return iso(String(year), month, day);
}

/** Words in a date that say nothing: "of", "de", "г.", "عام". */
const fillers = new Set("of de del d di den the г год года року р em en no سنة عام م سال ماه م".split(" "));

/** A date with the month's name in it, the parts in any order; or a year alone with its word. */
function named(text: string): string | undefined {
	const parts = text
		.replace(/(\d)(?:st|nd|rd|th|er|re|ère|º|ª|го)(?![\p{L}\p{N}])/gu, "$1")
		.replace(/(\d{4})(г|р|م)(?![\p{L}\p{N}])/gu, "$1 $2")
		// Hebrew writes "in" before the month, Levantine Arabic months have two words.
		.replace(/(?<!\p{L})ב(?=\p{Script=Hebrew}{3})/gu, "")
		.replace(/(كانون|تشرين)\s+(الأول|الاول|الثاني)/g, "$1_$2")
		.split(/[\s,.،/–-]+/)
		.filter((part) => part !== "" && !fillers.has(part));
	const months = parts.flatMap((part) => monthOf(part.replace("_", " ")) ?? []);
	const years = parts.filter((part) => /^\d{4}$/.test(part));
	const days = parts.filter((part) => /^\d{1,2}$/.test(part));
	const isWhole = months.length + years.length + days.length === parts.length;
	return isWhole && months.length <= 1 && years.length === 1 && days.length <= months.length
		? iso(years[0], months[0] === undefined ? undefined : String(months[0]), days[0])
		: undefined;
}

function iso(year?: string, month?: string, day?: string): string | undefined {
	const parts = [month, day].filter((part) => part !== undefined);
	const isReal =
		// Earlier years are of another calendar: the Persian one is in the 1400s.
		/^(?:1[5-9]|2\d)\d\d$/.test(year ?? "") &&
		(month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
		(day === undefined || (Number(day) >= 1 && Number(day) <= 31));
	return isReal ? [year, ...parts.map((part) => part.padStart(2, "0"))].join("-") : undefined;
}

/**
 * A whole range in one text: "04/2024 - CURRENT", "2019-2021", "Oct 2020-Oct 2021", "Jan – Mar 2022", "since 2020",
 * "2018/10至今", "с марта 2019 по июнь 2020", "2018年3月～8月".
 * @returns the words of both ends as `toIsoDate` and `isNow` read them; undefined if it isn't a range.
 */
export function splitRange(words: string): { start: string; end: string } | undefined {
	// "(4 года)", "· 2 yrs 3 mos": how long it was is in the dates.
	const { words: text, isSince } = readSince(
		words.replace(/\s*(?:[(（][^()（）]*\d[^()（）]*[)）]|·\s*\d[^·]*)$/u, ""),
	);
	if (isSince && toIsoDate(text)) {
		return { start: text, end: "now" };
	}

	if (text.length > 80 || toIsoDate(words)) {
		return undefined;
	}

	// A space parts a date from "to date" and its like.
	for (const { 0: separator, index } of [...text.matchAll(separators), ...text.matchAll(/\s+/g)]) {
		const left = text.slice(0, index);
		const right = withoutUntil(text.slice(index + separator.length));
		const start = monthOf(left.trim()) ? `${left} ${/\d{4}/.exec(inPlainDigits(right))?.[0] ?? ""}` : left;
		// "2018年3月～8月"
		const end = /^\d{1,2}\s*[月월]/.test(inPlainDigits(right)) ? (/^.*[年년]/.exec(left)?.[0] ?? "") + right : right;
		if (toIsoDate(start) && (isNow(right) || (separator.trim() !== "" && toIsoDate(readExpected(end).words)))) {
			return { start, end };
		}
	}

	return undefined;
}
