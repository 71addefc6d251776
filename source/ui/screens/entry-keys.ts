import type { Entry } from "../../resume/model.ts";
import { openUrl } from "../state/effect.ts";
import type { State } from "../state/state.ts";
import { copyEntry } from "./copy-entry.ts";
import type { ListScreen } from "./screen.ts";

/** What the keys for its link and its text do with the highlighted entry of a list. */
export const entryVerbs = <S>(
	entryOf: (state: State, screen: S) => Entry | undefined,
): NonNullable<ListScreen<S>["verbs"]> => ({
	openLink: (state, screen) => openUrl(entryOf(state, screen)?.links[0]?.url),
	copy: (state, screen) => copyEntry(state, entryOf(state, screen)),
});

/** The keys that the footer of a list of entries shows; without an entry there is nothing to open or copy. */
export const entryHints = (highlighted: Entry | undefined): ReturnType<ListScreen<unknown>["hints"]> => ({
	...(highlighted && { down: "move", open: "open" }),
	back: "back",
	search: "search",
	...((highlighted?.links.length ?? 0) > 0 && { openLink: "open link" }),
	...(highlighted && { copy: "copy" }),
	help: "help",
	quit: "quit",
});
