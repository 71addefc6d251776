import { allLinks, type PlacedLink } from "../resume/links.ts";
import type { Entry, Resume } from "../resume/model.ts";
import { createSearch, type SearchResults } from "../resume/search.ts";
import { type Timeline, timelineOf } from "../resume/timeline.ts";
import { entryLines, type Line, type LinesOptions } from "./lines.ts";
import { steadyResume } from "./steady-text.ts";

/** A résumé with what the screens derive from it, each made when it is first asked for. One a viewer. */
export type Content = {
	resume: Resume;
	card: CardLook;
	links: () => PlacedLink[];
	timeline: () => Timeline;
	/** Remembers the last query, which the screen and the reducer both ask for. */
	search: (query: string) => SearchResults;
	/** Remembers the last entry, whose lines the reducer counts before the screen draws them. */
	lines: (entry: Entry, options: LinesOptions) => Line[];
};

/** What the card needs beside the résumé. */
export type CardLook = {
	/** The command to come back with. */
	comeBack: string;
	/** Whether what is drawn is darker than its background: a camera wants the dark modules dark. */
	isInkDark: boolean;
};

export function createContent(original: Resume, card: CardLook): Content {
	const resume = steadyResume(original);
	const search = once(() => createSearch(resume));
	let lastQuery: string | undefined;
	let lastResults: SearchResults = { hits: [], needles: [] };
	let lastEntry: Entry | undefined;
	let lastKey = "";
	let lastLines: Line[] = [];
	return {
		resume,
		card,
		links: once(() => allLinks(resume)),
		timeline: once(() => timelineOf(resume)),
		search(query) {
			if (query !== lastQuery) {
				lastResults = search()(query);
				lastQuery = query;
			}

			return lastResults;
		},
		lines(entry, options) {
			const { columns, needles = [], currentLink = 0 } = options;
			const key = [columns, currentLink, ...needles].join("\n");
			if (lastEntry !== entry || lastKey !== key) {
				lastLines = entryLines(entry, options);
				lastEntry = entry;
				lastKey = key;
			}

			return lastLines;
		},
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
