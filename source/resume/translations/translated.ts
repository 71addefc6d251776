import { isObject, type Json } from "../document.ts";
import { isStandardSection } from "../json-resume.ts";
import { isStandardField } from "../normalise/field-names.ts";
import { spokenLanguages } from "../words/index.ts";
import { isLanguageTag } from "../words/tags.ts";

/** The languages that are read most: one of them makes sure that keys of two letters mean languages at all. */
const common = new Set(spokenLanguages.map((tag) => tag.split("-")[0]!));

/** Endings of keys that are English words, though languages have these tags: `phone_no`, `work_id`, `signed_in`. */
const noEndings = new Set(["no", "id", "in", "is", "it", "to", "so", "as", "am", "or", "my", "be", "he"]);

/** Fields whose object of texts has languages for its keys and says how well they are spoken. */
const spoken = /^(?:languages?|skills?|keywords)$/i;

/** Whether it is one thing in several languages: every key is a language, every value of one kind. */
export function isTranslated(value: unknown, key?: string | number): value is Json {
	if (!isObject(value)) {
		return false;
	}

	const keys = Object.keys(value);
	// Most objects end here.
	if (keys.length === 0 || !keys.every(isLanguageTag)) {
		return false;
	}

	const kinds = new Set(Object.values(value).flatMap((item) => (item === null ? [] : kindOf(item))));
	return (
		keys.some((tag) => common.has(tag.split(/[-_]/)[0]!)) &&
		kinds.size === 1 &&
		!kinds.has("number") &&
		!kinds.has("boolean") &&
		!(typeof key === "string" && spoken.test(key) && kinds.has("string"))
	);
}

const kindOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);

/** "summary_fr" and "fr_summary" as the French "summary"; undefined if the key is a name of its own. */
export function translatedKey(key: string, object: Json): { field: string; tag: string } | undefined {
	if (!/[-_]/.test(key)) {
		return undefined;
	}

	const ending = /^(.+?)[-_]([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/.exec(key);
	const beginning = /^([a-z]{2})[-_](.+)$/.exec(key);
	const candidates = [
		...(ending && !noEndings.has(ending[2]!) ? [{ field: ending[1]!, tag: ending[2]! }] : []),
		...(beginning ? [{ field: beginning[2]!, tag: beginning[1]! }] : []),
	];
	return candidates.find(
		({ field, tag }) =>
			isLanguageTag(tag) && (Object.hasOwn(object, field) || isStandardField(field) || isStandardSection(field)),
	);
}
