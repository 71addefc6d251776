import { cleanText } from "../../resume/clean.ts";
import { longestQuery } from "../../resume/search.ts";
import type { State } from "../state.ts";
import { back, replaceTop, screenOf } from "./layers.ts";

/** What typing does to the search; on every other screen it does nothing. */

export function type(state: State, text: string): State {
	const screen = screenOf(state);
	if (screen.name !== "search") {
		return state;
	}

	const typed = cleanText(text).replace(/\s+/g, " ");
	// A key that writes nothing must not lose the highlighted result.
	return typed === "" ? state : retype(state, (screen.query + typed).replace(/^ /, ""));
}

export function retype(state: State, query: string): State {
	const screen = screenOf(state);
	return screen.name === "search"
		? replaceTop(state, { name: "search", query: query.slice(0, longestQuery), index: 0 })
		: state;
}

/** Takes the last character; where there is none, one step back. */
export function erase(state: State): State {
	const screen = screenOf(state);
	if (screen.name !== "search") {
		return state;
	}

	return screen.query === "" ? back(state) : retype(state, [...screen.query].slice(0, -1).join(""));
}
