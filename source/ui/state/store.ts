import type { Action } from "./action.ts";
import type { Effect } from "./effect.ts";
import { reduce } from "./reduce.ts";
import type { State } from "./state.ts";

/**
 * The state of one viewer. Actions count at once, one after the other; listeners are called once for all that came in
 * the same turn, so that a chunk of keys costs one frame.
 */
export type Store = {
	get: () => State;
	/** @returns what is to happen outside the state */
	dispatch: (action: Action) => Effect | undefined;
	subscribe: (listener: () => void) => () => void;
};

export function createStore(initial: State): Store {
	const listeners = new Set<() => void>();
	let current = initial;
	let isCalling = false;
	return {
		get: () => current,
		dispatch(action) {
			const { state, effect } = reduce(current, action);
			if (state !== current) {
				current = state;
				if (!isCalling) {
					isCalling = true;
					queueMicrotask(() => {
						isCalling = false;
						for (const listener of listeners) {
							listener();
						}
					});
				}
			}

			return effect;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
