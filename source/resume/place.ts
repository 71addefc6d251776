import type { Location } from "./json-resume.ts";
import type { Address } from "./model.ts";
import { isLatin } from "./words/words.ts";

/** A country's names by its code, in each language that an address may use, the one to show first: "Germany", "Deutschland". */
export type CountryNames = (code: string) => string[];

/** What a place is written with. */
export type PlaceWords = { namesOf: CountryNames; comma: string };

/** The place on one line, none of its words twice: people write the town and the country in the address as well. */
export function placeText(location: Location, { namesOf, comma }: PlaceWords): string | undefined {
	const { address, postalCode, city, region, countryCode = "" } = location;
	const country = countryOf(location, namesOf);
	const said: string[] = [];
	const unlessSaid = (words: string | undefined, ...others: string[]): string[] => {
		const isSaid = words === undefined || [words, ...others].some((each) => said.some((part) => says(part, each)));
		said.push(...(isSaid ? [] : [words]));
		return isSaid ? [] : [words];
	};
	// What is smaller may hold what is larger: "Main St 1, Bonn".
	const street = unlessSaid(address);
	const code = unlessSaid(postalCode);
	const town = unlessSaid(city);
	const state = unlessSaid(region);
	const land = unlessSaid(country, ...(location.country === undefined ? [countryCode, ...namesOf(countryCode)] : []));
	if (said.some(isEastAsian)) {
		const around = state.some(isDistrict) ? [...town, ...state] : [...state, ...town];
		return [...land, ...code, ...around, ...street].join(" ");
	}

	const lines = codeLast.has(countryCode.toUpperCase())
		? [street, state.length > 0 ? town : [...town, ...code], state.length > 0 ? [...state, ...code] : [], land]
		: [street, [...code, ...town], state, land];
	const parts = lines.flatMap((line) => (line.length > 0 ? [line.join(" ")] : []));
	return parts.join(parts.every(isLatin) ? ", " : comma) || undefined;
}

/** Countries whose addresses have the postal code at the end of the line, after the state if there is one. */
const codeLast = new Set(["AU", "BR", "CA", "GB", "HK", "IE", "IN", "NZ", "SG", "US"]);

/** Addresses in these scripts go from the country to the house. */
const isEastAsian = (text: string) =>
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);

/** A part of a town, which people give for its region: "강남구" of "서울". */
const isDistrict = (region: string) => /(?:구|군|동|区|區|县|縣|町|村)$/u.test(region);

/** The country by its name, in the script of the rest; by its code, if that has no name. */
function countryOf({ address, city, region, country, countryCode }: Location, namesOf: CountryNames) {
	if (country !== undefined || countryCode === undefined) {
		return country;
	}

	const names = namesOf(countryCode);
	const rest = [address, city, region].filter((part) => part !== undefined).join(" ");
	return (
		(/\p{L}/u.test(rest) ? names.find((name) => isLatin(name) === isLatin(rest)) : undefined) ?? names[0] ?? countryCode
	);
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
export function toAddress(location: Location, namesOf: CountryNames): Address {
	const { address, postalCode, city, region } = location;
	const country = countryOf(location, namesOf);
	return {
		...(address !== undefined && { street: address }),
		...(city !== undefined && { city }),
		...(region !== undefined && { region }),
		...(postalCode !== undefined && { postalCode }),
		...(country !== undefined && { country }),
	};
}
