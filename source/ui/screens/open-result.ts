import type { SearchText } from "../../resume/search.ts";
import { entryScreen, layersOf, push, screenOf, withLayers } from "../state/layers.ts";
import type { Found, State } from "../state/state.ts";
import { isIn, resultsOf } from "./search-results.ts";

/** Keeps the query for ↑ in the next search. */
export const remember = (state: State, query: string): State =>
	query.trim() === "" ? state : { ...state, lastQuery: query };

/** Opens what the highlighted result is in, the match marked and in view. */
export function openResult(state: State, { query, index, from }: Found): State {
	const hit = resultsOf(state.content, { query, from }).hits[index];
	if (hit === undefined) {
		return state;
	}

	const found: State = { ...remember(state, query), found: { query, index, ...(from && { from }) } };
	if (hit.contact !== undefined) {
		const { href } = state.content.resume.person.contacts[hit.contact]!;
		const link = state.content.links().findIndex(({ url }) => url === href);
		return push(found, link === -1 ? homeWith(state, query) : { name: "links", index: link });
	}

	if (hit.section === undefined) {
		return push(found, homeWith(state, query));
	}

	if (hit.entry === undefined) {
		return push(found, layersOf(state.content, hit.section).at(-1)!);
	}

	const screen = entryScreen(hit.section, hit.entry, { query, found: hit.text, reveal: hit.text });
	// A match in the entry the search was opened over is marked there, not in another copy on top of it.
	const isBelow = isIn(hit, from) && screenOf(state).name === "search" && isEntry(state.layers.at(-2), hit);
	return isBelow ? withLayers(found, [...state.layers.slice(0, -2), screen]) : push(found, screen);
}

const isEntry = (screen: State["layers"][number] | undefined, { section, entry }: SearchText): boolean =>
	screen?.name === "entry" && screen.section === section && screen.entry === entry;

/** The name and the place are on the home screen, and nowhere else. */
const homeWith = ({ content }: State, query: string) => ({ ...layersOf(content)[0]!, query });

/** The next result of the last search, from whatever screen. */
export function changeMatch(state: State, by: number): State {
	if (state.found === undefined) {
		return { ...state, notice: "nothing is searched for; / searches" };
	}

	const { hits } = resultsOf(state.content, state.found);
	if (hits.length === 0) {
		return { ...state, notice: `nothing found for ${state.found.query}` };
	}

	const index = (state.found.index + by + hits.length) % hits.length;
	const next = { ...state.found, index };
	const at = state.layers.findLastIndex(({ name }) => name === "search");
	const list = state.layers[at];
	const base =
		list?.name === "search"
			? [...state.layers.slice(0, at), { ...list, query: next.query, caret: next.query.length, index }]
			: isShownMatch(state)
				? state.layers.slice(0, -1)
				: state.layers;
	return { ...openResult(withLayers(state, base), next), notice: `${index + 1} of ${hits.length} results` };
}

/** Whether the screen on top was opened by the search: then the next result replaces it. */
const isShownMatch = (state: State) => {
	const screen = screenOf(state);
	return state.layers.length > 1 && "query" in screen && screen.query === state.found?.query;
};
