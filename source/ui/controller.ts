import { type Effect, effectOf } from "./effects.ts";
import type { MouseReport } from "./input/mouse.ts";
import { type Pointed, pointedAt } from "./input/pointer.ts";
import { bindingOf } from "./keymap.ts";
import { screenOf } from "./moves/layers.ts";
import { isTooSmall } from "./state.ts";
import type { Store } from "./store.ts";

/**
 * A key to what it does: the keymap names the verb, the reducer moves, `perform` does what is outside the state.
 *
 * @param isSpoken whether a screen reader says the screen, for which no terminal is too small
 */
export function pressKey(store: Store, key: string, perform: (effect: Effect) => void, isSpoken = false): void {
	const state = store.get();
	const { name } = screenOf(state);
	const binding = bindingOf(key, name);
	// What cannot be seen cannot be meant; but one can always leave.
	if (!isSpoken && isTooSmall(state) && binding?.verb !== "quit") {
		return;
	}

	if (binding === undefined) {
		store.dispatch({ type: "type", text: key.length > 1 && /^[ -~]/.test(key) ? "" : key });
		return;
	}

	act(store, { verb: binding.verb, number: Number(key) }, perform);
}

/** Rows of a text that one notch of the wheel scrolls; in a list it moves by one item. */
const wheelRows = 3;

/** A click or a turn of the wheel to what it does. */
export function pointMouse(store: Store, { kind, x, y }: MouseReport, perform: (effect: Effect) => void): void {
	if (kind === "click") {
		const pointed = pointedAt(store.get(), x, y);
		if (pointed !== undefined) {
			act(store, pointed, perform);
		}

		return;
	}

	const rows = "top" in screenOf(store.get()) ? wheelRows : 1;
	for (let row = 0; row < rows; row++) {
		act(store, { verb: kind === "wheelUp" ? "up" : "down" }, perform);
	}
}

function act(store: Store, { verb, number = 0 }: Pointed, perform: (effect: Effect) => void): void {
	const effect = effectOf(store.get(), verb);
	store.dispatch({ type: "verb", verb, number });
	if (effect !== undefined) {
		perform(effect);
	}
}
