import { useApp, useInput, useIsScreenReaderEnabled, usePaste } from "ink";
import { useSyncExternalStore } from "react";
import { Frame } from "./components/frame.tsx";
import { SpokenScreen } from "./components/spoken.tsx";
import { TooSmallScreen } from "./components/too-small.tsx";
import { keyName } from "./input/key-name.ts";
import { isTooSmall } from "./state.ts";
import type { Store } from "./store.ts";

export type AppProps = {
	store: Store;
	/** `suspendTerminal` is Ink's: it gives the terminal back while the job runs, and takes it again. */
	onKey: (key: string, suspendTerminal: (job: () => Promise<void> | void) => unknown) => void;
	onPaste: (text: string) => void;
};

/** Hands the keys on and draws the state; it keeps nothing itself. */
export function App({ store, onKey, onPaste }: AppProps) {
	const state = useSyncExternalStore(store.subscribe, store.get, store.get);
	const { suspendTerminal } = useApp();
	useInput((input, key) => {
		const name = keyName(input, key);
		if (name !== undefined) {
			onKey(name, suspendTerminal);
		}
	});
	usePaste(onPaste);
	if (useIsScreenReaderEnabled()) {
		return <SpokenScreen state={state} />;
	}

	if (isTooSmall(state)) {
		return <TooSmallScreen columns={state.size.columns} />;
	}

	return <Frame state={state} />;
}
