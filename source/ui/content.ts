import { type Gist, gistOf } from "../resume/gist.ts";
import { allLinks, type PlacedLink } from "../resume/links.ts";
import type { Entry, Resume } from "../resume/model.ts";
import type { SearchResults } from "../resume/search.ts";
import { type Timeline, timelineOf } from "../resume/timeline.ts";
import { type Code, cardScreenLines, codeLines } from "./frame/card-lines.ts";
import { entryLines, type LinesOptions } from "./frame/entry-lines.ts";
import type { Size } from "./frame/layout.ts";
import type { Line } from "./frame/line.ts";
import { steadyResume } from "./frame/steady-text.ts";
import type { Look } from "./state/state.ts";

/**
 * A résumé with what the screens derive from it, each made when it is first asked for. It may be shared by many
 * visitors: what is remembered is the same for all of them.
 */
export type Content = {
	resume: Resume;
	/** Remembers the last size, for which the code is worked out once and not at each key. */
	card: (look: Look, size: Size) => Line[];
	/** The code of the card alone, with what it is for, in at most so much room; undefined if it does not fit. */
	code: (look: Look, size: Size) => Code | undefined;
	/** What is in each section. */
	gists: () => Gist[];
	links: () => PlacedLink[];
	timeline: () => Timeline;
	/** The BibTeX entry of a publication; undefined for another entry, and until the content is whole: see `wholeContent`. */
	citation: (entry: Entry) => string | undefined;
	/** Finds nothing until the content is whole. */
	search: (query: string) => SearchResults;
	/** Remembers the last entry, whose lines the reducer counts before the screen draws them. */
	lines: (entry: Entry, options: LinesOptions) => Line[];
};

export function createContent(original: Resume): Content {
	const resume = steadyResume(original);
	let lastEntry: Entry | undefined;
	let lastKey = "";
	let lastLines: Line[] = [];
	return {
		resume,
		card: last((look, size) => cardScreenLines(resume, look, size)),
		code: last((look, size) => codeLines(resume, look, size)),
		gists: once(() => resume.sections.map((section) => gistOf(section, resume.words))),
		links: once(() => allLinks(resume)),
		timeline: once(() => timelineOf(resume)),
		citation: () => undefined,
		search: () => ({ hits: [], needles: [] }),
		lines(entry, options) {
			const { columns, needles = [], found = "", currentLink = 0 } = options;
			const key = [columns, currentLink, found, ...needles].join("\n");
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
function last<Value>(make: (look: Look, size: Size) => Value): (look: Look, size: Size) => Value {
	let made: { key: string; value: Value } | undefined;
	return (look, size) => {
		const key = JSON.stringify([look, size]);
		if (made?.key !== key) {
			made = { key, value: make(look, size) };
		}

		return made.value;
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
