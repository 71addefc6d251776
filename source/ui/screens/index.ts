import { type CardScreen, card } from "./card.ts";
import { type EntryScreen, entry } from "./entry.ts";
import { type HelpScreen, help } from "./help.ts";
import { type HomeScreen, home } from "./home.ts";
import { type LinksScreen, links } from "./links.ts";
import type { ListScreen, ScreenSpec, TextScreen } from "./screen.ts";
import { type SearchScreen, search } from "./search.ts";
import { type SectionScreen, section } from "./section.ts";
import { type TimelineScreen, timeline } from "./timeline.ts";

/** What is on screen, and where one is in it. */
export type Screen =
	| HomeScreen
	| SectionScreen
	| EntryScreen
	| SearchScreen
	| TimelineScreen
	| LinksScreen
	| CardScreen
	| HelpScreen;

export type ScreenName = Screen["name"];

/** All screens by name: nothing outside of this folder asks which one it has. */
export const screens: { readonly [Name in ScreenName]: ScreenSpec<Extract<Screen, { name: Name }>> } = {
	home,
	section,
	entry,
	search,
	timeline,
	links,
	card,
	help,
};

/** The one that draws and answers for what the state keeps of a screen. */
export const specOf = (screen: Screen): ListScreen<Screen> | TextScreen<Screen> =>
	// Each answers for its own kind of state alone, and by its name it gets no other.
	screens[screen.name] as unknown as ListScreen<Screen> | TextScreen<Screen>;
