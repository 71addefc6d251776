import uFuzzy from "@leeoniya/ufuzzy";
import { blockTexts, spansText } from "./blocks.ts";
import type { Entry, Resume } from "./model.ts";

/**
 * Search over every word of the résumé, forgiving of case, accents and small slips of typing. A word that occurs is
 * looked for as it is, anywhere in a text; one that does not is taken for the words of the résumé that are one slip
 * away from it (uFuzzy's single-error mode: one letter too many, too few, another, or two swapped).
 */

/** One text of the résumé, as a screen shows it: a title, a line of details, a highlight. */
export type SearchText = {
	/** Indexes; a text of the person has neither, a section's title has no entry. */
	section?: number;
	entry?: number;
	text: string;
	/** The name of what it stands in: an entry's label, a section's title. */
	label: string;
	/** The way there: "Research Experience › University, Lab · Jan 2022 – Now". */
	where: string;
};

/** What a search found: texts with all the words first, each kind in the order of the résumé. */
export type SearchResults = {
	hits: SearchText[];
	/** What to mark in them, folded. */
	needles: string[];
};

export type Range = { start: number; end: number };

/** An index over one résumé: give it a query, get the results. Made in a pass over the texts; nothing is kept outside. */
export type Search = (query: string) => SearchResults;

type Group = { texts: SearchText[]; folded: string[] };

/** The longest query that is looked at; a longer one can only be an accident. */
export const longestQuery = 100;

export function createSearch(resume: Resume): Search {
	const groups = groupsOf(resume);
	let vocabulary: string[] | undefined;
	const near = (word: string): string[] => {
		vocabulary ??= vocabularyOf(groups);
		return nearWords(word, vocabulary);
	};

	return (query) => {
		const words = fold(query.slice(0, longestQuery))
			.split(/\s+/)
			.filter((word) => word !== "");
		if (words.length === 0) {
			return { hits: [], needles: [] };
		}

		const alternatives = words.map((word) => (occurs(groups, word) ? [word] : near(word)));
		if (alternatives.some((needles) => needles.length === 0)) {
			return { hits: [], needles: [] };
		}

		const found = groups.map((group) => hitsOf(group, alternatives));
		// A text with all the words is what was meant, before texts that only stand beside the rest of them.
		const hits = [true, false].flatMap((isWhole) =>
			found.flatMap((each) => (each.isWhole === isWhole ? each.texts : [])),
		);
		return { hits, needles: alternatives.flat() };
	};
}

const occurs = (groups: Group[], word: string) =>
	groups.some(({ folded }) => folded.some((text) => text.includes(word)));

/**
 * The texts of an entry that hold the most of the words, provided that the entry as a whole holds all of them.
 * `isWhole` is whether each of the texts does.
 */
function hitsOf({ texts, folded }: Group, alternatives: string[][]): { texts: SearchText[]; isWhole: boolean } {
	const counts = folded.map(
		(text) => alternatives.filter((needles) => needles.some((needle) => text.includes(needle))).length,
	);
	const most = Math.max(...counts);
	const isWhole = most === alternatives.length;
	const isFound =
		isWhole || alternatives.every((needles) => folded.some((text) => needles.some((needle) => text.includes(needle))));
	return { texts: most > 0 && isFound ? texts.filter((_, index) => counts[index] === most) : [], isWhole };
}

function groupsOf({ person, sections }: Resume): Group[] {
	const own = [person.name, person.headline, person.role, person.place, ...person.contacts.map(({ text }) => text)];
	const groups: Group[] = [
		toGroup(
			own.flatMap((text) => text ?? []),
			{ label: person.name, where: person.name },
		),
	];
	for (const [section, { title, entries }] of sections.entries()) {
		groups.push(toGroup([title], { section, label: title, where: title }));
		for (const [entry, candidate] of entries.entries()) {
			const { label, dates } = candidate;
			const where = `${title} › ${label}${dates === undefined ? "" : ` · ${dates.text}`}`;
			groups.push(toGroup(entryTexts(candidate), { section, entry, label, where }));
		}
	}

	return groups;
}

function toGroup(words: string[], place: Omit<SearchText, "text">): Group {
	const texts = [...new Set(words)].map((text) => ({ ...place, text }));
	return { texts, folded: texts.map(({ text }) => fold(text)) };
}

/** The texts of an entry, each as the entry's screen shows it, in its order. */
function entryTexts(entry: Entry): string[] {
	return [
		entry.title,
		entry.dates?.text ?? "",
		detailsText(entry),
		spansText(entry.people),
		entry.peopleNote ?? "",
		...entry.body.flatMap(blockTexts),
		...entry.links.flatMap((link) => [link.label, link.url]),
	].filter((text) => text !== "");
}

/** Organisation, lab, place … on one line. */
export const detailsText = (entry: Entry): string => entry.details.join(" · ");

/**
 * The text as it is compared: lower case, without accents, superscripts as plain digits. As long as the text itself,
 * so that a place in one is the same place in the other.
 */
export function fold(text: string): string {
	if (/^[ -~]*$/.test(text)) {
		return text.toLowerCase();
	}

	let folded = "";
	for (const character of text) {
		const base = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
		folded += base.length === character.length ? base : character;
	}

	return folded;
}

/** Where the needles stand in the text, in order, not overlapping. */
export function findRanges(text: string, needles: readonly string[]): Range[] {
	const folded = fold(text);
	const ranges: Range[] = [];
	for (const needle of needles) {
		for (let start = folded.indexOf(needle); start !== -1; start = folded.indexOf(needle, start + needle.length)) {
			ranges.push({ start, end: start + needle.length });
		}
	}

	ranges.sort((a, b) => a.start - b.start || b.end - a.end);
	return ranges.filter((range, index) => ranges.slice(0, index).every((earlier) => earlier.end <= range.start));
}

/** Shorter words have too many neighbours. */
const shortestForgiven = 3;

function vocabularyOf(groups: Group[]): string[] {
	const words = new Set<string>();
	for (const { folded } of groups) {
		for (const text of folded) {
			for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
				if (word.length >= shortestForgiven) {
					words.add(word);
				}
			}
		}
	}

	return [...words];
}

function nearWords(word: string, vocabulary: string[]): string[] {
	if (word.length < shortestForgiven) {
		return [];
	}

	const fuzzy = new uFuzzy({
		intraMode: 1,
		intraIns: 1,
		intraSub: 1,
		intraTrn: 1,
		intraDel: 1,
		unicode: true,
		interSplit: "[^\\p{L}\\d']+",
		intraSplit: "\\p{Ll}\\p{Lu}",
		intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
		intraChars: "[\\p{L}\\d']",
		intraContr: "'\\p{L}{1,2}\\b",
	});
	return (fuzzy.filter(vocabulary, word) ?? []).map((index) => vocabulary[index]!);
}
