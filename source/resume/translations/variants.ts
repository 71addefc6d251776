import { isObject, type Json } from "../document.ts";
import { rootOf } from "../normalise/index.ts";
import type { Place } from "../private.ts";
import { namedLanguage } from "../words/language.ts";
import { isLanguageTag, languageTag } from "../words/tags.ts";
import { isTranslated } from "./translated.ts";

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

/** A document with a person in it is whole; another one has the sections of the first that differ. */
export function withVariant(document: Json, variant: Json): Json {
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
