import { frameOf } from "./frame/frame.ts";
import { isTooSmall } from "./frame/layout.ts";
import { pointedAt } from "./frame/pointer.ts";
import { specOf } from "./screens/index.ts";
import type { Effect } from "./state/effect.ts";
import { bindingOf } from "./state/keymap.ts";
import { screenOf } from "./state/layers.ts";
import type { Store } from "./state/store.ts";
import type { MouseReport } from "./terminal/mouse.ts";

/**
 * What a key does: the keymap names the verb, the reducer answers.
 *
 * @param isSpoken whether a screen reader reads it out: then no terminal is too small
 * @returns what is to happen outside the state
 */
export function pressKey(store: Store, key: string, isSpoken = false): Effect | undefined {
	const state = store.get();
	const binding = bindingOf(key, specOf(screenOf(state)).kind);
	const isLeaving = binding?.verb === "quit" || binding?.verb === "interrupt";
	// Keys can't mean what isn't visible; but leaving always works.
	if (!isSpoken && isTooSmall(state.size) && !isLeaving) {
		return undefined;
	}

	if (binding === undefined) {
		return store.dispatch({ type: "type", text: key.length > 1 && /^[ -~]/.test(key) ? "" : key });
	}

	return store.dispatch({ type: "verb", verb: binding.verb, number: Number(key) });
}

/** Rows of a text that one notch of the wheel scrolls; in a list it moves by one item. */
const wheelRows = 3;

/** What a click or a turn of the wheel does. @returns what is to happen outside the state */
export function pointMouse(store: Store, { kind, x, y }: MouseReport): Effect | undefined {
	const state = store.get();
	if (kind === "click") {
		const action = isTooSmall(state.size) ? undefined : pointedAt(frameOf(state), x, y);
		return action && store.dispatch(action);
	}

	const rows = "top" in screenOf(state) ? wheelRows : 1;
	for (let row = 0; row < rows; row++) {
		store.dispatch({ type: "verb", verb: kind === "wheelUp" ? "up" : "down" });
	}

	return undefined;
}
