import type { Json } from "../document.ts";
import type { NameParts } from "../model.ts";
import type { Place } from "../private.ts";
import { lineOf, type Reading } from "./values.ts";

/** Keys of the parts: the oldest version of JSON Resume had the name in parts, and people still do. */
export const partKeys: Record<keyof NameParts, RegExp> = {
	prefix: /^(?:prefix|honorific)$/i,
	given: /^(?:first|given|fore)_?(?:names?)?$/i,
	additional: /^(?:middle|additional)_?(?:names?)?$/i,
	family: /^(?:last|family)_?(?:names?)?$|^surname$/i,
	suffix: /^suffix$/i,
};

/** The field that shows a part of a name which isn't in the name itself. */
export const partFields: Record<keyof NameParts, string> = {
	prefix: "prefix",
	given: "firstName",
	additional: "middleName",
	family: "lastName",
	suffix: "suffix",
};

/** Whether a field of the person is a part of the name. */
export const isNamePart = (field: string) =>
	[partKeys.given, partKeys.additional, partKeys.family].some((pattern) => pattern.test(field));

/** The parts of a name that an object has; undefined if it has neither a given nor a family name. */
export function namePartsOf(reading: Reading, object: Json, place: Place): NameParts | undefined {
	const line = (pattern: RegExp) => {
		const key = Object.keys(object).find((candidate) => pattern.test(candidate));
		return key === undefined ? undefined : lineOf(reading, object[key], [...place, key]);
	};
	const parts = Object.fromEntries(
		Object.entries(partKeys).flatMap(([part, pattern]) => {
			const text = line(pattern);
			return text === undefined ? [] : [[part, text]];
		}),
	);
	return parts.given === undefined && parts.family === undefined ? undefined : parts;
}

/** A name of its parts, in the order in which they are said: the family name first in Chinese, Japanese and Korean. */
export function fullName({ prefix, given, additional, family, suffix }: NameParts): string {
	const isFamilyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(
		(family ?? "") + (given ?? ""),
	);
	const parts = isFamilyFirst ? [family, given] : [prefix, given, additional, family, suffix];
	return parts.filter((part) => part !== undefined).join(" ");
}
