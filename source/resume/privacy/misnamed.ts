import { distance } from "fastest-levenshtein";
import { isObject, type Json, type Oddity } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import { type Place, stepsOf } from "../private.ts";

/** What else people call a list of what isn't to be seen. */
const otherNames =
	/^(?:private|hid(?:e|den)|secrets?|confidential|exclude[ds]?|omit(?:ted)?|redact(?:ed)?|internal|nonpublic|notpublic|unpublished)(?:fields?|paths?|keys?|list)?$/;

const squeeze = (key: string) => key.toLowerCase().replace(/[^a-z]/g, "");

/**
 * Keys that were likely meant to be `meta.private` and would hide nothing: `meta.Private`, `meta.privat`, `meta.hidden`,
 * a `private` beside `basics`. Of a slip of the pen at the top, which may be a section, only one that holds paths counts.
 */
export function misnamed(document: Json): Oddity[] {
	const meta = isObject(document.meta) ? document.meta : {};
	return [
		...Object.entries(meta).flatMap(([key, value]) =>
			key !== "private" && !isEmpty(value) && (otherNames.test(squeeze(key)) || isNear(key))
				? [misplaced(["meta", key])]
				: [],
		),
		...Object.entries(document).flatMap(([key, value]) =>
			!isEmpty(value) && (otherNames.test(squeeze(key)) || (isNear(key) && holdsPaths(document, value)))
				? [misplaced([key])]
				: [],
		),
	];
}

const misplaced = (place: Place): Oddity => ({
	place,
	at: "key",
	message: "this isn't read, so it hides nothing",
	fix: "did you mean meta.private? If not, give it another name",
});

const isNear = (key: string) => distance(squeeze(key), "private") <= 2;

const isEmpty = (value: unknown) =>
	value === null || value === false || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Whether a text in it begins as a path into the document does. */
const holdsPaths = (document: Json, value: unknown): boolean =>
	leaves(value).some((text) => {
		const first = stepsOf(text)?.[0];
		return first !== undefined && Object.hasOwn(document, first);
	});
