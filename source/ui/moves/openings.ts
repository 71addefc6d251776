import type { Piece } from "../lines/lines.ts";
import type { Screen, State } from "../state.ts";
import { layersOf, push, replaceTop, screenOf, withLayers } from "./layers.ts";
import { textHeight, textLines } from "./measure.ts";
import { step } from "./moves.ts";

/** Ways from one screen to another: into an entry, to the next one, to what the search found. */

type SearchScreen = Extract<Screen, { name: "search" }>;

const entryScreen = (section: number, entry: number, query?: string): Screen => ({
	name: "entry",
	section,
	entry,
	top: 0,
	link: 0,
	...(query !== undefined && { query }),
});

/** Opens the highlighted item. */
export function open(state: State): State {
	const { content } = state;
	const screen = screenOf(state);
	switch (screen.name) {
		case "home":
			return withLayers(state, layersOf(content, screen.index));
		case "section":
			return push(state, entryScreen(screen.section, screen.index));
		case "timeline": {
			const row = content.timeline().rows[screen.index];
			return row ? push(state, entryScreen(row.section, row.entry)) : state;
		}
		case "search":
			return openMatch(state, screen);
		default:
			return state;
	}
}

/** Opens what a result stands in, the match marked and in view. */
function openMatch(state: State, { query, index }: SearchScreen): State {
	const hit = state.content.search(query).hits[index];
	if (hit === undefined) {
		return state;
	}

	if (hit.section === undefined) {
		const contact = state.content.links().findIndex(({ label }) => label === hit.text);
		// The name and the place stand on the home screen, and nowhere else.
		return push(state, contact === -1 ? layersOf(state.content)[0]! : { name: "links", index: contact });
	}

	if (hit.entry === undefined) {
		const layers = layersOf(state.content, hit.section);
		return push(state, layers.at(-1)!);
	}

	const opened = push(state, entryScreen(hit.section, hit.entry, query));
	// The hit is a line's whole text or, as a link's label, a part of it.
	const text = hit.text.normalize();
	const isOfHit = [(source: string) => source === text, (source: string) => source.includes(text)];
	const found = isOfHit
		.map((isOf) => textLines(opened).findIndex(({ source, pieces }) => isOf(source ?? "") && pieces.some(isMatch)))
		.find((line) => line !== -1);
	// A third of the screen above the match tells what it belongs to.
	return found === undefined || found < textHeight(opened)
		? opened
		: step(opened, found - Math.floor(textHeight(opened) / 3));
}

const isMatch = ({ role }: Piece) => role === "match";

/** The next result of the last search, wherever in the stack that stands. */
export function changeMatch(state: State, by: number): State {
	const at = state.layers.findLastIndex(({ name }) => name === "search");
	const search = state.layers[at];
	if (search?.name !== "search") {
		return { ...state, notice: "nothing is searched for yet; / searches" };
	}

	const { hits } = state.content.search(search.query);
	if (hits.length === 0) {
		return state;
	}

	const index = (search.index + by + hits.length) % hits.length;
	const moved: SearchScreen = { ...search, index };
	const opened = openMatch(withLayers(state, [...state.layers.slice(0, at), moved]), moved);
	return { ...opened, notice: `${index + 1} of ${hits.length} results` };
}

/** Tab on the home screen moves in its menu; elsewhere it shows the next section in the same depth. */
export function changeSection(state: State, by: number): State {
	const count = state.content.resume.sections.length;
	const screen = screenOf(state);
	const current = "section" in screen ? screen.section : homeIndex(state);
	const next = count === 0 ? 0 : (current + by + count) % count;
	if (screen.name === "home") {
		return replaceTop(state, { ...screen, index: next });
	}

	return withLayers(state, layersOf(state.content, next, screen.name === "entry" ? 0 : undefined));
}

const homeIndex = ({ layers: [home] }: State) => (home?.name === "home" ? home.index : 0);

/** The next entry of the section; the list under it moves along. */
export function changeEntry(state: State, by: number): State {
	const screen = screenOf(state);
	if (screen.name !== "entry") {
		return screen.name === "section" ? step(state, by) : state;
	}

	const { entries } = state.content.resume.sections[screen.section]!;
	const entry = screen.entry + by;
	if (entry < 0 || entry >= entries.length) {
		return {
			...state,
			notice: by > 0 ? "this is the last entry of the section" : "this is the first entry of the section",
		};
	}

	const below = state.layers.at(-2);
	const moved = replaceTop(state, entryScreen(screen.section, entry));
	return below?.name === "section"
		? withLayers(moved, [...moved.layers.slice(0, -2), { ...below, index: entry }, screenOf(moved)])
		: moved;
}
