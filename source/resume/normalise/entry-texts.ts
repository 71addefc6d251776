import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import { placeText } from "../place.ts";
import type { Place } from "../private.ts";
import { quote } from "../quote.ts";
import { fieldTitle } from "../words/words.ts";
import { highlightsOf } from "./lists.ts";
import { locationOf } from "./location.ts";
import { isMachineField } from "./machine-fields.ts";
import { isWebAddress, linesOf, type Reading, textOf } from "./values.ts";

/** Fields that JSON Resume has as paragraphs: a list in their place is a paragraph an item. */
const paragraphFields = new Set(["summary", "description", "reference", "text"]);

/** A field that is shown in its words: the standard's texts, and whatever else an entry has. */
export function readText(reading: Reading, entry: JsonEntry, field: string, value: unknown, place: Place): void {
	if (Array.isArray(value) && !paragraphFields.has(field)) {
		const hasParts = value.some((item) => (typeof item === "string" ? item.length > 40 : isObject(item)));
		const items = hasParts ? highlightsOf(reading, value, place) : linesOf(reading, value, place);
		if (hasParts && items.length > 0) {
			entry.highlights.push({ title: fieldTitle(reading.phrases, field), items });
		} else if (items.length > 0) {
			addText(entry, field, items.join(reading.phrases.comma));
		}

		return;
	}

	if (isObject(value) && typeof value.name === "string") {
		reading.note(place, "a text belongs here, not an object", `write ${quote(value.name)}`);
		for (const [key, item] of Object.entries(value)) {
			const name = key === "name" ? field : key;
			if (!isMachineField(key, item)) {
				readText(reading, entry, name, item, [...place, key]);
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
		addText(entry, field, words);
	}
}

/** A place in parts, on one line. */
export function readLocation(reading: Reading, entry: JsonEntry, value: Json, place: Place): void {
	const { location, facts } = locationOf(reading, value, place);
	const text = placeText(location, { namesOf: reading.countryNames, comma: reading.phrases.comma });
	reading.note(place, "a text belongs here, not an object", text === undefined ? "write one text" : `write "${text}"`);
	if (text !== undefined) {
		addText(entry, "location", text);
	}

	for (const fact of facts) {
		addText(entry, fact.field === "name" ? "location" : fact.field, fact.text);
	}
}

/** A field that comes twice, once in an object of its own, has both texts. */
export function addText({ texts }: JsonEntry, field: string, words: string): void {
	const before = texts.get(field);
	texts.set(field, before === undefined || before === words ? words : `${before}, ${words}`);
}
