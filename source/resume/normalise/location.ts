import { isObject } from "../document.ts";
import type { BasicsFact, Location } from "../json-resume.ts";
import type { Place } from "../private.ts";
import { isMachineField } from "./machine-fields.ts";
import { leaves, lineOf, type Reading, textOf } from "./values.ts";

/** The fields of a location, by what people call them: in lower case, without `_`, `-` and spaces. */
const fields: Record<string, keyof Location> = {
	address: "address",
	street: "address",
	streetaddress: "address",
	postalcode: "postalCode",
	postcode: "postalCode",
	zip: "postalCode",
	zipcode: "postalCode",
	city: "city",
	town: "city",
	locality: "city",
	region: "region",
	state: "region",
	province: "region",
	country: "country",
	countrycode: "countryCode",
};

/** The field of a location that a key is for, if it is. */
export const locationField = (key: string): keyof Location | undefined =>
	fields[key.toLowerCase().replace(/[\s_-]/g, "")];

/** A location, and what it says beside the address: the time zone. */
export function locationOf(
	reading: Reading,
	value: unknown,
	place: Place,
): { location: Location; facts: BasicsFact[] } {
	const object = Array.isArray(value) ? value.find(isObject) : value;
	if (!isObject(object)) {
		return { location: { address: lineOf(reading, value, place) }, facts: [] };
	}

	const location: Location = {};
	const others = Array.isArray(value) ? leaves(value.filter((item) => item !== object)) : [];
	const facts: BasicsFact[] = others.map((text) => ({ field: "location", text }));
	for (const [key, item] of Object.entries(object)) {
		if (isMachineField(key, item)) {
			continue;
		}

		const at = [...place, key];
		const field = locationField(key);
		const text =
			field === "address"
				? textOf(reading, item, at)
						?.split(/\s*\n\s*/)
						.join(", ")
				: lineOf(reading, isObject(item) ? leaves(item).join(", ") : item, at);
		if (text === undefined) {
			continue;
		}

		// People write a country's name for its code, and its code for its name.
		const isCode = /^[A-Z]{2}$/.test(text);
		const meant =
			field === "country" && isCode && location.countryCode === undefined && !("countryCode" in object)
				? "countryCode"
				: field === "countryCode" && !/^[a-z]{2,3}$/i.test(text)
					? "country"
					: field;
		if (meant !== undefined && location[meant] === undefined) {
			location[meant] = text;
		} else {
			facts.push({ field: key, text });
		}
	}

	return { location, facts };
}
