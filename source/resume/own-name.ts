import { fold, likelyName, withoutTitles } from "./name.ts";

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
	const parts = likelyName(name);
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
