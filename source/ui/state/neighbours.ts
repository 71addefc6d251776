import { layersOf, screenOf, withLayers } from "./layers.ts";
import { step } from "./moves.ts";
import type { State } from "./state.ts";

/** To the next and the previous section or entry, at the same depth. */

/** Tab in a section's list or in an entry; a screen that is about no section stays. */
export function changeSection(state: State, by: number): State {
	const screen = screenOf(state);
	const count = state.content.resume.sections.length;
	if (!("section" in screen) || count === 0) {
		return state;
	}

	const next = (screen.section + by + count) % count;
	return withLayers(state, layersOf(state.content, next, "entry" in screen ? 0 : undefined));
}

/** The next entry of the section; the list under it moves along. */
export function changeEntry(state: State, by: number): State {
	const screen = screenOf(state);
	if (!("entry" in screen)) {
		return "section" in screen ? step(state, by) : state;
	}

	const entry = screen.entry + by;
	if (state.content.resume.sections[screen.section]?.entries[entry] === undefined) {
		return { ...state, notice: `this is the ${by > 0 ? "last" : "first"} entry of the section` };
	}

	const { query: _query, copied: _copied, ...rest } = screen;
	const layers = state.layers.slice(0, -1).map((layer, depth, { length }) => {
		const isListBelow = depth === length - 1 && layer.name === "section";
		return isListBelow ? { ...layer, index: entry } : layer;
	});
	return withLayers(state, [...layers, { ...rest, entry, top: 0, link: 0 }]);
}
