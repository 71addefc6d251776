import type { CountryNames } from "./place.ts";

/**
 * The names of countries in a language, and in English, in which addresses abroad are written: first the one that is
 * shown, "Hong Kong" rather than "Hong Kong SAR China", but "United States" rather than "US".
 */
export function countryNamesIn(language: string): CountryNames {
	let names: ((code: string) => string[])[] | undefined;
	return (code) => {
		if (!/^[a-z]{2}$/i.test(code)) {
			return [];
		}

		names ??= [...new Set([language, "en"])].map(namesIn);
		return names.flatMap((each) => each(code.toUpperCase()));
	};
}

function namesIn(language: string) {
	const [short, long] = (["short", "long"] as const).map(
		(style) => new Intl.DisplayNames([language, "en"], { type: "region", style, fallback: "none" }),
	);
	return (code: string): string[] => {
		const names = [short, long].flatMap((each) => each!.of(code) ?? []);
		return [...new Set(isAbbreviation(names[0]) ? names.reverse() : names)];
	};
}

/** "US", "É.-U.", "EE. UU.", "ארה״ב" */
const isAbbreviation = (name = "") => /[.״"]|^\p{Lu}+$/u.test(name);
