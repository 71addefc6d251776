import { isObject, type Json } from "../document.ts";
import { isStandardSection } from "../json-resume.ts";
import { leaves } from "../normalise/values.ts";
import { detectLanguage } from "./detect.ts";

/** Where documents say which language they are in. */
const places = [["meta", "language"], ["meta", "lang"], ["meta", "locale"], ["language"], ["lang"], ["locale"]];

/**
 * The language of a document, a BCP 47 tag: the one that it names, else the one that its own words show, else English.
 */
export function languageOf(document: Json): string {
	for (const [outer, inner] of places) {
		const value = document[outer!];
		const named = inner === undefined ? value : isObject(value) ? value[inner] : undefined;
		const language = typeof named === "string" ? languageTag(named) : undefined;
		if (language !== undefined) {
			return language;
		}
	}

	const { $schema: _, meta, ...rest } = document;
	const headings = isObject(meta) ? leaves(meta.sections) : [];
	const ownKeys = Object.keys(rest).filter((key) => key !== "basics" && !isStandardSection(key));
	return detectLanguage([...ownKeys, ...headings, ...leaves(rest)]) ?? "en";
}

/** The tag in its canonical form, "zh_hans" and the "de_DE.UTF-8" of a locale too; undefined if it is none. */
export function languageTag(text: string): string | undefined {
	const tag = text
		.trim()
		.replace(/[.@].*$/, "")
		.replaceAll("_", "-");
	try {
		// "C" and "POSIX" are locales without a language.
		return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
	} catch {
		return undefined;
	}
}
