/**
 * Dates as people write them, read into the form that JSON Resume asks for. What can be meant in two ways, such as
 * 04/05/2023, is not guessed.
 */

const monthNames = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
];

const nowWords =
	/^(?:(?:until |till |to )?(?:present|now|date|today)|current(?:ly)?|ongoing|on-going|in progress|to-date|presente|actualidad|heute|aujourd['’]hui|至今|现在|現在)(?: day)?\.?$/i;

const expectedWords = /[([]?\s*\b(?:expected|anticipated|planned|projected)\b(?:\s+in\b)?:?\s*[)\]]?/i;

/** Whether the words say that something has not ended: "Present", "current", "now" … */
export const isNow = (words: string): boolean => nowWords.test(words.trim());

/** The words without "(expected)" and its like, and whether they were there. */
export function readExpected(words: string): { words: string; isExpected: boolean } {
	const rest = words.replace(expectedWords, " ").trim();
	return rest !== "" && rest !== words.trim() ? { words: rest, isExpected: true } : { words, isExpected: false };
}

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601, as JSON Resume 1.0 wants them) for "2023-9-28", "04/2024", "2020/05",
 * "Sept 2020", "28 September 2023", "2019-09-01T00:00:00Z" …
 * @returns undefined where the words are no date or can be more than one.
 */
export function toIsoDate(words: string): string | undefined {
	const text = words.trim().toLowerCase();
	const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(text);
	if (yearFirst) {
		return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
	}

	const monthFirst = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text);
	if (monthFirst) {
		return iso(monthFirst[2], monthFirst[1]);
	}

	const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
	return yearLast ? dayAndMonth(yearLast) : named(text);
}

/** With points it is the day first (DIN 1355); with other signs only where one number can be no month. */
function dayAndMonth([, a, sign, b, year]: RegExpExecArray): string | undefined {
	if (sign === "." || Number(a) > 12 || a === b) {
		return iso(year, b, a);
	}

	return Number(b) > 12 ? iso(year, a, b) : undefined;
}

/** A date with the month's name in it, the parts in any order. */
function named(text: string): string | undefined {
	const parts = text
		.replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
		.split(/[\s,.\-/]+/)
		.filter((part) => part !== "" && part !== "of");
	const months = parts.filter(monthOf);
	const years = parts.filter((part) => /^\d{4}$/.test(part));
	const days = parts.filter((part) => /^\d{1,2}$/.test(part));
	const isWhole = months.length + years.length + days.length === parts.length;
	return isWhole && months.length === 1 && years.length === 1 && days.length <= 1
		? iso(years[0], String(monthOf(months[0]!)), days[0])
		: undefined;
}

/** 1 for "jan", "january"; undefined for what is no month's name or its beginning of three letters or more. */
function monthOf(word: string): number | undefined {
	const index = word.length < 3 ? -1 : monthNames.findIndex((name) => name.startsWith(word));
	return index === -1 ? undefined : index + 1;
}

function iso(year?: string, month?: string, day?: string): string | undefined {
	const parts = [month, day].filter((part) => part !== undefined);
	const isReal =
		/^[12]\d{3}$/.test(year ?? "") &&
		(month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
		(day === undefined || (Number(day) >= 1 && Number(day) <= 31));
	return isReal ? [year, ...parts.map((part) => part.padStart(2, "0"))].join("-") : undefined;
}

/**
 * A whole range in one text: "04/2024 - CURRENT", "2019-2021", "Oct 2020-Oct 2021", "Jan – Mar 2022", "since 2020".
 * @returns the words of both ends as `toIsoDate` and `isNow` read them; undefined where it is no range.
 */
export function splitRange(words: string): { start: string; end: string } | undefined {
	const since = /^(?:since|from)\s+(.+)$/i.exec(words.trim())?.[1];
	if (since !== undefined && toIsoDate(since)) {
		return { start: since, end: "now" };
	}

	const text = words.trim().replace(/^from\s+/i, "");
	if (text.length > 80 || toIsoDate(text)) {
		return undefined;
	}

	for (const { 0: separator, index } of text.matchAll(/\s*[-–—−~]+\s*|\s+(?:to|until|till|through)\s+/gi)) {
		const left = text.slice(0, index);
		const end = text.slice(index + separator.length);
		const start = monthOf(left.trim().toLowerCase()) ? `${left} ${/\d{4}/.exec(end)?.[0] ?? ""}` : left;
		if (toIsoDate(start) && (isNow(end) || toIsoDate(readExpected(end).words))) {
			return { start, end };
		}
	}

	return undefined;
}
