import { cleanText } from "../resume/clean.ts";
import { longestQuery } from "../resume/search.ts";
import type { Content } from "./content.ts";
import type { Verb } from "./keymap.ts";
import { clamp, layoutOf, pageRows, type Size } from "./layout.ts";
import { itemCount, listHeight, textHeight, textLines } from "./measure.ts";
import { layersOf, type Screen, type State, screenOf } from "./state.ts";

/** What can happen to the state: a verb of the keymap, text that was typed, and what comes from outside. */
export type Action =
	| { type: "verb"; verb: Verb /** The digit of `jump`. */; number?: number }
	| { type: "type"; text: string }
	| { type: "resize"; size: Size }
	| { type: "notify"; text: string }
	| { type: "replace"; content: Content };

/** The next state. Pure: it computes from its arguments alone, so that keys that arrive together all count. */
export function reduce(state: State, action: Action): State {
	switch (action.type) {
		case "verb":
			return settle(move({ ...state, notice: undefined }, action.verb, action.number ?? 0));
		case "type":
			return type({ ...state, notice: undefined }, action.text);
		case "resize":
			return settle({ ...state, size: action.size });
		case "notify":
			return { ...state, notice: action.text };
		case "replace":
			return settle(keepPlace({ ...state, content: action.content }));
	}
}

function move(state: State, verb: Verb, number: number): State {
	switch (verb) {
		case "up":
			return step(state, -1);
		case "down":
			return step(state, 1);
		case "pageUp":
			return step(state, -pageRows(viewRows(state)));
		case "pageDown":
			return step(state, pageRows(viewRows(state)));
		case "halfUp":
			return step(state, -Math.ceil(viewRows(state) / 2));
		case "halfDown":
			return step(state, Math.ceil(viewRows(state) / 2));
		case "first":
			return step(state, Number.NEGATIVE_INFINITY);
		case "last":
			return step(state, Number.POSITIVE_INFINITY);
		case "jump":
			return jump(state, number);
		case "open":
			return open(state);
		case "back":
			return back(state);
		case "nextSection":
			return changeSection(state, 1);
		case "previousSection":
			return changeSection(state, -1);
		case "nextEntry":
			return changeEntry(state, 1);
		case "previousEntry":
			return changeEntry(state, -1);
		case "nextMatch":
			return changeMatch(state, 1);
		case "previousMatch":
			return changeMatch(state, -1);
		case "search":
			return show(state, { name: "search", query: "", index: 0 });
		case "timeline":
			return show(state, { name: "timeline", index: 0 });
		case "links":
			return show(state, { name: "links", index: 0 });
		case "card":
			return show(state, { name: "card", top: 0 });
		case "help":
			return show(state, { name: "help", top: 0 });
		case "copy":
			return countCopy(state);
		case "erase":
			return erase(state);
		case "eraseAll":
			return retype(state, "");
		default:
			// What happens outside the state (a browser, leaving) changes nothing here.
			return state;
	}
}

const viewRows = (state: State): number => ("top" in screenOf(state) ? textHeight(state) : listHeight(state));

/** Moves in a list, or scrolls a text. */
function step(state: State, by: number): State {
	const screen = screenOf(state);
	return "top" in screen
		? replaceTop(state, { ...screen, top: toNumber(screen.top + by, textLines(state).length) })
		: replaceTop(state, { ...screen, index: toNumber(screen.index + by, itemCount(state)) });
}

const toNumber = (value: number, most: number) => clamp(value, 0, Math.max(0, most - 1));

function jump(state: State, number: number): State {
	const screen = screenOf(state);
	if (screen.name === "entry") {
		const { links } = state.content.resume.sections[screen.section]!.entries[screen.entry]!;
		return number > links.length ? state : replaceTop(state, { ...screen, link: number - 1 });
	}

	return "index" in screen && number <= itemCount(state) ? replaceTop(state, { ...screen, index: number - 1 }) : state;
}

function open(state: State): State {
	const { content } = state;
	const screen = screenOf(state);
	switch (screen.name) {
		case "home":
			return withLayers(state, layersOf(content, screen.index));
		case "section":
			return push(state, { name: "entry", section: screen.section, entry: screen.index, top: 0, link: 0 });
		case "timeline": {
			const row = content.timeline().rows[screen.index];
			return row ? push(state, { name: "entry", section: row.section, entry: row.entry, top: 0, link: 0 }) : state;
		}
		case "search":
			return openMatch(state, screen);
		default:
			return state;
	}
}

type SearchScreen = Extract<Screen, { name: "search" }>;

/** Opens what a result stands in, the match marked and in view. */
function openMatch(state: State, { query, index }: SearchScreen): State {
	const hit = state.content.search(query).hits[index];
	if (hit === undefined) {
		return state;
	}

	if (hit.section === undefined) {
		return push(state, { name: "links", index: Math.max(0, contactIndex(state.content, hit.text)) });
	}

	if (hit.entry === undefined) {
		const layers = layersOf(state.content, hit.section);
		return push(state, layers.at(-1)!);
	}

	const opened = push(state, { name: "entry", section: hit.section, entry: hit.entry, top: 0, link: 0, query });
	const found = textLines(opened).findIndex(
		(line) => line.source === hit.text.normalize() && line.pieces.some(({ role }) => role === "match"),
	);
	// A third of the screen above the match tells what it belongs to.
	return found < textHeight(opened) ? opened : step(opened, found - Math.floor(textHeight(opened) / 3));
}

const contactIndex = (content: Content, text: string) => content.links().findIndex(({ label }) => label === text);

/** The layer of the last search, wherever in the stack it stands. */
function changeMatch(state: State, by: number): State {
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
	const opened = openMatch(
		withLayers(state, [...state.layers.slice(0, at), moved] as unknown as State["layers"]),
		moved,
	);
	return { ...opened, notice: `${index + 1} of ${hits.length} results` };
}

function back(state: State): State {
	return state.layers.length === 1 ? state : withLayers(state, state.layers.slice(0, -1) as unknown as State["layers"]);
}

/** Tab on the home screen moves in its menu; elsewhere it shows the next section in the same depth. */
function changeSection(state: State, by: number): State {
	const count = state.content.resume.sections.length;
	const screen = screenOf(state);
	const current = "section" in screen ? screen.section : state.layers[0].name === "home" ? state.layers[0].index : 0;
	const next = count === 0 ? 0 : (current + by + count) % count;
	if (screen.name === "home") {
		return replaceTop(state, { ...screen, index: next });
	}

	return withLayers(state, layersOf(state.content, next, screen.name === "entry" ? 0 : undefined));
}

function changeEntry(state: State, by: number): State {
	const screen = screenOf(state);
	if (screen.name !== "entry") {
		return state;
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
	const moved = replaceTop(state, { name: "entry", section: screen.section, entry, top: 0, link: 0 });
	return below?.name === "section"
		? withLayers(moved, [
				...moved.layers.slice(0, -2),
				{ ...below, index: entry },
				screenOf(moved),
			] as unknown as State["layers"])
		: moved;
}

/** A second `y` on an entry takes something else away than the first. */
function countCopy(state: State): State {
	const screen = screenOf(state);
	return screen.name === "entry" ? replaceTop(state, { ...screen, copied: (screen.copied ?? 0) + 1 }) : state;
}

/** Shows a screen over the others; one that is open already comes to the top as it was left. */
function show(state: State, screen: Screen): State {
	const at = state.layers.findIndex(({ name }) => name === screen.name);
	if (at === -1) {
		return push(state, screen);
	}

	return withLayers(state, state.layers.slice(0, at + 1) as unknown as State["layers"]);
}

function type(state: State, text: string): State {
	const screen = screenOf(state);
	if (screen.name !== "search") {
		return state;
	}

	const typed = cleanText(text).replace(/\s+/g, " ");
	return retype(state, (screen.query + typed).replace(/^ /, ""));
}

function retype(state: State, query: string): State {
	const screen = screenOf(state);
	return screen.name === "search"
		? replaceTop(state, { name: "search", query: query.slice(0, longestQuery), index: 0 })
		: state;
}

function erase(state: State): State {
	const screen = screenOf(state);
	if (screen.name !== "search") {
		return state;
	}

	return screen.query === "" ? back(state) : retype(state, [...screen.query].slice(0, -1).join(""));
}

const withLayers = (state: State, layers: State["layers"]): State => ({ ...state, layers });
const push = (state: State, screen: Screen): State => withLayers(state, [...state.layers, screen]);
const replaceTop = (state: State, screen: Screen): State =>
	withLayers(state, [...state.layers.slice(0, -1), screen] as unknown as State["layers"]);

/** After a resize or another résumé: no text scrolled past its end, no list past its last item. */
function settle(state: State): State {
	const screen = screenOf(state);
	if ("top" in screen) {
		const top = clamp(screen.top, 0, Math.max(0, textLines(state).length - textHeight(state)));
		return top === screen.top ? state : replaceTop(state, { ...screen, top });
	}

	// Counting the results of a search means searching; typing must not wait for that.
	if (screen.name === "search" && screen.index === 0) {
		return state;
	}

	const index = clamp(screen.index, 0, Math.max(0, itemCount(state) - 1));
	return index === screen.index ? state : replaceTop(state, { ...screen, index });
}

/** Another résumé: the layers whose section or entry is gone go too. */
function keepPlace(state: State): State {
	const { sections } = state.content.resume;
	const layers = state.layers.filter(
		(screen) =>
			(!("section" in screen) || sections[screen.section] !== undefined) &&
			(screen.name !== "entry" || sections[screen.section]?.entries[screen.entry] !== undefined),
	);
	return withLayers(state, layers as unknown as State["layers"]);
}

/** Whether the terminal is large enough to show anything. */
export const isTooSmall = ({ size }: State): boolean => layoutOf(size).isTooSmall;
