import { useApp, useInput, useIsScreenReaderEnabled, usePaste } from "ink";
import { useMemo, useState, useSyncExternalStore } from "react";
import { createTheme } from "../theme.ts";
import { FrameView } from "./components/frame-view.tsx";
import { Spoken } from "./components/spoken.tsx";
import { ViewerContext } from "./components/viewer-context.ts";
import { frameOf } from "./frame/frame.ts";
import type { Host } from "./host.ts";
import { createSpeech } from "./state/speech.ts";
import type { Store } from "./state/store.ts";
import { keyName } from "./terminal/key-name.ts";
import type { SuspendTerminal } from "./terminal/perform.ts";

export type AppProps = {
	store: Store;
	host: Pick<Host, "hasColours" | "colourDepth" | "hasHyperlinks">;
	/** `suspendTerminal` is Ink's: it gives the terminal back while the job runs, and takes it again. */
	onKey: (key: string, suspendTerminal: SuspendTerminal) => void;
	onPaste: (text: string) => void;
};

/** Hands the keys on and draws the state; it keeps nothing itself. */
export function App({ store, host, onKey, onPaste }: AppProps) {
	const state = useSyncExternalStore(store.subscribe, store.get, store.get);
	const { accent } = state.content.resume;
	const look = useMemo(() => ({ theme: createTheme(host, accent), hasHyperlinks: host.hasHyperlinks }), [host, accent]);
	const { suspendTerminal } = useApp();
	useInput((input, key) => {
		const name = keyName(input, key);
		if (name !== undefined) {
			onKey(name, suspendTerminal);
		}
	});
	usePaste(onPaste);
	return (
		<ViewerContext value={look}>
			{useIsScreenReaderEnabled() ? <SpokenScreens store={store} /> : <FrameView frame={frameOf(state)} />}
		</ViewerContext>
	);
}

function SpokenScreens({ store }: Pick<AppProps, "store">) {
	const [speech] = useState(() => createSpeech(store));
	return <Spoken said={useSyncExternalStore(speech.subscribe, speech.get, speech.get)} />;
}
