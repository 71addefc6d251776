import { distance } from "fastest-levenshtein";
import { UserError } from "../errors.ts";
import type { Resume } from "./model.ts";
import { quote } from "./quote.ts";
import { slug } from "./slug.ts";

/** Indexes into `Resume.sections` and `Section.entries`; nothing named selects everything. */
export type Selection = {
	section?: number;
	entry?: number;
	/** A view across all sections, in their place. */
	view?: ViewName;
};

/** The views that have a name on the command line. */
export const viewNames = ["timeline", "links"] as const;
export type ViewName = (typeof viewNames)[number];

/**
 * What `zhen-zhang [section [entry]]` names, or one of the views; a section of that name comes first.
 * @param commands that may have been meant: a slip in one of them is taken for the name of a section.
 * @throws {UserError} naming the nearest match and the choices.
 */
export function selectPlace(resume: Resume, words: readonly string[], commands: readonly string[] = []): Selection {
	const view = viewNames.find((name) => words.length === 1 && words[0] === name);
	const isSection = resume.sections.some(({ id, title }) => id === view || slug(title) === view);
	return view === undefined || isSection ? select(resume, words, commands) : { view };
}

/**
 * What `zhen-zhang [section [entry]]` names: each an id, a title, a unique part of one, or a number from 1.
 * @throws {UserError} naming the nearest match and the choices.
 */
export function select({ sections }: Resume, words: readonly string[], commands: readonly string[] = []): Selection {
	const [sectionWord, entryWord, ...rest] = words.length === 0 ? [] : unquoted(words, sections);
	if (sectionWord === undefined) {
		return {};
	}

	if (rest.length > 0) {
		throw new UserError(
			`too many arguments: ${words.map(quote).join(" ")}; name a section and an entry, a title of several words in quotes`,
		);
	}

	const section = find(
		sectionWord,
		sections.map(({ id, title, source, keys = [] }) => ({ id, names: [title], also: [source, ...keys] })),
		"section",
		[...commands, ...viewNames],
	);
	if (entryWord === undefined) {
		return { section };
	}

	const { title, entries } = sections[section]!;
	const entry = find(
		entryWord,
		entries.map(({ id, title: own, label, group, details }) => ({
			id,
			names: [own, label, ...(group ? [group.title] : [])],
			details,
		})),
		`entry of ${title}`,
	);
	return { section, entry };
}

/** The words, those that begin them and are a section's title of several words put together as in quotes. */
function unquoted(words: readonly string[], sections: Resume["sections"]): readonly string[] {
	const titles = sections.map(({ title }) => slug(title));
	for (let count = words.length; count > 1; count--) {
		const title = words.slice(0, count).join(" ");
		if (words.every((word) => slug(word) !== "") && titles.includes(slug(title))) {
			return [title, ...words.slice(count)];
		}
	}

	return words;
}

type Candidate = {
	id: string;
	names: string[];
	/** The names that JSON Resume and the document have for it; they count only as a whole. */
	also?: string[];
	/** Where it was, and what else it is known by; a part of them counts if no name has it. */
	details?: string[];
};

/** Fewer letters than this are in nearly every name. */
const leastPart = 3;

/**
 * The index of the candidate that the word names. What says more comes first: an id, a number, a name, a beginning, any
 * other part.
 */
function find(word: string, candidates: Candidate[], what: string, others: readonly string[] = []): number {
	const wanted = slug(word);
	const number = /^\d{1,9}$/.test(word.trim()) ? Number(word) - 1 : -1;
	const ids = candidates.map(({ id }) => slug(id));
	const names = candidates.map((candidate, index) => [ids[index]!, ...candidate.names.map(slug)]);
	const ways = [
		() => (wanted === "" ? [] : indexesOf(ids, (id) => id === wanted)),
		() => (candidates[number] ? [number] : []),
		() => indexesOf(names, (all) => wanted !== "" && all.includes(wanted)),
		() => indexesOf(candidates, ({ also = [] }) => also.some((name) => slug(name) === wanted)),
		() => indexesOf(names, (all) => wanted !== "" && all.some((name) => name.startsWith(wanted))),
		() => indexesOf(names, (all) => wanted.length >= leastPart && all.some((name) => name.includes(wanted))),
		() =>
			indexesOf(
				candidates,
				({ details = [] }) => wanted.length >= leastPart && details.some((detail) => slug(detail).includes(wanted)),
			),
	];
	for (const way of ways) {
		const [first, ...others] = way();
		if (first !== undefined && others.length > 0) {
			const choices = list([first, ...others].map((index) => candidates[index]!.id));
			throw new UserError(`${quote(word)} matches more than one ${what}; choose one of ${choices}`);
		}

		if (first !== undefined) {
			return first;
		}
	}

	throw new UserError(notFound(word, candidates, names, what, others));
}

const indexesOf = <T>(items: readonly T[], test: (item: T) => boolean): number[] =>
	items.flatMap((item, index) => (test(item) ? [index] : []));

function notFound(
	word: string,
	candidates: Candidate[],
	names: string[][],
	what: string,
	others: readonly string[],
): string {
	if (candidates.length === 0) {
		return `no ${what} is called ${quote(word)}; the résumé has none`;
	}

	const range = candidates.length === 1 ? "the number 1" : `a number from 1 to ${candidates.length}`;
	if (/^\d+$/.test(word.trim())) {
		return `no ${what} has the number ${quote(word)}; ${candidates.length === 1 ? "there is one, number 1" : `write ${range}`}`;
	}

	const nearest = nearestOf(slug(word), [...names.flat(), ...others]);
	const index = names.findIndex((all) => nearest !== undefined && all.includes(nearest));
	const name = index === -1 ? nearest : candidates[index]!.id;
	const start = name === undefined ? "choose" : `did you mean ${quote(name)}? Choose`;
	const choices = `one of ${list(candidates.map(({ id }) => id))}, or ${range}`;
	return `no ${what} is called ${quote(word)}; ${start} ${choices}`;
}

/** The one of `names` that `word` was most likely meant to be; undefined if none is near. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
	let best: string | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const name of names) {
		// A visitor types a beginning more often than a whole, and leaves letters out: "reserch" is near to
		// "research-experience".
		const beginnings = [0, 1, 2].map((more) => distance(word, name.slice(0, word.length + more)) + 0.5);
		const difference = Math.min(distance(word, name), ...beginnings);
		if (difference < least) {
			least = difference;
			best = name;
		}
	}

	// Of a short word, more than half of the letters wrong make any other.
	const most = word.length < 5 ? word.length / 2 : Math.max(2, word.length / 3);
	return word !== "" && least <= most ? best : undefined;
}

function list(ids: string[]): string {
	const shown = ids.slice(0, 12);
	return shown.join(", ") + (ids.length > shown.length ? ` … (${ids.length} in all)` : "");
}
