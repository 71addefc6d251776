import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import { isNow, readExpected, readSince, separators, withoutUntil } from "./date-phrases.ts";
import { splitRange, toIsoDate } from "./date-words.ts";
import { lineOf, type Reading } from "./values.ts";

/** The date fields of an entry as they are in the document, with their places. */
export type RawPeriod = Partial<Record<"startDate" | "endDate" | "date", { value: unknown; place: Place }>>;

export type Period = Pick<JsonEntry, "startDate" | "endDate" | "endDateExpected" | "isOngoing">;

/** From when to when an entry was, whichever way it says so. Words that aren't a date are kept as they are. */
export function readPeriod(reading: Reading, raw: RawPeriod): Period {
	const start = words(reading, raw.startDate);
	const end = words(reading, raw.endDate);
	const date = words(reading, raw.date);
	if ([start, end, date].every((text) => text === undefined || isPlainDate(text))) {
		return {
			startDate: start ?? date,
			endDate: end ?? (start === undefined ? date : undefined),
			endDateExpected: false,
			isOngoing: false,
		};
	}

	const whole = wholeRange(reading, raw, start, end, date);
	if (whole) {
		return whole;
	}

	// What is only expected hasn't begun: it is a moment, and goes on in no sense.
	const isExpectedMoment = end === undefined && readExpected(start ?? date ?? "").isExpected;
	const first = isExpectedMoment ? undefined : (start ?? date);
	const last = end ?? (isExpectedMoment ? (start ?? date) : start === undefined ? date : undefined);
	const isOneDate = start === undefined && end === undefined && !isExpectedMoment;
	const isOngoing = isNow(last ?? "") || (last === undefined && isNow(first ?? ""));
	if (isOngoing) {
		reading.note(
			raw.endDate?.place ?? raw.date?.place ?? raw.startDate?.place ?? [],
			`${described(last ?? first)} isn't a date`,
			"leave it out: what has no end is still going on",
		);
	}

	const expected = last === undefined ? undefined : readExpected(last);
	const endPlace = (raw.endDate ?? raw.startDate ?? raw.date)?.place;
	if (expected?.isExpected && endPlace) {
		noteExpected(reading, endPlace, last!, withoutUntil(expected.words));
	}

	return {
		startDate:
			first === undefined || isNow(first)
				? undefined
				: dateText(reading, placeOfStart(raw, first), first, readSince(first).words),
		endDate:
			expected === undefined || isOngoing
				? undefined
				: dateText(
						reading,
						isOneDate || expected.isExpected ? undefined : endPlace,
						expected.words,
						withoutUntil(expected.words),
					),
		endDateExpected: expected?.isExpected ?? false,
		isOngoing: isOngoing || (last === undefined && isOneMoment(first!)),
	};
}

/**
 * Whether words that may not be understood are a single moment, as "Summer 2019" and "فروردین ۱۳۹۸" are: as a start
 * without an end it still goes on. Words for a stretch of time have two years, or a sign between two ends.
 */
const isOneMoment = (text: string): boolean =>
	text.match(/\p{Nd}{4}/gu)?.length === 1 && text.search(separators) === -1;

/** As the standard wants it: most are, and need no more reading. */
const isPlainDate = (text: string) => /^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text);

/** The one field that holds a whole range, if the others are absent or say the same. */
function wholeRange(
	reading: Reading,
	raw: RawPeriod,
	start: string | undefined,
	end: string | undefined,
	date: string | undefined,
): Period | undefined {
	const fields = [
		{ words: start, others: [end], place: raw.startDate?.place },
		{ words: end, others: [start], place: raw.endDate?.place },
		{ words: date, others: [start, end], place: raw.date?.place },
	];
	for (const { words, others, place } of fields) {
		const range = words === undefined ? undefined : splitRange(words);
		if (range && others.every((other) => other === undefined || other === words || words!.includes(other))) {
			const isOngoing = isNow(range.end);
			const expected = readExpected(range.end);
			const [startDate, endDate] = [toIsoDate(range.start), isOngoing ? undefined : toIsoDate(expected.words)];
			const ending = endDate === undefined ? "no endDate" : `"endDate": "${endDate}"`;
			reading.note(
				place ?? [],
				`${described(words)} is a whole range`,
				`write "startDate": "${startDate}" and ${ending}`,
			);
			return {
				startDate,
				endDate,
				endDateExpected: expected.isExpected,
				isOngoing,
			};
		}
	}

	return undefined;
}

function words(reading: Reading, field: { value: unknown; place: Place } | undefined): string | undefined {
	if (!field) {
		return undefined;
	}

	const { value, place } = field;
	const parts = isObject(value) ? dateParts(value) : undefined;
	if (parts !== undefined) {
		reading.note(place, "a date belongs here, not an object", `write "${parts}"`);
		return parts;
	}

	return lineOf(reading, value, place);
}

/** `{year: 2020, month: 5}`, as some exports have it. */
function dateParts({ year, month, day }: Json): string | undefined {
	const parts = [year, month, day].filter((part) => typeof part === "number" || typeof part === "string");
	return toIsoDate(parts.map(String).join("-"));
}

/** A single date that isn't understood says as much in its own words: the schema alone has something against it. */
const placeOfStart = ({ startDate, date }: RawPeriod, words: string): Place | undefined =>
	startDate?.place ?? (toIsoDate(words) === undefined ? undefined : date?.place);

/** "2026 (expected)", in whichever field it is. */
function noteExpected(reading: Reading, place: Place, written: string, bare: string): void {
	const isStart = place.at(-1) === "startDate";
	reading.note(
		place,
		`${described(written)} isn't a date as JSON Resume writes it`,
		`write ${isStart ? '"endDate": ' : ""}"${toIsoDate(bare) ?? "YYYY-MM"}" and "endDateExpected": true`,
	);
}

/** @param bare the words without those around a date, such as "since". */
function dateText(reading: Reading, place: Place | undefined, written: string, bare: string): string {
	const iso = toIsoDate(written) ?? toIsoDate(bare);
	if (place && iso !== written) {
		reading.note(
			place,
			iso === undefined
				? `${described(written)} can't be read as a date, and is shown as it is`
				: `${described(written)} isn't a date as JSON Resume writes it`,
			`write ${iso === undefined ? "YYYY-MM-DD, YYYY-MM or YYYY" : `"${iso}"`}`,
		);
	}

	return iso ?? written;
}
