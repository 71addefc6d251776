import { type Effect, effectOf } from "./effects.ts";
import { bindingOf } from "./keymap.ts";
import { screenOf } from "./layers.ts";
import { isTooSmall } from "./navigation.ts";
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

	const effect = effectOf(state, binding.verb);
	store.dispatch({ type: "verb", verb: binding.verb, number: Number(key) });
	if (effect !== undefined) {
		perform(effect);
	}
}
