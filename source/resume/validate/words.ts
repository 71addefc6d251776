import { isStandardField } from "../normalise/field-names.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { Finding } from "./findings.ts";

/**
 * Texts of a YAML file that other tools read as numbers, and so lose how they are written: a phone number with a plus, a
 * postal code with a leading zero, a grade of 4.0.
 */
export const checkWords = ({ numbers }: Parsed): Finding[] =>
	numbers.map(({ place, written, value }) => ({
		severity: isStandardField(String(place.at(-1))) ? "error" : "warning",
		place,
		message: `a text belongs here, and YAML reads ${written} as the number ${value}`,
		fix: `write it in quotes: "${written}"`,
	}));
