import { isObject, type Json } from "../document.ts";
import { isStandardSection } from "../json-resume.ts";
import { leaves } from "../normalise/values.ts";
import { detectLanguage } from "./detect.ts";
import { languageTag } from "./tags.ts";

/** Where documents say which language they are in. */
const places = [["meta", "language"], ["meta", "lang"], ["meta", "locale"], ["language"], ["lang"], ["locale"]];

/** The language that a document names, a BCP 47 tag. */
export function namedLanguage(document: Json): string | undefined {
	for (const [outer, inner] of places) {
		const value = document[outer!];
		const named = inner === undefined ? value : isObject(value) ? value[inner] : undefined;
		const language = typeof named === "string" ? languageTag(named) : undefined;
		if (language !== undefined) {
			return language;
		}
	}

	return undefined;
}

/** The language that the document's own words show: its headings, its months, its script; undefined if none do. */
export function shownLanguage({ $schema: _, meta, ...rest }: Json): string | undefined {
	const ownKeys = Object.keys(rest).filter((key) => key !== "basics" && !isStandardSection(key));
	const sections = isObject(meta) && Array.isArray(meta.sections) ? meta.sections : [];
	const headings = sections.flatMap((heading) => (isObject(heading) ? leaves(heading.title) : []));
	return detectLanguage(each(ownKeys, headings, textsIn(rest)));
}

function* each(...lists: Iterable<string>[]): Generator<string> {
	for (const list of lists) {
		yield* list;
	}
}

/** One after the other, since the first ones are enough. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === "string") {
		yield value.trim();
	} else if (typeof value === "object" && value !== null) {
		for (const item of Object.values(value)) {
			yield* textsIn(item);
		}
	}
}
