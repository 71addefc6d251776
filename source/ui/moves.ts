import { replaceTop, screenOf } from "./layers.ts";
import { clamp } from "./layout.ts";
import { itemCount, listHeight, textHeight, textLines } from "./measure.ts";
import type { State } from "./state.ts";

/** Moves within a screen: in its list, or through its text. */

/** Rows that are in view, of the list or the text. */
export const viewRows = (state: State): number => ("top" in screenOf(state) ? textHeight(state) : listHeight(state));

/** Moves in a list, or scrolls a text. */
export function step(state: State, by: number): State {
	const screen = screenOf(state);
	return "top" in screen
		? replaceTop(state, { ...screen, top: toNumber(screen.top + by, textLines(state).length) })
		: replaceTop(state, { ...screen, index: toNumber(screen.index + by, itemCount(state)) });
}

const toNumber = (value: number, most: number) => clamp(value, 0, Math.max(0, most - 1));

/** To an item of a list, counted from 1; to a link of an entry. */
export function jump(state: State, number: number): State {
	const screen = screenOf(state);
	if (screen.name === "entry") {
		const { links } = state.content.resume.sections[screen.section]!.entries[screen.entry]!;
		return number > links.length ? state : replaceTop(state, { ...screen, link: number - 1 });
	}

	return "index" in screen && number <= itemCount(state) ? replaceTop(state, { ...screen, index: number - 1 }) : state;
}

/** After any change: no text scrolled past its end, no list past its last item. */
export function settle(state: State): State {
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
