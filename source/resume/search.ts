import uFuzzy from "@leeoniya/ufuzzy";
import { blockTexts, detailsText, spansText } from "./blocks.ts";
import { fold, longestQuery } from "./matching.ts";
import type { Contact, Entry, Resume } from "./model.ts";

/**
 * Search over every word of the résumé, forgiving of case, accents, hyphens and small slips of typing. A word that
 * occurs is looked for as it is, anywhere in a text; one that doesn't is taken for the words of the résumé that begin
 * as it does but for one slip (uFuzzy's single-error mode: a letter too many, too few, another, or two swapped).
 */

/** One text of the résumé, as a screen shows it: a title, a line of details, a highlight. */
export type SearchText = {
	/** Indexes; a text of the person has neither, a section's title has no entry. */
	section?: number;
	entry?: number;
	/** Index of the contact that the text is about. */
	contact?: number;
	text: string;
	/** The name of what it is in: an entry's label, a section's title. */
	label: string;
	/** The way there: "Research Experience › University, Lab · Jan 2022 – Now". */
	where: string;
};

/** A text that was found; rank 0 and 1 have all the words, rank 2 has some, the others being beside it. */
export type Hit = SearchText & { rank: 0 | 1 | 2 };

/**
 * What a search found: texts with all the words first, and of these the ones in which a word begins with what was typed;
 * each kind in the order of the résumé.
 */
export type SearchResults = {
	hits: Hit[];
	/** What to mark in them, folded. */
	needles: string[];
};

/** An index over one résumé: give it a query, get the results. Made in a pass over the texts; nothing is kept outside. */
export type Search = (query: string) => SearchResults;

type Group = {
	texts: SearchText[];
	folded: string[];
	/** Words that also mean its texts, without being in them. */
	synonyms?: readonly string[];
};

export function createSearch(resume: Resume): Search {
	const groups = groupsOf(resume);
	let known: Vocabulary | undefined;
	const needlesOf = (word: string): string[] => {
		known ??= vocabularyOf(groups);
		const meant = [...(occurs(groups, word) ? [word] : []), ...otherwiseHyphenated(word, groups, known)];
		return meant.length > 0 ? meant : nearWords(word, known.words);
	};

	return (query) => {
		const words = fold(query.slice(0, longestQuery))
			.split(/\s+/)
			.filter((word) => word !== "");
		const alternatives = words.map(needlesOf);
		if (words.length === 0 || alternatives.some((needles) => needles.length === 0)) {
			return { hits: [], needles: [] };
		}

		const found = groups.flatMap((group) => hitsOf(group, alternatives));
		// Sorting is stable: within a rank the order is the résumé's.
		return { hits: found.sort((a, b) => a.rank - b.rank), needles: alternatives.flat() };
	};
}

const occurs = (groups: Group[], word: string) =>
	groups.some((group) => group.folded.some((text) => text.includes(word)) || isSynonym(group, word));

/** Of a synonym the beginning is enough. */
const isSynonym = ({ synonyms = [] }: Group, word: string) =>
	word.length >= shortestForgiven && synonyms.some((synonym) => synonym.startsWith(word));

/**
 * The texts of an entry that hold the most of the words, provided that the entry as a whole holds all of them. Ranks: all
 * of the words, each at a word's beginning; all of them; some.
 */
function hitsOf(group: Group, alternatives: string[][]): Hit[] {
	const { texts, folded } = group;
	const isMeant = (text: string, needles: readonly string[]) =>
		needles.some((needle) => text.includes(needle) || isSynonym(group, needle));
	const counts = folded.map((text) => alternatives.filter((needles) => isMeant(text, needles)).length);
	const most = Math.max(...counts);
	const isWhole = most === alternatives.length;
	const isFound = isWhole || alternatives.every((needles) => folded.some((text) => isMeant(text, needles)));
	if (most === 0 || !isFound) {
		return [];
	}

	return texts.flatMap((text, index) => {
		if (counts[index] !== most) {
			return [];
		}

		const begins = (needles: string[]) => needles.some((needle) => beginsWord(folded[index]!, needle));
		return { ...text, rank: isWhole ? (alternatives.every(begins) ? 0 : 1) : 2 };
	});
}

const letter = /[\p{L}\p{N}]/u;

/** Whether a word of the text begins with the needle. */
function beginsWord(text: string, needle: string): boolean {
	for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
		if (at === 0 || !letter.test(text[at - 1]!)) {
			return true;
		}
	}

	return false;
}

function groupsOf({ person, sections }: Resume): Group[] {
	const own = [person.name, person.headline, person.role, person.place].flatMap((text) => text ?? []);
	const place = { label: person.name, where: person.name };
	const groups: Group[] = [
		toGroup(own, place),
		...person.contacts.map((contact, index) => contactGroup(contact, { ...place, contact: index })),
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

/** What people type who look for a way to reach somebody, whatever the résumé calls it. */
const waysToReach: Record<Contact["kind"], readonly string[]> = {
	mail: ["contact", "mail", "email", "e-mail"],
	phone: ["contact", "phone", "telephone", "mobile", "number"],
	web: ["contact", "web", "website", "homepage", "site"],
	profile: ["contact", "profile"],
};

/** A contact is also found by what it is. */
function contactGroup({ kind, label, text }: Contact, place: Omit<SearchText, "text">): Group {
	return { ...toGroup([text], place), synonyms: [fold(label), ...waysToReach[kind]] };
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

/** Shorter words have too many neighbours. */
const shortestForgiven = 3;

type Vocabulary = {
	words: string[];
	/** Words with hyphens in them, by what they are without. */
	hyphenated: Map<string, string>;
};

const hyphens = /[-\u2010\u2011]/g;

function vocabularyOf(groups: Group[]): Vocabulary {
	const words = new Set<string>();
	const hyphenated = new Map<string, string>();
	for (const text of groups.flatMap(({ folded }) => folded)) {
		for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu)) {
			const parts = word.split(hyphens);
			for (const part of parts) {
				if (part.length >= shortestForgiven) {
					words.add(part);
				}
			}

			if (parts.length > 1) {
				hyphenated.set(parts.join(""), word);
			}
		}
	}

	return { words: [...words], hyphenated };
}

/** "multi-lingual" for "multilingual", and the other way round: what of it is in the texts. */
function otherwiseHyphenated(word: string, groups: Group[], { hyphenated }: Vocabulary): string[] {
	const joined = word.replace(hyphens, "");
	if (joined.length < shortestForgiven || !/^[\p{L}\p{N}]+$/u.test(joined)) {
		return [];
	}

	const spelled = new RegExp([...joined].join("[-\u2010\u2011]?"), "u");
	const withHyphens = [...hyphenated].flatMap(([compact, whole]) =>
		compact.includes(joined) ? (spelled.exec(whole)?.[0] ?? []) : [],
	);
	const isJoined = joined !== word && occurs(groups, joined);
	return [...new Set([...withHyphens, ...(isJoined ? [joined] : [])])].filter((needle) => needle !== word);
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
	// The library compiles and tries an expression a slip: 5 ms for a whole résumé, and a key is typed every tenth of a second.
	const candidates = vocabulary.filter((known) => mayBeNear(known, word));
	const found = candidates.length === 0 ? [] : (fuzzy.filter(candidates, word) ?? []);
	if (found.length === 0) {
		return [];
	}

	// A slip is one in a word's beginning: inside of words, "naive" would be in every "university".
	const { idx, start } = fuzzy.info(found, candidates, word);
	return idx.flatMap((at, place) => (start[place] === 0 ? candidates[at]! : []));
}

/** Whether a word could begin as `typed` does but for one slip: of three parts, a slip leaves the first or the last whole. */
function mayBeNear(word: string, typed: string): boolean {
	const third = Math.floor(typed.length / 3);
	const last = typed.slice(-third);
	const at = typed.length - third;
	return word.startsWith(typed.slice(0, third)) || [-1, 0, 1].some((shift) => word.startsWith(last, at + shift));
}
