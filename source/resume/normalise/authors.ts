import { isObject, type Json } from "../document.ts";
import type { Author } from "../json-resume.ts";
import { isCorporate } from "../name.ts";
import type { Place } from "../private.ts";
import { isMachineField } from "./machine-fields.ts";
import { leaves, lineOf, listOf, type Reading } from "./values.ts";

/**
 * Authors in order, from a list or from one text, in which people write them as BibTeX, as APA or as a sentence does. A
 * `*` beside a name says the same as `equalContribution`; other marks aren't part of the name either.
 */
export function authorsOf(reading: Reading, value: unknown, place: Place): Author[] {
	return listOf(reading, typeof value === "string" ? [value] : value, place).flatMap(({ item, place: at }) => {
		if (isObject(item)) {
			return fromObject(reading, item, at);
		}

		return splitNames(lineOf(reading, item, at) ?? "").map((name) => toAuthor(name, false));
	});
}

const partFields = ["firstName", "given", "lastName", "family"];

/** Whatever else an object says of an author follows the name: "Ann Lee (Acme)". */
function fromObject(reading: Reading, item: Json, place: Place): Author[] {
	const used = item.name === undefined ? partFields.filter((field) => typeof item[field] === "string") : ["name"];
	const others = Object.entries(item)
		.filter(([key, value]) => !used.includes(key) && key !== "equalContribution" && !isMachineField(key, value))
		.flatMap(([, value]) => leaves(value))
		.flatMap((leaf) => lineOf(reading, leaf, place) ?? []);
	const written = item.name ?? (used.length > 0 ? used.map((field) => item[field]).join(" ") : undefined);
	const name = lineOf(reading, written, place);
	if (name === undefined) {
		return others.map((other) => toAuthor(other, false));
	}

	const note = others.join(", ");
	return [{ ...toAuthor(name, item.equalContribution === true), ...(note !== "" && { note }) }];
}

function toAuthor(written: string, isMarked: boolean): Author {
	// Emphasis is how people mark their own name in Markdown.
	const plain = written.replace(/\\(?=[*_])/g, "").replace(/^(\*\*|__|[*_])(?=\S)(.+?)\1(?=[^\p{L}]*$)/u, "$2");
	const [, before = "", name = plain, after = ""] =
		/^([*†‡§¶⁎∗]*)\s*(.*?)((?:[\s,]*(?:[*†‡§¶#⁎∗¹²³⁴-⁹]|\^\d))*)$/u.exec(plain) ?? [];
	const marks = `${before}${after}`.replace(/\s/g, "");
	const others = marks.replace(/[*⁎∗]/g, "").replace(/^,+|,+$/g, "");
	return {
		name,
		equalContribution: isMarked || /[*⁎∗]/.test(marks),
		...(others !== "" && { marks: others }),
	};
}

const andOthers = /[\s,，、]*\b(?:et\.?\s+al\b\.?|and others|others)$|[\s,，、]*等$/i;

/** "A B, C D and E F", "Doe, J., Roe, R. & Poe, E.", "Doe, Jane and Roe, Rick", "张三、李四": one name each. */
export function splitNames(text: string): string[] {
	const words = text.trim();
	if (isCorporate(words) && !/[,;]/.test(words)) {
		return [words];
	}

	const others = andOthers.exec(words)?.[0];
	const names = others === undefined ? words : words.slice(0, -others.length);
	const chunks = names
		.split(/\s*;\s*|,?\s+and\s+|,?\s*&\s*|\s*[、，]\s*/)
		.map((chunk) => chunk.replace(/^,\s*|\s*,$/g, "").trim())
		.filter((chunk) => chunk !== "");
	const split = names.includes(";") ? chunks : chunks.flatMap(splitChunk);
	return others === undefined ? split : [...split, "et al."];
}

const initials = /^(?:\p{Lu}\p{M}*\.?[-\s]?){1,4}$/u;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc)\.?$/i;

/** The names between two "and"s. A comma parts two names, or a family name from what follows it. */
function splitChunk(chunk: string): string[] {
	const tokens = chunk.split(/\s*,\s*(?!\s*[*†‡§¶⁎∗¹²³⁴-⁹])/u).filter((token) => token !== "");
	const [first = "", second = ""] = tokens;
	// "Doe, Jane, Jr." and, as BibTeX has it, "Doe, Jr., Jane".
	const others = tokens.filter((token) => !suffix.test(token));
	if (tokens.length === 3 && others.length === 2 && !isWhole(first)) {
		const [name = "", ...more] = splitChunk(others.join(", "));
		return more.length === 0
			? [chunk]
			: suffix.test(second)
				? [`${first}, ${second}`, others[1]!]
				: [name, `${others[1]}, ${tokens[2]}`];
	}

	// "Doe, Jane" and "van Doe, Jane": one name. Two names of two words each are two.
	if (tokens.length === 2 && !(isWhole(first) && isWhole(second)) && !eastAsian.test(chunk)) {
		return isWhole(first) && !startsLow(first) && !initials.test(second) && !suffix.test(second)
			? [first, second]
			: [chunk];
	}

	const names: string[] = [];
	for (const token of tokens) {
		const last = names.at(-1);
		const belongs = last !== undefined && !last.includes(",") && !isWhole(last) && initials.test(token);
		if (belongs || (last !== undefined && suffix.test(token))) {
			names[names.length - 1] = `${last}, ${token}`;
		} else {
			names.push(token);
		}
	}

	return names;
}

const isWhole = (name: string) => /\S\s+\S/.test(name);
const startsLow = (name: string) => /^\p{Ll}/u.test(name);
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
