import { isObject } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import { kindOf } from "../section-kind.ts";
import { splitRange, toIsoDate } from "./date-words.ts";
import type { RawPeriod } from "./period.ts";
import { leaves, lineOf, type Reading } from "./values.ts";

/** Names that people use for the whole period, if its words can be read as one. */
const periodNames = /^(?:dates?|period|years?|duration|time ?(?:frame|span)?|when)$/i;

/** Whether a field has a date of an entry, or its whole period; start and end are fields of their own. */
export const isDateField = (field: string, value: unknown): boolean =>
	field === "date" || field === "releaseDate" || isPeriod(field, value);

const isPeriod = (field: string, value: unknown): boolean =>
	periodNames.test(field) &&
	(typeof value === "string" || typeof value === "number") &&
	(toIsoDate(String(value)) ?? splitRange(String(value))) !== undefined;

/** "2024-08" of a year and a month that are fields of their own. */
export const withMonth = (year: unknown, month: unknown): string =>
	toIsoDate(`${year}-${month}`) ?? toIsoDate(`${month} ${year}`) ?? `${month} ${year}`;

/** Of several single dates the one that says most is the entry's; one that says something else is kept as a text. */
export function addDate(
	reading: Reading,
	{ texts }: JsonEntry,
	period: RawPeriod,
	field: string,
	date: NonNullable<RawPeriod["date"]>,
): void {
	const { date: other } = period;
	const [words, otherWords] = [date.value, other?.value].map((value) =>
		leaves(isObject(value) && value.year !== undefined ? value.year : value).join(" "),
	);
	if (other === undefined || words!.startsWith(otherWords!)) {
		period.date = date;
	} else if (!otherWords!.startsWith(words!)) {
		const text = lineOf(reading, date.value, date.place);
		if (text !== undefined) {
			texts.set(field, text);
		}
	}
}

/** What is given on a day and doesn't go on: "startDate" alone is that day. */
const ofOneDay = new Set(["awards", "certificates", "publications"]);

/** Settles which dates are the entry's, once all of its fields are read. */
export function settleDates(reading: Reading, section: string, entry: JsonEntry, period: RawPeriod): void {
	keepThirdDate(reading, entry, period);
	if (ofOneDay.has(kindOf(section)) && period.startDate && !period.endDate && !period.date) {
		period.date = period.startDate;
		delete period.startDate;
	}
}

/** A date beside a start that says neither it nor the end is a text of its own. */
function keepThirdDate(reading: Reading, { texts }: JsonEntry, { startDate, endDate, date }: RawPeriod): void {
	const [start, end, third] = [startDate, endDate, date].map((each) => leaves(each?.value).join(" "));
	const isSaid = [start, end].some((other) => other && third && (other.startsWith(third) || third.includes(other)));
	const text = start && third && !isSaid ? lineOf(reading, date!.value, date!.place) : undefined;
	if (text !== undefined) {
		texts.set(String(date!.place.at(-1)), text);
	}
}
