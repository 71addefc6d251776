import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { toEntry } from "./entry.ts";
import { standardName } from "./field-names.ts";
import { splitRoles } from "./roles.ts";
import { listOf, type Reading } from "./values.ts";

/** What the words of an entry are that is no object: the field that names it, and the one that says more of it. */
const plainFields: Record<string, { name: string; more: string }> = {
	awards: { name: "title", more: "awarder" },
	education: { name: "institution", more: "summary" },
	languages: { name: "language", more: "fluency" },
	references: { name: "reference", more: "reference" },
	skills: { name: "name", more: "level" },
	volunteer: { name: "organization", more: "summary" },
};

/** The fields that the words of an entry fill. */
export const fieldsOf = (section: string) =>
	Object.hasOwn(plainFields, section) ? plainFields[section]! : { name: "name", more: "summary" };

/** Longer than this, or of several lines, a text is a paragraph and no name. */
const longestName = 90;

/** The entries of a section, whatever shape they are in. */
export function toEntries(reading: Reading, section: string, value: unknown, place: Place): JsonEntry[] {
	if (isObject(value)) {
		return fromObject(reading, section, value, place);
	}

	if (typeof value === "number" || typeof value === "boolean") {
		reading.note(place, `a list of entries belongs here, not ${value}`, "leave it out, or write the entries in [ ]");
		return [];
	}

	return listOf(reading, value, place).flatMap(({ item, place: at }) => toEntryOf(reading, section, item, at));
}

function toEntryOf(reading: Reading, section: string, item: unknown, place: Place): JsonEntry[] {
	if (isObject(item)) {
		return Object.keys(item).length === 0
			? []
			: splitRoles(reading, section, item, place).map((source) => toEntry(reading, section, source));
	}

	if (item === null || item === "") {
		reading.note(place, "this is empty", "leave it out");
		return [];
	}

	const { name } = fieldsOf(section);
	const isLong = typeof item === "string" && (item.length > longestName || item.trim().includes("\n"));
	const entry = toEntry(reading, section, { object: { [isLong ? "summary" : name]: item }, place });
	return entry.texts.size === 0 && entry.links.length === 0 ? [] : [entry];
}

/** An object where a list belongs: one entry, or entries by their names. */
function fromObject(reading: Reading, section: string, object: Json, place: Place): JsonEntry[] {
	const values = Object.entries(object);
	if (values.length === 0) {
		return [];
	}

	reading.note(place, "a list of entries belongs here, not an object", "write the entries in [ ]");
	const isNamed = Object.hasOwn(ownFields, section)
		? !values.some(([key]) => ownFields[section]!.has(standardName(section, key)))
		: values.every(([, value]) => typeof value === "object");
	return isNamed
		? values.flatMap(([key, value]) => fromPair(reading, section, key, value, [...place, key]))
		: toEntryOf(reading, section, object, place);
}

/** `"English": "native"`, `"Languages": ["C", "Rust"]`, `"acme": {"position": …}`, `"past": [{…}, {…}]`. */
function fromPair(reading: Reading, section: string, key: string, value: unknown, place: Place): JsonEntry[] {
	const { name, more } = fieldsOf(section);
	if (Array.isArray(value) && value.some(isObject)) {
		return toEntries(reading, section, value, place);
	}

	const named = /^\d+$/.test(key) ? {} : { [name]: key };
	const object = isObject(value)
		? { ...(namesItself(section, value) ? {} : named), ...value }
		: { ...named, [Array.isArray(value) ? "keywords" : more]: value };
	return value === null || value === "" ? [] : toEntryOf(reading, section, object, place);
}

const namesItself = (section: string, object: Json) =>
	Object.keys(object).some((key) => [fieldsOf(section).name, "title"].includes(standardName(section, key)));

/** By which an object in a section's place is known to be one of its entries. */
const ownFields: Record<string, Set<string>> = {
	work: new Set(["name", "position", "startDate", "endDate", "summary", "highlights"]),
	volunteer: new Set(["organization", "position", "startDate", "endDate", "summary", "highlights"]),
	education: new Set(["institution", "area", "studyType", "startDate", "endDate", "courses"]),
	awards: new Set(["title", "date", "awarder", "summary"]),
	certificates: new Set(["name", "date", "issuer", "url"]),
	publications: new Set(["name", "publisher", "releaseDate", "url", "summary"]),
	skills: new Set(["name", "level", "keywords"]),
	languages: new Set(["language", "fluency"]),
	interests: new Set(["name", "keywords"]),
	references: new Set(["name", "reference"]),
	projects: new Set(["name", "description", "highlights", "startDate", "url"]),
};
