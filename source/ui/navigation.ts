import type { Content } from "./content.ts";
import type { Verb } from "./keymap.ts";
import { pageRows, type Size } from "./layout.ts";
import { back, replaceTop, screenOf, show, withLayers } from "./moves/layers.ts";
import { anchor, jump, settle, step, viewRows } from "./moves/moves.ts";
import { changeEntry, changeMatch, changeSection, open } from "./moves/openings.ts";
import { erase, retype, type } from "./moves/typing.ts";
import type { State } from "./state.ts";

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
			return settle({ ...anchor(state), size: action.size });
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

/** A second `y` on an entry takes something else away than the first. */
function countCopy(state: State): State {
	const screen = screenOf(state);
	return screen.name === "entry" ? replaceTop(state, { ...screen, copied: (screen.copied ?? 0) + 1 }) : state;
}

/** Another résumé: the layers whose section or entry is gone go too. */
function keepPlace(state: State): State {
	const { sections } = state.content.resume;
	const layers = state.layers.filter(
		(screen) =>
			(!("section" in screen) || sections[screen.section] !== undefined) &&
			(screen.name !== "entry" || sections[screen.section]?.entries[screen.entry] !== undefined),
	);
	return withLayers(state, layers);
}
