import type { Content } from "../content.ts";
import type { EntryScreen } from "../screens/entry.ts";
import type { Screen } from "../screens/index.ts";
import type { State } from "./state.ts";

/** The stack of screens, and how one is pushed onto it or popped. */

/** An entry's screen, from its top or where a match of the search is. */
export const entryScreen = (
	section: number,
	entry: number,
	found?: Pick<EntryScreen, "query" | "found" | "reveal">,
): EntryScreen => ({
	name: "entry",
	section,
	entry,
	top: 0,
	link: 0,
	...found,
});

/** Home, with the section and the entry opened on top of it. A section of one entry opens as that entry. */
export function layersOf(content: Content, section?: number, entry?: number): Screen[] {
	const { sections } = content.resume;
	const chosen = section === undefined ? undefined : sections[section];
	if (section === undefined || chosen === undefined) {
		return [{ name: "home", index: 0 }];
	}

	const home: Screen = { name: "home", index: section };
	const isSingle = chosen.entries.length === 1;
	const index = isSingle ? 0 : entry;
	const list: Screen[] = isSingle ? [] : [{ name: "section", section, index: index ?? 0 }];
	return index === undefined ? [home, ...list] : [home, ...list, entryScreen(section, index)];
}

/** The screen on top. */
export const screenOf = ({ layers }: State): Screen => layers.at(-1)!;

export const withLayers = (state: State, layers: readonly Screen[]): State => ({ ...state, layers });

/** The state with another screen on top. */
export const push = (state: State, screen: Screen): State => withLayers(state, [...state.layers, screen]);

/** The state with the top screen replaced. */
export const replaceTop = (state: State, screen: Screen): State =>
	withLayers(state, [...state.layers.slice(0, -1), screen]);

/** One step back; the home screen stays. */
export const back = (state: State): State =>
	state.layers.length === 1 ? state : withLayers(state, state.layers.slice(0, -1));

/** Ends the search that `n` and `N` continue, unless its results are on screen. */
export const leaveSearch = (state: State): State =>
	screenOf(state).name === "search" ? state : { ...state, found: undefined };

/** Shows a screen on top of the others, and removes any of its kind below. */
export const fresh = (state: State, screen: Screen): State =>
	withLayers(state, [...state.layers.filter(({ name }) => name !== screen.name), screen]);

/** Shows a screen on top of the others; closes it if it's on top already, and returns to it if it's further down. */
export function toggle(state: State, screen: Screen): State {
	const at = state.layers.findIndex(({ name }) => name === screen.name);
	if (at === -1) {
		return push(state, screen);
	}

	return at === state.layers.length - 1 ? back(state) : withLayers(state, state.layers.slice(0, at + 1));
}
