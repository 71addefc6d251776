import { frameOf } from "./frame/frame.ts";
import { isTooSmall } from "./frame/layout.ts";
import { pointedAt } from "./frame/pointer.ts";
import { specOf } from "./screens/index.ts";
import type { Effect } from "./state/effect.ts";
import { bindingOf, type Verb } from "./state/keymap.ts";
import { screenOf } from "./state/layers.ts";
import type { Store } from "./state/store.ts";
import type { MouseReport } from "./terminal/mouse.ts";

/** What needs no screen: leaving, for good or for a while. */
const worksUnseen: ReadonlySet<Verb> = new Set<Verb>(["quit", "interrupt", "suspend", "redraw"]);

/**
 * What a key does: the keymap names the verb, the reducer answers.
 *
 * @param isSpoken whether a screen reader reads it out: then no terminal is too small
 * @returns what is to happen outside the state
 */
export function pressKey(store: Store, key: string, isSpoken = false): Effect | undefined {
	const state = store.get();
	const binding = bindingOf(key, specOf(screenOf(state)).kind);
	// Keys can't mean what isn't visible.
	if (!isSpoken && isTooSmall(state.size) && (binding === undefined || !worksUnseen.has(binding.verb))) {
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
	if (isTooSmall(state.size)) {
		return undefined;
	}

	if (kind === "click") {
		const action = pointedAt(frameOf(state), x, y);
		return action && store.dispatch(action);
	}

	const rows = "top" in screenOf(state) ? wheelRows : 1;
	for (let row = 0; row < rows; row++) {
		store.dispatch({ type: "verb", verb: kind === "wheelUp" ? "up" : "down" });
	}

	return undefined;
}
