import type { Json } from "../document.ts";
import type { Place } from "../private.ts";
import { translatedKey } from "../translations/translated.ts";
import { variantsOf } from "../translations/variants.ts";

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
