import { cleanText } from "../../resume/clean.ts";
import { longestQuery } from "../../resume/matching.ts";
import { counted } from "../frame/counted.ts";
import { steadyText } from "../frame/steady-text.ts";
import { caretColumn } from "../frame/text-input.ts";
import { type Edit, edits, type Field, typeInto } from "../state/field.ts";
import { back, leaveSearch, replaceTop } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { openResult, remember } from "./open-result.ts";
import type { ListScreen, Place } from "./screen.ts";
import { searchBody } from "./search-body.ts";
import { resultsOf } from "./search-results.ts";

export type SearchScreen = {
	name: "search";
	query: string;
	/** Where in the query the next character goes. */
	caret: number;
	index: number;
	/** The entry that it was opened over: what is found there comes first. */
	from?: Place;
};

/** A field to type in, everything in the résumé that has its words, and the highlighted result in its place. */
export const search: ListScreen<SearchScreen> = {
	kind: "field",
	path: () => ["Search"],
	count: ({ content }, screen) => resultsOf(content, screen).hits.length,
	body: searchBody,
	caret: (screen, { columns }) => ({ column: caretColumn(fieldOf(screen), columns), row: 0 }),
	type(state, screen, text) {
		return withField(state, screen, typeInto(fieldOf(screen), text, tidyQuery, longestQuery));
	},
	verbs: {
		open: (state, screen) => ({ state: openResult(state, screen) }),
		back: (state, { query }) => ({ state: leaveSearch(remember(back(state), query)) }),
		up: (state, screen) =>
			screen.query === "" && state.lastQuery !== undefined
				? { state: withField(state, screen, { text: state.lastQuery, caret: state.lastQuery.length }) }
				: { state: moved(state, screen, -1) },
		...editing(),
		erase: (state, screen) => ({
			state: screen.query === "" ? back(state) : withField(state, screen, edits.erase(fieldOf(screen))),
		}),
	},
	hints: ({ content }, screen) => ({
		...(resultsOf(content, screen).hits.length > 0 && { down: "move", open: "open" }),
		back: "back",
		interrupt: "quit",
	}),
	place({ content }, screen) {
		const hit = resultsOf(content, screen).hits[screen.index];
		return hit?.section === undefined ? undefined : { section: hit.section, entry: hit.entry };
	},
	start: (_state, place) => ({
		name: "search",
		query: "",
		caret: 0,
		index: 0,
		...(place?.entry !== undefined && { from: place }),
	}),
	spoken({ content }, screen) {
		const { hits } = resultsOf(content, screen);
		return {
			title: `Search: ${screen.query}`,
			paragraphs: [screen.query.trim() === "" ? "type what to look for" : counted(hits.length, "result", "results")],
			items: hits.map(
				({ where, text }) =>
					() =>
						`${text}, in ${where.replaceAll(/ [›·] /g, ", ")}`,
			),
		};
	},
};

/** A verb for each way of editing the field. */
function editing(): { [E in Edit]: (state: State, screen: SearchScreen) => { state: State } } {
	const verbs = Object.entries(edits).map(([name, edit]) => [
		name,
		(state: State, screen: SearchScreen) => ({ state: withField(state, screen, edit(fieldOf(screen))) }),
	]);
	return Object.fromEntries(verbs);
}

/** What is typed as the screens show the résumé's texts, which it is compared with; on one line, from its first letter. */
const tidyQuery = (text: string): string =>
	steadyText(cleanText(text))
		.replace(/\s+/g, " ")
		.replace(/^[\s\p{M}]+/u, "");

const fieldOf = ({ query, caret }: SearchScreen): Field => ({ text: query, caret });

/** The search for what the field now holds; a different query starts at its first result. */
const withField = (state: State, screen: SearchScreen, { text, caret }: Field): State =>
	replaceTop(state, { ...screen, query: text, caret, index: text === screen.query ? screen.index : 0 });

function moved(state: State, screen: SearchScreen, by: number): State {
	const { length } = resultsOf(state.content, screen).hits;
	return replaceTop(state, { ...screen, index: Math.max(0, Math.min(screen.index + by, length - 1)) });
}
