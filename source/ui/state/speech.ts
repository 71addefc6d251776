import { newWords, type Spoken, spokenOf } from "../frame/spoken.ts";
import type { Store } from "./store.ts";

/** Everything that has been said so far. */
export type Speech = Pick<Store, "subscribe"> & { get: () => readonly string[] };

/** Says what is new whenever the state changes. */
export function createSpeech(store: Store): Speech {
	let last: Spoken | undefined;
	let said: readonly string[] = [];
	const listen = () => {
		const spoken = spokenOf(store.get());
		const words = newWords(last, spoken);
		last = spoken;
		if (words.length > 0) {
			said = [...said, ...words];
		}
	};
	listen();
	// Registered before the listeners that ask what has been said.
	store.subscribe(listen);
	return { get: () => said, subscribe: store.subscribe };
}
