import { type Action, reduce } from "./navigation.ts";
import type { State } from "./state.ts";

/**
 * The state of one viewer. Actions count at once, one after the other; those who watch are told once for all that came
 * in the same turn, so that a chunk of keys costs one frame.
 */
export type Store = {
	get: () => State;
	dispatch: (action: Action) => void;
	subscribe: (listener: () => void) => () => void;
};

export function createStore(initial: State): Store {
	const listeners = new Set<() => void>();
	let state = initial;
	let isTelling = false;
	return {
		get: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next === state) {
				return;
			}

			state = next;
			if (!isTelling) {
				isTelling = true;
				queueMicrotask(() => {
					isTelling = false;
					for (const listener of listeners) {
						listener();
					}
				});
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
