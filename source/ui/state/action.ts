import type { Content } from "../content.ts";
import type { Size } from "../frame/layout.ts";
import type { Verb } from "./keymap.ts";

/** What can happen to the state: a verb of the keymap, what was typed or clicked on, and what comes from outside. */
export type Action =
	| { type: "verb"; verb: Verb /** The digit of `jump`. */; number?: number }
	| { type: "type"; text: string }
	/** To an item of the list, counted from 0. */
	| { type: "item"; index: number }
	/** To an entry, to a section with the entry `at` highlighted in its list, or home; from any screen. */
	| { type: "go"; section?: number; entry?: number; at?: number }
	/** Opens an address. */
	| { type: "follow"; url: string }
	/** The terminal says whether its background is light. */
	| { type: "background"; isLight: boolean }
	| { type: "resize"; size: Size }
	/** Says something until the next key, or what `stays` until another résumé is shown. */
	| { type: "notify"; text: string; stays?: boolean }
	| { type: "replace"; content: Content };
