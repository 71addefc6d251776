import type { NameParts } from "./model.ts";

const isPrefix = (word: string) =>
	/^(?:prof|dr|mr|mrs|ms|mx|sir|dame|rev|dipl|ing)\.?(?:-\p{L}+\.?)*$/u.test(word.toLowerCase());
// Capitals count: "MA" is a degree, "Ma" a family name.
const suffixes =
	/^(?:[Jj]r|[Ss]r|JR|SR|II|III|IV|Esq|P[Hh]\.?D|D\.?Phil|M\.?D|DDS|J\.?D|MBA|M\.?Sc|B\.?Sc|MA|M\.A|BA|B\.A|M\.?Eng|MPH|CPA|RN)\.?$/;

/** What begins a family name of several words. */
const particles = /^(?:van|von|der|den|ter|de|del|della|di|da|dos|das|du|la|le|al|el|bin|ibn|ben|zu|zur|af|av|st\.?)$/i;

const isEastAsian = (word: string) =>
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]+$/u.test(word);
const patronymic = /(?:ович|евич|ич|овна|евна|ична)$/u;
const initial = /^(?:\p{Lu}\p{M}*\.?-?){1,2}$/u;

/** Vietnamese family names, which come first, without their accents. Nobody else has most of them as a given name. */
const vietnamese =
	/^(?:nguyen|tran|le|pham|huynh|hoang|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|truong|dao|luong|trinh)$/;

/**
 * The parts of a name written as one text, if they are sure; nothing if they aren't: a name of one word, of East
 * Asian characters without a space, or of three words and more, of which two may be the family's ("María José García
 * López") or that begins with the family's ("Nguyễn Văn An").
 * @param language in which it's written, a BCP 47 tag: "Chen Wei" may be either way round among Chinese words.
 */
export function readName(name: string, language = "en"): NameParts | undefined {
	const isEitherWay = /^(?:zh|ja|ko|vi|hu)\b/.test(language);
	return partsOf(name, (core, isEnglish) => sureParts(core, isEnglish, isEitherWay));
}

/** The same, but the last word is taken for the family name if nothing is sure: enough to compare and to sort names. */
export function likelyName(name: string): NameParts | undefined {
	return partsOf(name, (core, isEnglish) => sureParts(core, isEnglish) ?? naturalParts(core.split(/\s+/)));
}

function partsOf(
	name: string,
	read: (core: string, isEnglish: boolean) => NameParts | undefined,
): NameParts | undefined {
	// What is added in brackets is another writing of the name, a nickname or a pronoun.
	const main = name.replace(/(?<=\S)\s*(?:[(（][^()（）]*[)）]|["“][^"“”]*["”])/gu, "").trim();
	const { core, prefix, suffix } = withoutTitles(main);
	const parts = read(core, /^(?:jr|sr)\b/i.test(suffix));
	return parts && { ...(prefix !== "" && { prefix }), ...parts, ...(suffix !== "" && { suffix }) };
}

function sureParts(core: string, isEnglish: boolean, isEitherWay = false): NameParts | undefined {
	const [family, given, ...more] = core.split(/\s*,\s*/);
	if (given !== undefined) {
		return more.length === 0 && family !== "" && given !== "" ? { given, family } : undefined;
	}

	const words = core.split(/\s+/);
	const [first = "", last = ""] = [words[0], words.at(-1)];
	if (words.length < 2 || /[()（）/|]/.test(core)) {
		return undefined;
	}

	const count = words.filter((word) => isEastAsian(word)).length;
	if (count > 0) {
		return count === 2 && words.length === 2 ? { given: last, family: first } : undefined;
	}

	if (words.length === 3 && patronymic.test(last)) {
		return { given: words[1]!, additional: last, family: first };
	}

	if (words.length === 3 && patronymic.test(words[1]!)) {
		return { given: first, additional: words[1]!, family: last };
	}

	const isUnsure = isEitherWay && words.length === 2 && !isEnglish && !initial.test(first);
	return inCapitals(words) ?? (!isUnsure && isInOrder(words, isEnglish) ? naturalParts(words) : undefined);
}

/** "Ada STERN", "STERN Ada": only the family name is in capitals. "JRR" is initials. */
function inCapitals(words: string[]): NameParts | undefined {
	const [first = "", last = ""] = [words[0], words.at(-1)];
	const isCapital = (word: string) => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word);
	const others = words.filter((word) => !isCapital(word));
	if (others.length !== words.length - 1) {
		return undefined;
	}

	if (isCapital(last)) {
		return words.length === 2 ? { given: first, family: last } : undefined;
	}

	return isCapital(first) && first.length > 2 && /[AEIOUY]/.test(first)
		? { given: others.join(" "), family: first }
		: undefined;
}

/**
 * Whether the words are surely in the order of most European names: one family name at the end. So they are if there are
 * two, or if all others are initials, or if "Jr." follows.
 */
function isInOrder(words: string[], isEnglish: boolean): boolean {
	const start = particleIn(words);
	const before = words.slice(1, start === -1 ? -1 : start);
	if (vietnamese.test(fold(words[0]!))) {
		return false;
	}

	if (start !== -1) {
		return words.slice(start).filter((word) => !particles.test(word)).length === 1;
	}

	return before.every((word) => initial.test(word)) || (words.length === 3 && initial.test(words[0]!)) || isEnglish;
}

/** Where a family name of several words begins; -1 if it doesn't. */
const particleIn = (words: string[]) =>
	words.findIndex((word, index) => index > 0 && index < words.length - 1 && particles.test(word));

function naturalParts(words: string[]): NameParts | undefined {
	if (words.length < 2) {
		return undefined;
	}

	const start = particleIn(words);
	const split = start === -1 ? words.length - 1 : start;
	return { given: words.slice(0, split).join(" "), family: words.slice(split).join(" ") };
}

/** "PMP" after "Ada Stern" isn't part of the name; "ADA" after "STERN" is. */
const isDegree = (part: string, before: string) => /^\p{Lu}{3,}$/u.test(part) && /\p{Ll}.*\s/u.test(before);

/** "Dr. Ada Stern, PhD" → "Ada Stern" and what was around it. */
export function withoutTitles(name: string): { core: string; prefix: string; suffix: string } {
	const [core = "", ...tail] = name.trim().split(/\s*,\s*/);
	const behind = tail.filter((part) => part.split(/\s+/).every((word) => suffixes.test(word)) || isDegree(part, core));
	const words = [core, ...tail.filter((part) => !behind.includes(part))].join(", ").split(/\s+/);
	const first = words.findIndex((word) => !isPrefix(word));
	const end = words.findLastIndex((word) => !suffixes.test(word)) + 1;
	// If nothing else is left, the titles are the name.
	return first === -1 || end <= first
		? { core: name.trim(), prefix: "", suffix: "" }
		: {
				core: words.slice(first, end).join(" ").replace(/,$/, ""),
				prefix: words.slice(0, first).join(" "),
				suffix: [...words.slice(end), ...behind].join(", "),
			};
}

/** Lower case, without accents. */
export const fold = (text: string): string =>
	/^[ -~]*$/.test(text)
		? text.toLowerCase()
		: text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC").replaceAll("ß", "ss");

/** Whether it's the name of a company or a group: "Smith and Jones Ltd", "WHO Group". */
export const isCorporate = (name: string): boolean =>
	/\s(?:Inc|Ltd|LLC|GmbH|AG|Corp|plc|Group|Team|Consortium|Collaboration|Institute|University|Foundation)\.?$/.test(
		name,
	);
