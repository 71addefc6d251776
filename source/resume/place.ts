import type { Location } from "./json-resume.ts";
import type { Address } from "./model.ts";

/** A country's names by its code, in each language that an address may use: "Germany", "Deutschland". */
export type CountryNames = (code: string) => string[];

/** The place on one line, none of its words twice: people write the town and the country in the address as well. */
export function placeText(
	{ address, postalCode, city, region, country, countryCode }: Location,
	namesOf: CountryNames,
): string | undefined {
	const parts: string[] = address === undefined ? [] : [address];
	const isSaid = (words: string) => parts.some((part) => says(part, words));
	const town = [postalCode, city].filter((part) => part !== undefined && !isSaid(part)).join(" ");
	if (town !== "") {
		parts.push(town);
	}

	if (region !== undefined && !isSaid(region)) {
		parts.push(region);
	}

	const isNamed = (code: string) => [code, ...namesOf(code)].some(isSaid);
	if (country !== undefined && !isSaid(country)) {
		parts.push(country);
	} else if (country === undefined && countryCode !== undefined && !isNamed(countryCode)) {
		parts.push(countryCode);
	}

	return parts.join(", ") || undefined;
}

/** Whether the words are in a text as words: "Bonn" isn't in "Bonner Straße". */
function says(text: string, words: string): boolean {
	const whole = text.toLowerCase();
	const part = words.toLowerCase();
	for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
		// Chinese and Japanese have no spaces between words.
		if (/^[\p{Script=Han}]/u.test(part) || !(isLetter(whole[at - 1]) || isLetter(whole[at + part.length]))) {
			return true;
		}
	}

	return false;
}

const isLetter = (character = " ") => /[\p{L}\p{N}]/u.test(character);

/** The place in the fields that an address book has. */
export const toAddress = (
	{ address, postalCode, city, region, country, countryCode }: Location,
	namesOf: CountryNames,
): Address => ({
	...(address !== undefined && { street: address }),
	...(city !== undefined && { city }),
	...(region !== undefined && { region }),
	...(postalCode !== undefined && { postalCode }),
	...(country !== undefined && { country }),
	...(country === undefined && countryCode !== undefined && { country: namesOf(countryCode)[0] ?? countryCode }),
});
