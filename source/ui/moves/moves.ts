import { clamp } from "../layout.ts";
import { type Line, lineText } from "../lines/lines.ts";
import type { Scrolled, State } from "../state.ts";
import { replaceTop, screenOf, withLayers } from "./layers.ts";
import { itemCount, listHeight, textHeight, textLines } from "./measure.ts";

/** Moves within a screen: in its list, or through its text. */

/** Rows that are in view, of the list or the text. */
export const viewRows = (state: State): number => ("top" in screenOf(state) ? textHeight(state) : listHeight(state));

/** Moves in a list, or scrolls a text. */
export function step(state: State, by: number): State {
	const screen = screenOf(state);
	return "top" in screen
		? replaceTop(state, { ...screen, anchor: undefined, top: toNumber(screen.top + by, textLines(state).length) })
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
		const top = clamp(anchoredTop(state, screen), 0, Math.max(0, textLines(state).length - textHeight(state)));
		return top === screen.top ? state : replaceTop(state, { ...screen, top });
	}

	// Counting the results of a search means searching; typing must not wait for that.
	if (screen.name === "search" && screen.index === 0) {
		return state;
	}

	const index = clamp(screen.index, 0, Math.max(0, itemCount(state) - 1));
	return index === screen.index ? state : replaceTop(state, { ...screen, index });
}

/** Before a new size: every text remembers where one had scrolled to, however many sizes follow. */
export function anchor(state: State): State {
	const { columns } = state.size;
	const layers = state.layers.map((screen) =>
		"top" in screen ? { ...screen, anchor: screen.anchor ?? { top: screen.top, columns } } : screen,
	);
	return withLayers(state, layers);
}

/**
 * The first line in view: after a new width, the one with the same words as before. Wrapping moves only white space, so
 * that as many other characters stand before them as did.
 */
function anchoredTop(state: State, { top, anchor }: Scrolled): number {
	if (anchor === undefined || anchor.columns === state.size.columns) {
		return anchor?.top ?? top;
	}

	const before = textLines({ ...state, size: { ...state.size, columns: anchor.columns } }).slice(0, anchor.top);
	let left = before.reduce((sum, line) => sum + charactersOf(line), 0);
	const found = textLines(state).findIndex((line) => {
		left -= charactersOf(line);
		return left < 0;
	});
	return found === -1 ? top : found;
}

const charactersOf = (line: Line) => lineText(line).replace(/\s+/g, "").length;
