import { distance } from "fastest-levenshtein";
import { UserError } from "../errors.ts";
import type { Resume } from "./model.ts";
import { slug } from "./slug.ts";

/** Indexes into `Resume.sections` and `Section.entries`; nothing named selects everything. */
export type Selection = { section?: number; entry?: number };

/**
 * What `zhen-zhang [section [entry]]` names: each an id, a title, a unique beginning of one, or a number from 1.
 * @throws {UserError} naming the nearest match and the choices.
 */
export function select({ sections }: Resume, words: readonly string[]): Selection {
	const [sectionWord, entryWord, ...rest] = words;
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
		sections.map(({ id, title }) => ({ id, names: [title] })),
		"section",
	);
	if (entryWord === undefined) {
		return { section };
	}

	const { title, entries } = sections[section]!;
	const entry = find(
		entryWord,
		entries.map((candidate) => ({ id: candidate.id, names: [candidate.title, candidate.label] })),
		`entry of ${title}`,
	);
	return { section, entry };
}

type Candidate = { id: string; names: string[] };

function find(word: string, candidates: Candidate[], what: string): number {
	if (/^\d+$/.test(word) && candidates[Number(word) - 1]) {
		return Number(word) - 1;
	}

	const wanted = slug(word);
	const slugs = candidates.map(({ id, names }) => [id, ...names.map(slug)]);
	const exact = slugs.findIndex((names) => names.includes(wanted));
	if (exact !== -1 && wanted !== "") {
		return exact;
	}

	const begun = wanted === "" ? [] : indexesWhere(slugs, (name) => name.startsWith(wanted));
	if (begun.length === 1) {
		return begun[0]!;
	}

	const choices = list((begun.length > 1 ? begun.map((index) => candidates[index]!) : candidates).map(({ id }) => id));
	if (begun.length > 1) {
		throw new UserError(`more than one ${what} begins with ${quote(word)}; choose one of ${choices}`);
	}

	const nearest = nearestOf(wanted, slugs.flat());
	const meant = nearest === undefined ? undefined : candidates[slugs.findIndex((names) => names.includes(nearest))]?.id;
	throw new UserError(
		`no ${what} is called ${quote(word)}${meant === undefined ? "" : `; did you mean ${quote(meant)}?`}${meant === undefined ? ";" : ""} choose one of ${choices}, or a number from 1 to ${candidates.length}`,
	);
}

const indexesWhere = (slugs: string[][], test: (name: string) => boolean) =>
	slugs.flatMap((names, index) => (names.some(test) ? [index] : []));

/** The one of `names` that `word` was most likely meant to be; undefined where none is near. */
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

	return least <= Math.max(2, word.length / 3) ? best : undefined;
}

/** The word as it is shown in a sentence: what the visitor typed is not trusted by the terminal. */
export const quote = (word: string) =>
	JSON.stringify(word.slice(0, 60)).replace(/[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, "?");

function list(ids: string[]): string {
	const shown = ids.slice(0, 12);
	return shown.join(", ") + (ids.length > shown.length ? ` … (${ids.length} in all)` : "");
}
