import { bodyOf } from "../frame/frame.ts";
import { clamp, layoutOf } from "../frame/layout.ts";
import { type Line, lineText } from "../frame/line.ts";
import { specOf } from "../screens/index.ts";
import { replaceTop, screenOf, withLayers } from "./layers.ts";
import type { Scrolled, State } from "./state.ts";

/** Moves within a screen: in its list, or through its text. */

/** How many items the current screen's list has. */
function itemCount(state: State): number {
	const screen = screenOf(state);
	const spec = specOf(screen);
	return spec.kind === "text" ? 0 : spec.count(state, screen);
}

/** Moves in a list, or scrolls a text. */
export function step(state: State, by: number): State {
	const screen = screenOf(state);
	return "top" in screen
		? replaceTop(state, { ...screen, anchor: undefined, top: toNumber(screen.top + by, bodyOf(state).length) })
		: replaceTop(state, { ...screen, index: toNumber(screen.index + by, itemCount(state)) });
}

/** Moves by a part of what is in view; a whole page leaves one row of it. */
export function stepPages(state: State, pages: number): State {
	const { rows } = bodyOf(state);
	const by = Number.isInteger(pages) ? pages * Math.max(1, rows - 1) : Math.sign(pages) * Math.ceil(rows / 2);
	return step(state, by);
}

const toNumber = (value: number, most: number) => clamp(value, 0, Math.max(0, most - 1));

/** To an item of a list, from 0; undefined if there is none. */
export function toItem(state: State, index: number): State | undefined {
	const screen = screenOf(state);
	return "index" in screen && index >= 0 && index < itemCount(state)
		? replaceTop(state, { ...screen, index })
		: undefined;
}

/** After any change: no text scrolled past its end, no list past its last item. */
export function settle(state: State): State {
	const screen = screenOf(state);
	if ("top" in screen) {
		const { text, rows } = bodyOf(state);
		const { reveal, ...rest } = screen;
		const wanted = reveal === undefined ? anchoredTop(state, screen, text) : revealedTop(text, rows, reveal);
		const top = clamp(wanted, 0, Math.max(0, text.length - rows));
		return top === screen.top && reveal === undefined ? state : replaceTop(state, { ...rest, top });
	}

	// Counting the results of a search means searching; typing must not wait for that.
	if (screen.index === 0) {
		return state;
	}

	const index = clamp(screen.index, 0, Math.max(0, itemCount(state) - 1));
	return index === screen.index ? state : replaceTop(state, { ...screen, index });
}

/** Before a new size: every text remembers how far it was scrolled, however many sizes follow. */
export function anchor(state: State): State {
	const { size } = state;
	const layers = state.layers.map((screen) =>
		"top" in screen ? { ...screen, anchor: screen.anchor ?? { top: screen.top, size } } : screen,
	);
	return withLayers(state, layers);
}

/**
 * The first line in view: after a new width, the one with the same words as before. Wrapping moves only white space, so
 * that as many other characters come before them as did.
 */
function anchoredTop(state: State, { top, anchor }: Scrolled, text: readonly Line[]): number {
	if (anchor === undefined || layoutOf(anchor.size).textWidth === layoutOf(state.size).textWidth) {
		return anchor?.top ?? top;
	}

	const before = bodyOf({ ...state, size: anchor.size }).text.slice(0, anchor.top);
	let left = before.reduce((sum, line) => sum + charactersOf(line), 0);
	const found = text.findIndex((line) => {
		left -= charactersOf(line);
		return left < 0;
	});
	return found === -1 ? top : found;
}

const charactersOf = (line: Line) => lineText(line).replace(/\s+/g, "").length;

/** The first line in view that shows what the search found, a third of the screen above it telling what it is about. */
function revealedTop(text: readonly Line[], rows: number, reveal: string): number {
	const wanted = reveal.normalize();
	// What was found is a line's whole text or, as a link's label, a part of it.
	const isOf = [(source: string) => source === wanted, (source: string) => source.includes(wanted)];
	const found = isOf
		.map((isIn) =>
			text.findIndex(
				({ source, pieces }) => isIn(source ?? "") && pieces.some(({ role }) => role === "match" || role === "found"),
			),
		)
		.find((line) => line !== -1);
	return found === undefined || found < rows ? 0 : found - Math.floor(rows / 3);
}
