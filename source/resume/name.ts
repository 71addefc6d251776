import type { NameParts } from "./model.ts";

const prefixes = /^(?:prof|dr|mr|mrs|ms|mx|sir|dame|rev|dipl|ing)\.?(?:-\p{L}+\.?)*$/iu;
// Capitals count: "MA" is a degree, "Ma" a family name.
const suffixes =
	/^(?:[Jj]r|[Ss]r|JR|SR|II|III|IV|Esq|P[Hh]\.?D|D\.?Phil|M\.?D|DDS|J\.?D|MBA|M\.?Sc|B\.?Sc|MA|M\.A|BA|B\.A|M\.?Eng|MPH|CPA|RN)\.?$/;

/** What begins a family name of several words. */
const particles = /^(?:van|von|der|den|ter|de|del|della|di|da|dos|das|du|la|le|al|el|bin|ibn|ben|zu|zur|af|av|st\.?)$/i;

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]+$/u;
const patronymic = /(?:ович|евич|ич|овна|евна|ична)$/u;

/**
 * The parts of a name written as one text, where they are sure; nothing where they aren't: a name of one word, in two
 * writings, or of East Asian characters without a space.
 */
export function readName(name: string): NameParts | undefined {
	const { core, prefix, suffix } = withoutTitles(name);
	const parts = readCore(core);
	return parts && { ...(prefix !== "" && { prefix }), ...parts, ...(suffix !== "" && { suffix }) };
}

function readCore(core: string): NameParts | undefined {
	const [family, given, ...more] = core.split(/\s*,\s*/);
	if (given !== undefined) {
		return more.length === 0 && family !== "" && given !== "" ? { given, family } : undefined;
	}

	const words = core.split(/\s+/);
	const [first = "", last = ""] = [words[0], words.at(-1)];
	if (words.length < 2 || /[()（）/|]/.test(core)) {
		return undefined;
	}

	const count = words.filter((word) => eastAsian.test(word)).length;
	if (count > 0) {
		return count === 2 && words.length === 2 ? { given: last, family: first } : undefined;
	}

	if (words.length === 3 && patronymic.test(last)) {
		return { given: words[1]!, additional: last, family: first };
	}

	if (words.length === 3 && patronymic.test(words[1]!)) {
		return { given: first, additional: words[1]!, family: last };
	}

	const start = words.findIndex((word, index) => index > 0 && particles.test(word));
	const split = start === -1 || start === words.length - 1 ? words.length - 1 : start;
	return { given: words.slice(0, split).join(" "), family: words.slice(split).join(" ") };
}

/** "Dr. Ada Stern, PhD" → "Ada Stern" and what was around it. */
function withoutTitles(name: string): { core: string; prefix: string; suffix: string } {
	const [core = "", ...tail] = name.trim().split(/\s*,\s*/);
	const behind = tail.filter((part) => part.split(/\s+/).every((word) => suffixes.test(word)));
	const words = [core, ...tail.filter((part) => !behind.includes(part))].join(", ").split(/\s+/);
	const first = words.findIndex((word) => !prefixes.test(word));
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

/**
 * Whether an author is the person: by the whole name, by initials ("A. Stern", "Stern, A.", "Stern A"), with the family
 * name first, with a middle initial more, or by either of two writings of the name ("林澄子 (Sumiko Lin)").
 */
export function nameMatcher(name: string): (author: string) => boolean {
	const own = writings(name).map(toWords);
	const families = new Set(own.flatMap(({ given, family, whole }) => [family.at(-1) ?? "", given[0] ?? "", whole]));
	return (author) => {
		const folded = fold(author).replace(/[\s,.-]/g, "");
		// Most authors aren't: none of the own names is in theirs.
		return (
			[...families].some((part) => part !== "" && folded.includes(part)) &&
			writings(author).some((each) => own.some((mine) => isSame(mine, toWords(each))))
		);
	};
}

/** A name in two scripts, or with another in brackets, is two names. */
function writings(name: string): string[] {
	const parts = name
		.split(/\s*[()（）/|]\s*/)
		.flatMap((part) =>
			part.split(
				/(?<=[\p{Script=Han}\p{Script=Hangul}])\s+(?=\p{Script=Latin})|(?<=\p{Script=Latin}\.?)\s+(?=[\p{Script=Han}\p{Script=Hangul}])/u,
			),
		)
		.filter((part) => part !== "");
	return parts.length > 1 ? parts : [name];
}

type Words = { given: string[]; family: string[]; whole: string };

function toWords(name: string): Words {
	const { core } = withoutTitles(name);
	const parts = readName(name);
	// "Stern AB": letters in capitals are initials.
	const split = (text: string) =>
		text
			.replace(/\b\p{Lu}{2,3}$/u, (capitals) => [...capitals].join(" "))
			.split(/[\s.-]+/)
			.map(fold)
			.filter((word) => word !== "");
	return {
		given: split([parts?.given, parts?.additional].filter((part) => part !== undefined).join(" ")),
		family: split(parts?.family ?? core),
		whole: fold(core).replace(/[\s,.-]/g, ""),
	};
}

function isSame(mine: Words, author: Words): boolean {
	if (mine.whole === author.whole) {
		return true;
	}

	if (mine.given.length === 0 || author.given.length === 0) {
		return false;
	}

	const words = [...author.given, ...author.family];
	const { length } = mine.family;
	const isFamily = (some: string[]) =>
		some.length === length && some.every((word, index) => word === mine.family[index]);
	return (
		(isFamily(words.slice(-length)) && isGiven(mine.given, words.slice(0, -length))) ||
		(isFamily(words.slice(0, length)) && isGiven(mine.given, words.slice(length)))
	);
}

/** Each of the names the other's, or its initial; initials more than the other has are of names that it leaves out. */
function isGiven(mine: readonly string[], theirs: readonly string[]): boolean {
	const [first] = theirs;
	if (first === undefined || !isNameOrInitial(mine[0]!, first)) {
		return false;
	}

	return theirs.every((word, index) =>
		mine[index] === undefined ? word.length === 1 && first.length > 1 : isNameOrInitial(mine[index], word),
	);
}

const isNameOrInitial = (one: string, other: string) =>
	one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

/** Lower case, without accents. */
const fold = (text: string) =>
	/^[ -~]*$/.test(text)
		? text.toLowerCase()
		: text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC").replaceAll("ß", "ss");
