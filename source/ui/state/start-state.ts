import type { Selection } from "../../resume/select.ts";
import type { Content } from "../content.ts";
import type { Size } from "../frame/layout.ts";
import { reduce } from "./reduce.ts";
import { initialState, type Look, type State } from "./state.ts";

/** The state in which a viewer opens: as `initialState`, or with the view over home that was named. */
export function startState(content: Content, look: Look, size: Size, { view, ...place }: Selection = {}): State {
	const state = initialState(content, look, size, place);
	return view === undefined ? state : reduce(state, { type: "verb", verb: view }).state;
}
