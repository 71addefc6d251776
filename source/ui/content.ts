import { allLinks, type PlacedLink } from "../resume/links.ts";
import type { Entry, Resume } from "../resume/model.ts";
import { createSearch, type SearchResults } from "../resume/search.ts";
import { type Timeline, timelineOf } from "../resume/timeline.ts";
import { type CardLook, cardScreenLines } from "./lines/card-lines.ts";
import { entryLines, type Line, type LinesOptions } from "./lines/lines.ts";
import { steadyResume } from "./lines/steady-text.ts";

/** A résumé with what the screens derive from it, each made when it is first asked for. One a viewer. */
export type Content = {
	resume: Resume;
	/** Remembers the last size, for which the code is worked out once and not at each key. */
	card: (columns: number, rows: number) => Line[];
	links: () => PlacedLink[];
	timeline: () => Timeline;
	/** Remembers the last query, which the screen and the reducer both ask for. */
	search: (query: string) => SearchResults;
	/** Remembers the last entry, whose lines the reducer counts before the screen draws them. */
	lines: (entry: Entry, options: LinesOptions) => Line[];
};

export function createContent(original: Resume, look: CardLook): Content {
	const resume = steadyResume(original);
	const search = once(() => createSearch(resume));
	let lastQuery: string | undefined;
	let lastResults: SearchResults = { hits: [], needles: [] };
	let lastEntry: Entry | undefined;
	let lastKey = "";
	let lastLines: Line[] = [];
	return {
		resume,
		card: last((columns, rows) => cardScreenLines(resume, look, { columns, rows })),
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

/** The function, which remembers what it gave last. */
function last(make: (columns: number, rows: number) => Line[]): (columns: number, rows: number) => Line[] {
	let made: { columns: number; rows: number; lines: Line[] } | undefined;
	return (columns, rows) => {
		if (made?.columns !== columns || made.rows !== rows) {
			made = { columns, rows, lines: make(columns, rows) };
		}

		return made.lines;
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
