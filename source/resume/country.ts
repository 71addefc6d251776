import type { CountryNames } from "./place.ts";

/** The names of countries in a language and in English, in which addresses abroad are written. */
export const countryNamesIn = (language: string): CountryNames => {
	const names = [...new Set([language, "en"])].map(
		(each) => new Intl.DisplayNames([each, "en"], { type: "region", fallback: "none" }),
	);
	return (code) => (/^[a-z]{2}$/i.test(code) ? names.flatMap((each) => each.of(code.toUpperCase()) ?? []) : []);
};
