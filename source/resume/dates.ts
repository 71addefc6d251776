import type { DateRange, MonthIndex } from "./model.ts";

/** Month names as the résumé writes them. */
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The résumé's own word for an end that has not come. The document is a snapshot: no clock is asked. */
const now = "Now";

type Moment = {
	text: string;
	/** The first and the last month it covers: a year covers twelve. Undefined where it was not understood. */
	first?: MonthIndex;
	last?: MonthIndex;
};

/**
 * One date of a JSON Resume document: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of the years 1000 to 2999 as its schema has
 * it. Anything else keeps its words and has no place on the timeline. `toIsoDate` comes first for what people write.
 */
export function parseDate(date: string): Moment {
	const match = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
	if (!match) {
		return { text: date };
	}

	const year = Number(match[1]);
	if (match[2] === undefined) {
		return { text: String(year), first: year * 12, last: year * 12 + 11 };
	}

	const month = Number(match[2]);
	const name = months[month - 1];
	if (name === undefined) {
		return { text: date };
	}

	const index = year * 12 + month - 1;
	return { text: `${name} ${year}`, first: index, last: index };
}

/**
 * From when to when. A start without an end is still going on; a single date (`date`, `releaseDate`) is given as both.
 * An end before the start is shown as written and has no place on the timeline; such a
 * range, and one with an end that is not understood, is a mark at its start.
 * @param isOngoing the document says in words that it has not ended.
 * @returns undefined where there is nothing to say.
 */
export function dateRange(
	start: string | undefined,
	end: string | undefined,
	isExpected = false,
	isOngoing = false,
): DateRange | undefined {
	if (start === undefined && end === undefined && !isOngoing) {
		return undefined;
	}

	const from = start === undefined ? undefined : parseDate(start);
	const to = end === undefined ? undefined : parseDate(end);
	const goesOn = to === undefined && (isOngoing || from?.first !== undefined);
	const last = to ? to.text + (isExpected ? " (expected)" : "") : goesOn ? now : undefined;
	const words = from?.text === to?.text ? [last] : [from?.text, last];
	const first = from ? from.first : to?.first;
	const isBackwards = first !== undefined && to?.last !== undefined && to.last < first;
	const isUnclear = to !== undefined && (to.last === undefined || isBackwards);
	return {
		text: words.filter((word) => word !== undefined).join(" – "),
		start: first,
		end: isBackwards ? undefined : to?.last,
		isOngoing: goesOn,
		isExpected,
		isPoint: to !== undefined && (from === undefined || start === end || isUnclear),
	};
}

/** "Jan 2022", as `dateRange` writes it. */
export function monthText(index: MonthIndex): string {
	return `${months[index % 12]} ${Math.floor(index / 12)}`;
}

export const monthIndexOfYear = (year: number): MonthIndex => year * 12;
export const yearOf = (index: MonthIndex): number => Math.floor(index / 12);
