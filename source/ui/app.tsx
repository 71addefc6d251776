import { useApp, useInput, useIsScreenReaderEnabled, usePaste } from "ink";
import { useSyncExternalStore } from "react";
import { Frame } from "./components/frame.tsx";
import { keyName } from "./key-name.ts";
import { screenOf } from "./layers.ts";
import { isTooSmall } from "./navigation.ts";
import { HomeScreen } from "./screens/home.tsx";
import { LinksScreen } from "./screens/links.tsx";
import { SearchScreen } from "./screens/search.tsx";
import { SectionScreen } from "./screens/section.tsx";
import { SpokenScreen } from "./screens/spoken.tsx";
import { TextScreen } from "./screens/text.tsx";
import { TimelineScreen } from "./screens/timeline.tsx";
import { TooSmallScreen } from "./screens/too-small.tsx";
import type { State } from "./state.ts";
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

	return (
		<Frame state={state}>
			<CurrentScreen state={state} />
		</Frame>
	);
}

function CurrentScreen({ state }: { state: State }) {
	const screen = screenOf(state);
	switch (screen.name) {
		case "home":
			return <HomeScreen state={state} {...screen} />;
		case "section":
			return <SectionScreen state={state} {...screen} />;
		case "search":
			return <SearchScreen state={state} {...screen} />;
		case "timeline":
			return <TimelineScreen state={state} {...screen} />;
		case "links":
			return <LinksScreen state={state} {...screen} />;
		default:
			return <TextScreen state={state} {...screen} />;
	}
}
