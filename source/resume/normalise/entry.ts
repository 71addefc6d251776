import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { authorsOf } from "./authors.ts";
import { doiOf } from "./doi.ts";
import { addDate, isDateField, settleDates, withMonth } from "./entry-dates.ts";
import { addText, readLocation, readText } from "./entry-texts.ts";
import { standardName, standardNameIn } from "./field-names.ts";
import { highlightsOf, linksOf } from "./lists.ts";
import { isMachineField } from "./machine-fields.ts";
import { type RawPeriod, readPeriod } from "./period.ts";
import type { Source } from "./roles.ts";
import { addressOf, lineOf, linesOf, listOf, type Reading, textOf } from "./values.ts";

/** What is rightly written as a number. */
const numberFields = new Set(["volume", "issue", "number", "pages", "edition"]);

/** Flags for what hasn't ended. */
const ongoingNames = /^(?:is)?_?(?:current|present|ongoing|currently_?work(?:ing)?(?:_?here)?|working_?here)$/i;

/** An entry of any section, with every text that its object has, and what it shares with others. */
export function toEntry(outer: Reading, section: string, { object, place, shared }: Source): JsonEntry {
	const reading: Reading = { ...outer, links: [] };
	const period: RawPeriod = {};
	const [key, item] = shared?.place ?? place;
	const entry: JsonEntry = {
		texts: new Map(),
		...(key !== undefined && { item: item === undefined ? [key] : [key, item] }),
		endDateExpected: false,
		isOngoing: false,
		highlights: [],
		courses: [],
		keywords: [],
		roles: [],
		links: [],
		authors: [],
	};
	let saysOngoing = false;
	const fields = Object.entries(object).map(([key, value]) => ({
		field: standardNameIn(object, section, key),
		value,
		at: [...place, key],
	}));
	for (const { field, value, at } of shared ? [...sharedFields(section, shared, fields), ...fields] : fields) {
		if (value === null || value === "") {
			textOf(reading, value, at);
		} else if (field === "location" && isObject(value)) {
			readLocation(reading, entry, value, at);
		} else if (field === "startDate" || field === "endDate") {
			period[field] = { value, place: at };
		} else if (isDateField(field, value)) {
			const whole = field === "year" && object.month !== undefined ? withMonth(value, object.month) : value;
			addDate(reading, entry, period, field, { value: whole, place: at });
		} else if (field === "endDateExpected") {
			entry.endDateExpected = value === true || value === "true";
		} else if (ongoingNames.test(field) && typeof value === "boolean") {
			saysOngoing = value;
		} else if (field === "doi" && typeof value === "string") {
			readDoi(entry, value);
		} else if (field === "label") {
			entry.label = lineOf(reading, value, at);
		} else if (field === "url") {
			readUrls(reading, entry, value, at);
		} else if (field === "highlights") {
			entry.highlights.push(...highlightsOf(reading, value, at));
		} else if (field === "links") {
			entry.links.push(...linksOf(reading, value, at, (words) => addLink(entry, words)));
		} else if (field === "authors") {
			entry.authors.push(...authorsOf(reading, value, at));
		} else if (field === "courses") {
			entry.courses.push(...linesOf(reading, value, at));
		} else if (field === "keywords" || field === "roles") {
			entry[field].push(...linesOf(reading, value, at, true));
		} else if (typeof value === "number" && numberFields.has(field)) {
			addText(entry, field, String(value));
		} else if (!isMachineField(field, value) && !isSaidByOther(section, field, object)) {
			readText(reading, entry, field, value, at);
		}
	}

	settleDates(reading, section, entry, period);
	const { endDateExpected, isOngoing, ...dates } = readPeriod(reading, period);
	Object.assign(entry, dates, {
		endDateExpected: entry.endDateExpected || endDateExpected,
		isOngoing: isOngoing || (saysOngoing && dates.endDate === undefined),
	});
	entry.links.push(...reading.links!.filter(({ url }) => !entry.links.some((link) => link.url === url)));
	return entry;
}

type Field = { field: string; value: unknown; at: Place };

/** What the others share, but for the fields that the entry has itself. */
function sharedFields(
	section: string,
	{ object, place }: NonNullable<Source["shared"]>,
	own: readonly Field[],
): Field[] {
	return Object.entries(object)
		.map(([key, value]) => ({ field: standardName(section, key), value, at: [...place, key] }))
		.filter(({ field }) => own.every((other) => other.field !== field));
}

/** A field that says what another one does: `start` in parts beside `startDate`, the month of a year. */
const isSaidByOther = (section: string, key: string, object: Json): boolean =>
	(key === "month" && object.year !== undefined) ||
	(key !== standardName(section, key) && ["startDate", "endDate"].includes(standardName(section, key)));

function readDoi(entry: JsonEntry, text: string): void {
	const found = doiOf(text);
	if (found) {
		entry.doi = found.doi;
		entry.links.push(found.link);
	} else {
		entry.texts.set("doi", text.trim());
	}
}

function readUrls(reading: Reading, entry: JsonEntry, value: unknown, place: Place): void {
	if (Array.isArray(value)) {
		reading.note(place, "one link belongs here, not a list", "write the others as links");
	}

	for (const { item, place: at } of Array.isArray(value) ? listOf(reading, value, place) : [{ item: value, place }]) {
		if (isObject(item)) {
			entry.links.push(...linksOf(reading, item, at, (words) => addLink(entry, words)));
			continue;
		}

		const words = lineOf(reading, item, at);
		const address = words === undefined ? undefined : addressOf(reading, words, at);
		if (address === undefined) {
			if (words !== undefined) {
				addLink(entry, words);
			}
		} else if (entry.url === undefined) {
			entry.url = address;
		} else {
			entry.links.push({ label: address, url: address });
		}
	}
}

/** What is in a link's place and isn't one, shown in its words. */
const addLink = (entry: JsonEntry, words: string): void => addText(entry, "link", words);
