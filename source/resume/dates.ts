import type { JsonEntry } from "./json-resume.ts";
import type { DateRange, MonthIndex } from "./model.ts";
import { fill, numberText, type Words } from "./words/words.ts";

/** The first and the last month that a date covers: a year covers twelve. */
type Months = { first: MonthIndex; last: MonthIndex };

/**
 * The months of a date of JSON Resume: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from the year 1500 on: the schema has earlier
 * ones, but those that people write are of another calendar.
 * @returns undefined for anything else. `toIsoDate` comes first for what people write.
 */
export function monthsOf(date: string): Months | undefined {
	const match = /^((?:1[5-9]|2\d)\d\d)(?:-(0[1-9]|1[0-2])(?:-\d{2})?)?$/.exec(date);
	if (!match) {
		return undefined;
	}

	const january = monthIndexOfYear(Number(match[1]));
	const index = january + Number(match[2]) - 1;
	return match[2] === undefined ? { first: january, last: january + 11 } : { first: index, last: index };
}

/** A date as it is shown; what isn't understood keeps its words and has no place on the timeline. */
export function parseDate(date: string, words: Words): { text: string } & Partial<Months> {
	const months = monthsOf(date);
	if (months === undefined) {
		return { text: date };
	}

	const { first, last } = months;
	return { text: first === last ? monthText(first, words) : numberText(words, yearOf(first)), first, last };
}

/** What of an entry says when it was. */
export type Period = Pick<JsonEntry, "startDate" | "endDate" | "endDateExpected" | "isOngoing">;

/**
 * From when to when. A start without an end is still going on; a single date (`date`, `releaseDate`) is given as both.
 * An end before the start is shown as written and has no place on the timeline; such a
 * range, and one with an end that is not understood, is a mark at its start.
 * @param today what begins later and has no end hasn't begun yet. The month in which the document was loaded: how long
 *   something lasted is never counted from it.
 * @returns undefined if there is nothing to say.
 */
export function dateRange(period: Period, words: Words, today: MonthIndex): DateRange | undefined {
	const { startDate: start, endDate: end, endDateExpected: isExpected, isOngoing } = period;
	if (start === undefined && end === undefined && !isOngoing) {
		return undefined;
	}

	const from = start === undefined ? undefined : parseDate(start, words);
	const to = end === undefined ? undefined : parseDate(end, words);
	const goesOn = to === undefined && (isOngoing || from?.first !== undefined);
	const first = from ? from.first : to?.first;
	const isBackwards = first !== undefined && to?.last !== undefined && to.last < first;
	const isUnclear = to !== undefined && (to.last === undefined || isBackwards);
	const isAhead = goesOn && from?.first !== undefined && from.first > today;
	const last =
		to && isExpected ? fill(words.expected, { date: to.text }) : (to?.text ?? (goesOn ? words.now : undefined));
	const both = from?.text === to?.text ? [last] : [from?.text, last];
	return {
		text: isAhead ? fill(words.from, { date: from.text }) : both.filter((text) => text !== undefined).join(" – "),
		moments: [start, end].flatMap((date) => (date === undefined ? [] : momentOf(date, words))),
		start: first,
		end: isBackwards ? undefined : to?.last,
		isOngoing: goesOn,
		isExpected: isExpected || isAhead,
		isPoint: to !== undefined && (from === undefined || start === end || isUnclear),
	};
}

/** A date that is understood, for machines; of a day that no month has, the month is kept. */
function momentOf(date: string, words: Words): NonNullable<DateRange["moments"]> {
	if (monthsOf(date) === undefined) {
		return [];
	}

	const isDay = date.length < 10 || new Date(date).toJSON()?.startsWith(date);
	return [{ text: parseDate(date, words).text, iso: isDay ? date : date.slice(0, 7) }];
}

/** "Jan 2022", as `dateRange` writes it. */
export const monthText = (index: MonthIndex, words: Words): string =>
	fill(words.monthYear, { month: words.months[index % 12]!, year: numberText(words, yearOf(index)) });

export const monthIndexOfYear = (year: number): MonthIndex => year * 12;
export const yearOf = (index: MonthIndex): number => Math.floor(index / 12);
/** The month of a day, in UTC as everything of a document is. */
export const monthIndexOf = (day: Date): MonthIndex => day.getUTCFullYear() * 12 + day.getUTCMonth();
