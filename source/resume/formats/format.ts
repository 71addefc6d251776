import { isObject, type Json } from "../document.ts";
import { toIsoDate } from "../normalise/date-words.ts";

/** Another way to write a résumé, and how it's read. */
export type ForeignFormat = {
	/** What it's called in a sentence. */
	name: string;
	/** Whether the document is in it: by keys that no JSON Resume document has. */
	isFormatOf: (document: Json) => boolean;
	/** The same as JSON Resume. Whatever has no field there keeps its own name, and nothing is checked: the loader does. */
	toJsonResume: (document: Json) => Json;
};

/** The objects and texts of a list, or of an object that holds one under `values` or `elements`. */
export function items(value: unknown): unknown[] {
	const list = isObject(value) ? (value.values ?? value.elements ?? value.items ?? value) : value;
	return Array.isArray(list)
		? list.filter((item) => item !== null && item !== "")
		: list === undefined || list === null
			? []
			: [list];
}

/** The objects of a list, each as `read` makes it; other items stay. */
export const each = (value: unknown, read: (item: Json) => Json): unknown[] =>
	items(value).map((item) => (isObject(item) ? read(item) : item));

/** The object with other names for its keys, without what is empty; a key that's mapped to "" is left out. */
export function renamed(object: Json, names: Record<string, string>): Json {
	return filled(
		Object.fromEntries(
			Object.entries(object).flatMap(([key, value]) => {
				const name = Object.hasOwn(names, key) ? names[key]! : key;
				return name === "" ? [] : [[name, value]];
			}),
		),
	);
}

/** The object without its empty values. */
export const filled = (object: Json): Json =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));

const isEmpty = (value: unknown) =>
	value === undefined ||
	value === null ||
	value === "" ||
	(typeof value === "object" && Object.keys(value).length === 0);

/** A date as JSON Resume writes it: of words, of a year's number, of `{year, month, day}`; as it is if it's none of these. */
export function isoDate(value: unknown): unknown {
	const parts = isObject(value)
		? [value.year, value.month, value.day].filter((part) => Number(part) > 0).join("-")
		: value;
	return typeof parts === "string" || typeof parts === "number" ? (toIsoDate(String(parts)) ?? parts) : parts;
}

/** The first of the values that's a text. */
export const firstText = (...values: unknown[]): string | undefined =>
	values.find((value): value is string => typeof value === "string" && value.trim() !== "");
