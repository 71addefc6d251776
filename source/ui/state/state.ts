import type { Selection } from "../../resume/select.ts";
import type { Content } from "../content.ts";
import type { Size } from "../frame/layout.ts";
import type { Screen } from "../screens/index.ts";
import type { Place } from "../screens/screen.ts";
import { layersOf } from "./layers.ts";

/** What a viewer draws with, the same for its whole life. */
export type Look = {
	/** The command to come back with, if one leads to this résumé. */
	comeBack?: string;
	/** Whether what is drawn is darker than its background: a camera wants the dark modules of a code dark. */
	isInkDark: boolean;
	/** False leaves the code out: a screen reader can't say it. */
	hasCode?: boolean;
};

/**
 * All that a frame is drawn from. `content` and `look` may be shared by many visitors; what is a visitor's own is in the
 * other fields.
 */
export type State = {
	content: Content;
	look: Look;
	size: Size;
	/** What Esc goes back through; the last one is on screen. Never empty: the first is home. */
	layers: readonly Screen[];
	/** The search that `n` and `N` go on with, until Esc ends it. */
	found?: Found;
	/** What was searched for last: ↑ in the empty field brings it back. */
	lastQuery?: string;
	/** Said in place of the footer until the next key. */
	notice?: string;
	/** Said like it if there's no notice, until another résumé is shown: what is wrong with a watched file. */
	warning?: string;
};

/** A text that scrolls: the first line in view and, after a resize, how far it was scrolled before. */
export type Scrolled = {
	top: number;
	anchor?: { top: number; size: Size };
	/** A text of the search to scroll to, at first. */
	reveal?: string;
};

/** Which result of which search is shown; results in the entry it began in come first. */
export type Found = { query: string; index: number; from?: Place };

/** The state in which the viewer opens: on the section and entry that were named, or at home. */
export function initialState(content: Content, look: Look, size: Size, { section, entry }: Selection = {}): State {
	return { content, look, size, layers: layersOf(content, section, entry) };
}
