import { isObject, type Json } from "../document.ts";
import type { JsonEntry } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { kindOf } from "../section-kind.ts";
import { toEntry } from "./entry.ts";
import { isStandardField, standardName } from "./field-names.ts";
import { isHidden } from "./machine-fields.ts";
import { splitRoles } from "./roles.ts";
import { listOf, pairText, type Reading } from "./values.ts";

/** What the words of an entry are that isn't an object: the field that names it, and the one that says more of it. */
const plainFields: Record<string, { name: string; more: string }> = {
	awards: { name: "title", more: "awarder" },
	education: { name: "institution", more: "summary" },
	languages: { name: "language", more: "fluency" },
	references: { name: "reference", more: "reference" },
	skills: { name: "name", more: "level" },
	volunteer: { name: "organization", more: "summary" },
};

/** The fields that the words of an entry fill. */
export function fieldsOf(section: string): { name: string; more: string } {
	const kind = kindOf(section);
	return Object.hasOwn(plainFields, kind) ? plainFields[kind]! : { name: "name", more: "summary" };
}

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
		const pair = loosePair(section, item);
		if (pair) {
			const { name, more } = fieldsOf(section);
			const written = JSON.stringify({ [name]: pair[0], [Array.isArray(pair[1]) ? "keywords" : more]: pair[1] });
			reading.note(place, "the name of an entry is a key here", `write ${written}`);
			return fromPair(reading, section, ...pair, [...place, pair[0]]);
		}

		return Object.keys(item).length === 0 || isHidden(item)
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

/** `{"English": "native"}` in the list of languages, which YAML makes of `- English: native`. */
function loosePair(section: string, item: Json): [key: string, value: unknown] | undefined {
	const [pair, ...others] = Object.entries(item);
	const isName =
		/^(?:skills|languages|interests)$/.test(section) && pair && !isStandardField(standardName(section, pair[0]));
	return isName && others.length === 0 && !isObject(pair[1]) && pair[1] !== null ? pair : undefined;
}

/** An object instead of a list: one entry, or entries by name. */
function fromObject(reading: Reading, section: string, object: Json, place: Place): JsonEntry[] {
	const kind = kindOf(section);
	const values = Object.entries(object);
	if (values.length === 0) {
		return [];
	}

	reading.note(place, "a list of entries belongs here, not an object", "write the entries in [ ]");
	const isNamed = Object.hasOwn(ownFields, kind)
		? !values.some(([key]) => ownFields[kind]!.has(standardName(kind, key)))
		: values.every(([, value]) => typeof value === "object");
	return isNamed
		? values.flatMap(([key, value]) => fromPair(reading, section, key, value, [...place, key]))
		: toEntryOf(reading, section, object, place);
}

/** `"English": "native"`, `"Languages": ["C", "Rust"]`, `"acme": {"position": …}`, `"past": [{…}, {…}]`. */
function fromPair(reading: Reading, section: string, key: string, value: unknown, place: Place): JsonEntry[] {
	const { name, more } = fieldsOf(section);
	if (Array.isArray(value) && value.some(isObject)) {
		return ofKind(reading, section, key, value, place);
	}

	const named = /^\d+$/.test(key) ? {} : { [name]: key };
	const object = isObject(value)
		? { ...(namesItself(section, value) ? {} : named), ...value }
		: { ...named, [Array.isArray(value) ? "keywords" : more]: value };
	return value === null || value === "" ? [] : toEntryOf(reading, section, object, place);
}

/** The entries of a kind: `"framework": [{"name": "Unity"}]` is a skill with keywords; others say which kind they are of. */
function ofKind(reading: Reading, section: string, key: string, value: unknown[], place: Place): JsonEntry[] {
	const { name, more } = fieldsOf(section);
	const isList = ["skills", "interests"].includes(kindOf(section)) && !/^\d+$/.test(key);
	const keyword = (item: unknown): string | undefined => {
		const pair = isObject(item) ? pairText(item) : undefined;
		if (pair !== undefined) {
			return pair;
		}

		const fields = isObject(item)
			? Object.entries(item).map(([field, text]) => [standardName(section, field), text])
			: [[name, item]];
		const { [name]: word, [more]: level, ...rest } = Object.fromEntries(fields);
		const isShort =
			typeof word === "string" &&
			(level === undefined || typeof level !== "object") &&
			Object.keys(rest).length === 0 &&
			fields.length === new Set(fields.map(([field]) => field)).size;
		return isShort ? (level === undefined || level === "" ? word : `${word} (${level})`) : undefined;
	};
	const keywords = isList ? value.map(keyword) : [];
	if (isList && keywords.every((word) => word !== undefined)) {
		return toEntryOf(reading, section, { [name]: key, keywords }, place);
	}

	const hasType = value.some((item) => isObject(item) && "type" in item);
	const typed =
		hasType || /^\d+$/.test(key) ? value : value.map((item) => (isObject(item) ? { ...item, type: key } : item));
	return toEntries(reading, section, typed, place);
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
