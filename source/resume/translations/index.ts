import { isObject, type Json } from "../document.ts";
import { isStandardSection } from "../json-resume.ts";
import { namedLanguage, shownLanguage } from "../words/language.ts";
import { languageTag, nearestLanguage } from "../words/tags.ts";
import { isTranslated, translatedKey } from "./translated.ts";
import { variantsOf, withVariant } from "./variants.ts";

/**
 * A document in several languages. People write them in three ways, which may be mixed:
 *
 * - `{"de": "Ich koche.", "en": "I cook."}` where a text or a list belongs;
 * - `summary` and `summary_fr`, or `fr_summary`;
 * - `meta.languages`: by language a whole document, or the sections of one that differ.
 *
 * `translationsOf` makes a plain document of each language of it.
 */

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
