import type { Selection } from "../resume/select.ts";
import type { Content } from "./content.ts";
import { layoutOf, type Size } from "./layout.ts";
import { layersOf } from "./moves/layers.ts";

/** A text that scrolls: the first line in view and, after a new size, where one had scrolled to before it. */
export type Scrolled = { top: number; anchor?: { top: number; columns: number } };

/** What is on screen, and where one is in it. */
export type Screen =
	| { name: "home"; index: number }
	| { name: "section"; section: number; index: number }
	| ({
			name: "entry";
			section: number;
			entry: number;
			/** The link that `o` opens. */
			link: number;
			/** How often `y` was pressed on it. */
			copied?: number;
			/** What was searched for when it was opened, marked in the text. */
			query?: string;
	  } & Scrolled)
	| { name: "search"; query: string; index: number }
	| { name: "timeline"; index: number }
	| { name: "links"; index: number }
	| ({ name: "card" } & Scrolled)
	| ({ name: "help" } & Scrolled);

export type ScreenName = Screen["name"];

export type State = {
	content: Content;
	size: Size;
	/** What Esc goes back through; the last one is on screen. Never empty: the first is home. */
	layers: readonly Screen[];
	/** Said in place of the footer until the next key. */
	notice?: string;
};

/** The state in which the viewer opens: on the section and entry that were named, or at home. */
export function initialState(content: Content, size: Size, { section, entry }: Selection = {}): State {
	return { content, size, layers: layersOf(content, section, entry) };
}

/** Whether the terminal is too small to show anything. */
export const isTooSmall = ({ size }: State): boolean => layoutOf(size).isTooSmall;
