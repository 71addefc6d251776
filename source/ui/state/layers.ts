import type { Content } from "../content.ts";
import type { EntryScreen } from "../screens/entry.ts";
import type { Screen } from "../screens/index.ts";
import type { State } from "./state.ts";

/** The screens that lie over each other, and how one comes over or goes from the others. */

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

/** Home, with the section and the entry opened over it. A section of one entry is that entry. */
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

/** The screen that is seen. */
export const screenOf = ({ layers }: State): Screen => layers.at(-1)!;

export const withLayers = (state: State, layers: readonly Screen[]): State => ({ ...state, layers });

/** The state with another screen over the one that is seen. */
export const push = (state: State, screen: Screen): State => withLayers(state, [...state.layers, screen]);

/** The state with another screen in the place of the one that is seen. */
export const replaceTop = (state: State, screen: Screen): State =>
	withLayers(state, [...state.layers.slice(0, -1), screen]);

/** One step back; the home screen stays. */
export const back = (state: State): State =>
	state.layers.length === 1 ? state : withLayers(state, state.layers.slice(0, -1));

/** Ends the search that `n` and `N` go on with, unless its results are what is seen. */
export const leaveSearch = (state: State): State =>
	screenOf(state).name === "search" ? state : { ...state, found: undefined };

/** Shows a screen over the others, and none of its kind below it. */
export const fresh = (state: State, screen: Screen): State =>
	withLayers(state, [...state.layers.filter(({ name }) => name !== screen.name), screen]);

/** Shows a screen over the others; one that is seen already closes, one below comes to the top as it was left. */
export function toggle(state: State, screen: Screen): State {
	const at = state.layers.findIndex(({ name }) => name === screen.name);
	if (at === -1) {
		return push(state, screen);
	}

	return at === state.layers.length - 1 ? back(state) : withLayers(state, state.layers.slice(0, at + 1));
}
