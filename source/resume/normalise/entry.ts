import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import { placeText } from "../place.ts";
import type { Place } from "../private.ts";
import { quote } from "../quote.ts";
import { kindOf } from "../section-kind.ts";
import { fieldTitle } from "../words/words.ts";
import { authorsOf } from "./authors.ts";
import { splitRange, toIsoDate } from "./date-words.ts";
import { standardName, standardNameIn } from "./field-names.ts";
import { highlightsOf, linksOf } from "./lists.ts";
import { locationOf } from "./location.ts";
import { isMachineField } from "./machine-fields.ts";
import { type RawPeriod, readPeriod } from "./period.ts";
import type { Source } from "./roles.ts";
import { addressOf, isWebAddress, leaves, lineOf, linesOf, listOf, type Reading, textOf } from "./values.ts";

/** What is given on a day and doesn't go on: "startDate" alone is that day. */
const ofOneDay = new Set(["awards", "certificates", "publications"]);

/** Fields that JSON Resume has as paragraphs: a list in their place is a paragraph an item. */
const paragraphFields = new Set(["summary", "description", "reference", "text"]);

/** What is rightly written as a number. */
const numberFields = new Set(["volume", "issue", "number", "pages", "edition"]);

/** Names that people use for the whole period, if its words can be read as one. */
const periodNames = /^(?:dates?|period|years?|duration|time ?(?:frame|span)?|when)$/i;

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
	const { texts } = entry;
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
			readLocation(reading, texts, value, at);
		} else if (field === "startDate" || field === "endDate") {
			period[field] = { value, place: at };
		} else if (field === "date" || field === "releaseDate" || isPeriod(field, value)) {
			const whole = field === "year" && object.month !== undefined ? withMonth(value, object.month) : value;
			readDate(reading, period, texts, field, { value: whole, place: at });
		} else if (field === "endDateExpected") {
			entry.endDateExpected = value === true || value === "true";
		} else if (ongoingNames.test(field) && typeof value === "boolean") {
			saysOngoing = value;
		} else if (field === "doi" && typeof value === "string") {
			readDoi(entry, value);
		} else if (field === "label") {
			entry.label = lineOf(reading, value, at);
		} else if (field === "url") {
			readUrls(reading, entry, texts, value, at);
		} else if (field === "highlights") {
			entry.highlights.push(...highlightsOf(reading, value, at));
		} else if (field === "links") {
			entry.links.push(...linksOf(reading, value, at, (words) => addLink(texts, words)));
		} else if (field === "authors") {
			entry.authors.push(...authorsOf(reading, value, at));
		} else if (field === "courses") {
			entry.courses.push(...linesOf(reading, value, at));
		} else if (field === "keywords" || field === "roles") {
			entry[field].push(...linesOf(reading, value, at, true));
		} else if (typeof value === "number" && numberFields.has(field)) {
			addText(texts, field, String(value));
		} else if (!isMachineField(field, value) && !isSaidByOther(section, field, object)) {
			readText(reading, entry, texts, field, value, at);
		}
	}

	keepThirdDate(reading, period, texts);
	if (ofOneDay.has(kindOf(section)) && period.startDate && !period.endDate && !period.date) {
		period.date = period.startDate;
		delete period.startDate;
	}

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

/** "2024-08" of a year and a month that are fields of their own. */
const withMonth = (year: unknown, month: unknown): string =>
	toIsoDate(`${year}-${month}`) ?? toIsoDate(`${month} ${year}`) ?? `${month} ${year}`;

/** A field that says what another one does: `start` in parts beside `startDate`, the month of a year. */
const isSaidByOther = (section: string, key: string, object: Json): boolean =>
	(key === "month" && object.year !== undefined) ||
	(key !== standardName(section, key) && ["startDate", "endDate"].includes(standardName(section, key)));

/** A place in parts, on one line. */
function readLocation(reading: Reading, texts: Map<string, string>, value: Json, place: Place): void {
	const { location, facts } = locationOf(reading, value, place);
	const text = placeText(location, { namesOf: reading.countryNames, comma: reading.phrases.comma });
	reading.note(place, "a text belongs here, not an object", text === undefined ? "write one text" : `write "${text}"`);
	if (text !== undefined) {
		addText(texts, "location", text);
	}

	for (const fact of facts) {
		addText(texts, fact.field === "name" ? "location" : fact.field, fact.text);
	}
}

/** Of several single dates the one that says most is the entry's; one that says something else is kept as a text. */
function readDate(
	reading: Reading,
	period: RawPeriod,
	texts: Map<string, string>,
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

/** A date beside a start that says neither it nor the end is a text of its own. */
function keepThirdDate(reading: Reading, { startDate, endDate, date }: RawPeriod, texts: Map<string, string>): void {
	const [start, end, third] = [startDate, endDate, date].map((each) => leaves(each?.value).join(" "));
	const isSaid = [start, end].some((other) => other && third && (other.startsWith(third) || third.includes(other)));
	const text = start && third && !isSaid ? lineOf(reading, date!.value, date!.place) : undefined;
	if (text !== undefined) {
		texts.set(String(date!.place.at(-1)), text);
	}
}

/** A digital object identifier (https://www.doi.org/doi-handbook/HTML/encoding.html), which may have any sign, as a link. */
function readDoi(entry: JsonEntry, text: string): void {
	const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
	if (!/^10\.\d+\/\S/.test(doi)) {
		entry.texts.set("doi", text.trim());
		return;
	}

	const written = safeDecode(doi);
	const url = `https://doi.org/${encodeURIComponent(written)
		.replaceAll("%2F", "/")
		.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}`;
	entry.doi = written;
	entry.links.push({ label: url.endsWith(written) ? "DOI" : `DOI ${written}`, url });
}

function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const isPeriod = (field: string, value: unknown): boolean =>
	periodNames.test(field) &&
	(typeof value === "string" || typeof value === "number") &&
	(toIsoDate(String(value)) ?? splitRange(String(value))) !== undefined;

function readUrls(reading: Reading, entry: JsonEntry, texts: Map<string, string>, value: unknown, place: Place): void {
	if (Array.isArray(value)) {
		reading.note(place, "one link belongs here, not a list", "write the others as links");
	}

	for (const { item, place: at } of Array.isArray(value) ? listOf(reading, value, place) : [{ item: value, place }]) {
		if (isObject(item)) {
			entry.links.push(...linksOf(reading, item, at, (words) => addLink(texts, words)));
			continue;
		}

		const words = lineOf(reading, item, at);
		const address = words === undefined ? undefined : addressOf(reading, words, at);
		if (address === undefined) {
			if (words !== undefined) {
				addLink(texts, words);
			}
		} else if (entry.url === undefined) {
			entry.url = address;
		} else {
			entry.links.push({ label: address, url: address });
		}
	}
}

/** A field that is shown in its words: the standard's texts, and whatever else an entry has. */
function readText(
	reading: Reading,
	entry: JsonEntry,
	texts: Map<string, string>,
	field: string,
	value: unknown,
	place: Place,
): void {
	if (Array.isArray(value) && !paragraphFields.has(field)) {
		const hasParts = value.some((item) => (typeof item === "string" ? item.length > 40 : isObject(item)));
		const items = hasParts ? highlightsOf(reading, value, place) : linesOf(reading, value, place);
		if (hasParts && items.length > 0) {
			entry.highlights.push({ title: fieldTitle(reading.phrases, field), items });
		} else if (items.length > 0) {
			addText(texts, field, items.join(reading.phrases.comma));
		}

		return;
	}

	if (isObject(value) && typeof value.name === "string") {
		reading.note(place, "a text belongs here, not an object", `write ${quote(value.name)}`);
		for (const [key, item] of Object.entries(value)) {
			const name = key === "name" ? field : key;
			if (!isMachineField(key, item)) {
				readText(reading, entry, texts, name, item, [...place, key]);
			}
		}

		return;
	}

	const words = textOf(reading, value, place);
	if (words === undefined) {
		return;
	}

	if (isWebAddress(words)) {
		entry.links.push({ label: fieldTitle(reading.phrases, field), url: words });
	} else {
		addText(texts, field, words);
	}
}

/** A field that comes twice, once in an object of its own, has both texts. */
function addText(texts: Map<string, string>, field: string, words: string): void {
	const before = texts.get(field);
	texts.set(field, before === undefined || before === words ? words : `${before}, ${words}`);
}

/** What is in a link's place and isn't one, shown in its words. */
const addLink = (texts: Map<string, string>, words: string): void => addText(texts, "link", words);
