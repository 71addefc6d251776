import { isObject, type Json } from "./document.ts";
import { isStandardSection } from "./json-resume.ts";
import { isStandardField } from "./normalise/field-names.ts";
import { rootOf } from "./normalise/index.ts";
import type { Place } from "./private.ts";
import { quote } from "./quote.ts";
import { hasWords, spokenLanguages } from "./words/index.ts";
import { namedLanguage, shownLanguage } from "./words/language.ts";
import { isLanguageTag, languageTag, nearestLanguage } from "./words/tags.ts";

/**
 * A document in several languages. People write them in three ways, which may be mixed:
 *
 * - `{"de": "Ich koche.", "en": "I cook."}` where a text or a list belongs;
 * - `summary` and `summary_fr`, or `fr_summary`;
 * - `meta.languages`: by language a whole document, or the sections of one that differ.
 *
 * `translationsOf` makes a plain document of each language of it.
 */

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
function translatedKey(key: string, object: Json): { field: string; tag: string } | undefined {
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

/** A document of `meta.languages`, and where it is; without a tag it's never shown, but may have what is private. */
type Variant = { place: Place; tag: string | undefined; variant: Json };

/** All of them: by their tags in an object, or in a list, each naming its language. */
export function variantsOf({ meta }: Json): Variant[] {
	const languages = isObject(meta) ? meta.languages : undefined;
	return Object.entries(typeof languages === "object" && languages !== null ? languages : {}).flatMap(
		([key, variant]): Variant[] => {
			if (!isObject(variant)) {
				return [];
			}

			const isListed = Array.isArray(languages);
			const tag = isListed ? namedLanguage(variant) : isLanguageTag(key) ? languageTag(key) : undefined;
			return [{ place: ["meta", "languages", isListed ? Number(key) : key], tag, variant }];
		},
	);
}

/**
 * What has a document in each language and nothing else, as the first of them with the others in its `meta.languages`;
 * anything else as it is.
 */
export function unfolded(source: unknown): unknown {
	if (!isObject(source)) {
		return source;
	}

	const { $schema: _, meta, ...rest } = source;
	const isBare = Object.keys(rest).length === 0;
	const languages = isBare && isObject(meta) ? meta.languages : rest;
	if (!isTranslated(languages) || !Object.values(languages).every((item) => rootOf(item) === item)) {
		return source;
	}

	const [[tag, first] = ["", {}], ...others] = Object.entries(languages) as [string, Json][];
	const [own, around] = [isObject(first.meta) ? first.meta : {}, isObject(meta) ? meta : {}];
	const paths = [own.private, around.private].filter((each) => each !== undefined && each !== null);
	return {
		...first,
		meta: {
			...own,
			...around,
			...(paths.length > 0 && { private: paths.length === 1 ? paths[0] : paths.flat() }),
			language: namedLanguage(first) ?? tag,
			languages: Object.fromEntries(others),
		},
	};
}

/** The tags of all languages that something of the document is marked with, in its order. */
function tagsIn(document: Json): { tags: string[]; isOtherwisePlain: boolean } {
	const tags = new Set<string>();
	let isOtherwisePlain = false;
	const add = (tag: string) => tags.add(languageTag(tag)!);
	const visit = (value: unknown, key?: string | number) => {
		if (Array.isArray(value)) {
			for (const item of value) {
				visit(item);
			}
		} else if (isTranslated(value, key)) {
			for (const [tag, item] of Object.entries(value)) {
				add(tag);
				visit(item);
			}
		} else if (isObject(value)) {
			for (const [name, item] of Object.entries(value)) {
				const translated = translatedKey(name, value);
				if (translated) {
					add(translated.tag);
					isOtherwisePlain ||= Object.hasOwn(value, translated.field);
				}

				visit(item, name);
			}
		}
	};
	const { meta, ...rest } = document;
	visit(rest);
	visit(isObject(meta) ? meta.sections : undefined);
	for (const { tag, variant } of variantsOf(document)) {
		if (tag !== undefined) {
			add(tag);
			visit(variant);
			isOtherwisePlain ||= Object.keys(rest).some((key) => key === "basics" || isStandardSection(key));
		}
	}

	return { tags: [...tags], isOtherwisePlain };
}

export type Translations = {
	/** At least one; first that in which the document is shown if nobody asks for another. "und" is one that it doesn't name. */
	languages: readonly [string, ...string[]];
	/** The plain document of one of the languages. */
	in: (language: string) => Json;
};

export function translationsOf(document: Json): Translations {
	const { tags, isOtherwisePlain } = tagsIn(document);
	const named = namedLanguage(document);
	if (tags.length === 0) {
		return { languages: [named ?? shownLanguage(document) ?? "en"], in: () => document };
	}

	const own = named ?? shownLanguage(plain(document, undefined) as Json) ?? (tags.includes("en") ? "und" : "en");
	const isOwn = isOtherwisePlain || named !== undefined;
	const first = nearestLanguage(own, tags) ?? (isOwn ? own : tags[0]!);
	return {
		languages: [first, ...tags.filter((tag) => tag !== first)],
		in: (language) => inLanguage(document, { language, otherwise: first }),
	};
}

/**
 * The language to show a document in for somebody who asks for one.
 * @param wanted a language tag, or a locale such as "de_DE.UTF-8".
 * @returns undefined if it isn't one; or the document is in several and not in that one, or in one that it tells and
 *   there are no words in that other one.
 */
export function languageFor(wanted: string, languages: readonly string[]): string | undefined {
	const tag = languageTag(wanted);
	if (tag === undefined) {
		return undefined;
	}

	if (languages.length > 1) {
		return nearestLanguage(tag, languages) ?? (languages[0] === "und" ? tag : undefined);
	}

	return hasWords(tag) || nearestLanguage(tag, languages) !== undefined ? tag : undefined;
}

/** Why `languageFor` gave none: a sentence. */
export function whyNot(wanted: string, languages: readonly string[]): string {
	if (languageTag(wanted) === undefined) {
		return `${quote(wanted)} isn't a language tag, such as de or zh-Hans`;
	}

	return languages.length > 1
		? `the résumé isn't in ${quote(wanted)}; choose from ${languages.join(", ")}`
		: `the résumé isn't in ${quote(wanted)}, and there are no headings in that language; choose from ${spokenLanguages.join(", ")}`;
}

type Choice = { language: string; otherwise: string };

function inLanguage(document: Json, choice: Choice): Json {
	const variants = variantsOf(document).filter(({ tag }) => tag !== undefined);
	const tag = nearestLanguage(
		choice.language,
		variants.map((each) => each.tag!),
	);
	const found = variants.find((each) => tag !== undefined && each.tag === tag);
	const whole = found === undefined ? document : withVariant(document, found.variant);
	const { meta, ...rest } = plain(whole, choice) as Json;
	const { languages: _, ...about } = isObject(meta) ? meta : {};
	return { ...rest, meta: { ...about, ...(choice.language !== "und" && { language: choice.language }) } };
}

/** A document with a person in it is whole; another one has the sections of the first that differ. */
function withVariant(document: Json, variant: Json): Json {
	if (isObject(variant.basics) && variant.basics.name !== undefined) {
		const { sections: _, ...about } = isObject(document.meta) ? document.meta : {};
		return { ...variant, meta: { ...about, ...(isObject(variant.meta) ? variant.meta : {}) } };
	}

	const merged = (key: string) =>
		isObject(variant[key]) ? { [key]: { ...(isObject(document[key]) ? document[key] : {}), ...variant[key] } } : {};
	const { meta } = document;
	const sections = isObject(meta) && Array.isArray(meta.sections) ? meta.sections.map(untitled) : undefined;
	const own = { ...document, meta: { ...(isObject(meta) ? meta : {}), ...(sections && { sections }) } };
	return {
		...own,
		...variant,
		...merged("basics"),
		...(isObject(variant.meta) && { meta: { ...own.meta, ...variant.meta } }),
	};
}

/** A title in the document's own language doesn't suit another one; the section keeps its place. */
function untitled(heading: unknown): unknown {
	if (!isObject(heading) || typeof heading.title !== "string") {
		return heading;
	}

	const { title: _, ...rest } = heading;
	return rest;
}

/** The value in one language; without a choice what is in no language that it names. */
function plain(value: unknown, choice: Choice | undefined, key?: string | number): unknown {
	if (Array.isArray(value)) {
		return value.flatMap((item) => plain(item, choice) ?? []);
	}

	if (!isObject(value)) {
		return value;
	}

	if (isTranslated(value, key)) {
		return plain(chosen(new Map(Object.entries(value)), choice), choice);
	}

	const fields = new Map<string, Map<string, unknown>>();
	for (const [name, item] of Object.entries(value)) {
		const { field, tag } = translatedKey(name, value) ?? { field: name, tag: "" };
		fields.set(field, (fields.get(field) ?? new Map()).set(tag, item));
	}

	const object: Json = {};
	for (const [name, items] of fields) {
		const item = plain(chosen(items, choice), choice, name);
		if (item !== undefined) {
			Object.defineProperty(object, name, { value: item, enumerable: true, configurable: true, writable: true });
		}
	}

	return object;
}

/** The one for the language, else the one without a language, else that of the document's first language, else any. */
function chosen(items: ReadonlyMap<string, unknown>, choice: Choice | undefined): unknown {
	const without = items.get("");
	if (choice === undefined) {
		return without;
	}

	const there = [...items].filter(([tag, item]) => tag !== "" && item !== null && item !== "");
	const of = (language: string) => {
		const tag = nearestLanguage(
			language,
			there.map(([name]) => languageTag(name)!),
		);
		return there.find(([name]) => languageTag(name) === tag)?.[1];
	};
	return of(choice.language) ?? without ?? of(choice.otherwise) ?? there[0]?.[1];
}

/**
 * The places with those that hold the same in another language: what is private is so in every language.
 * "basics.summary" is "basics.summary_fr" and "meta.languages.de.basics.summary" as well.
 */
export function inEveryLanguage(document: Json, places: readonly Place[]): Place[] {
	const roots: Place[] = [[], ...variantsOf(document).map(({ place }) => place)];
	return places.flatMap((place) => roots.flatMap((root) => samePlaces(document, [...root, ...place])));
}

function samePlaces(document: Json, place: Place): Place[] {
	let found: { value: unknown; at: Place }[] = [{ value: document, at: [] }];
	for (const key of place) {
		found = found.flatMap(({ value, at }) =>
			namesOf(value, key).map((name) => ({ value: (value as Json)[name], at: [...at, name] })),
		);
	}

	return found.map(({ at }) => at);
}

function namesOf(value: unknown, key: string | number): (string | number)[] {
	if (typeof value !== "object" || value === null) {
		return [];
	}

	if (Array.isArray(value)) {
		return Object.hasOwn(value, key) ? [key] : [];
	}

	return Object.keys(value).filter((name) => name === key || translatedKey(name, value as Json)?.field === key);
}
