import { type CardScreen, card } from "./card.ts";
import { type EntryScreen, entry } from "./entry.ts";
import { type HelpScreen, help } from "./help.ts";
import { type HomeScreen, home } from "./home.ts";
import { type LinksScreen, links } from "./links.ts";
import type { ListScreen, ScreenSpec, TextScreen } from "./screen.ts";
import { type SearchScreen, search } from "./search.ts";
import { type SectionScreen, section } from "./section.ts";
import { type TimelineScreen, timeline } from "./timeline.ts";

/** What is on screen, and the position in it. */
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

/** All screens by name: nothing outside this folder asks which one it has. */
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

/** The object that draws a screen of this state and answers for it. */
export const specOf = (screen: Screen): ListScreen<Screen> | TextScreen<Screen> =>
	// Each takes only its own kind of state, and looking it up by name guarantees that.
	screens[screen.name] as unknown as ListScreen<Screen> | TextScreen<Screen>;
