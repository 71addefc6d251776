import type { Edit } from "./field.ts";

/**
 * The one table of keys: what a key is for, and how the footer and the help call it. A key is named as `key-name.ts`
 * names it: "up", "enter", "ctrl-u", or the character itself. What a verb does on a screen is the screen's to say.
 */

/** What a screen is to the keys: a list, a text that scrolls, or a list with a field to type in. */
export type ScreenKind = "list" | "text" | "field";

export type Verb =
	| "up"
	| "down"
	| "pageUp"
	| "pageDown"
	| "halfUp"
	| "halfDown"
	| "first"
	| "last"
	| "open"
	| "back"
	| "nextSection"
	| "previousSection"
	| "nextEntry"
	| "previousEntry"
	| "jump"
	| "search"
	| "nextMatch"
	| "previousMatch"
	| "openLink"
	| "copy"
	| "timeline"
	| "links"
	| "card"
	| "language"
	| "help"
	| "suspend"
	| "redraw"
	| "quit"
	| "interrupt"
	| Edit;

export type Binding = {
	verb: Verb;
	keys: readonly string[];
	/** As the footer and the help show the keys: "↑↓", "enter". */
	shown: string;
	/** What it does, for the help; "" if another binding's help covers it. */
	help: string;
	/** The kinds of screens on which it works; without it, all but a field. */
	on?: readonly ScreenKind[];
	/** If the footer has no room for all keys, those of the highest number go first. */
	need?: number;
};

const anywhere: readonly ScreenKind[] = ["list", "text", "field"];

/** In the order in which the footer of every screen shows them. */
export const keymap: readonly Binding[] = [
	{ verb: "up", keys: ["up", "ctrl-p"], shown: "↑", help: "", on: anywhere },
	{ verb: "down", keys: ["down", "ctrl-n"], shown: "↑↓", help: "move, or scroll a text", on: anywhere, need: 5 },
	{ verb: "up", keys: ["k"], shown: "k", help: "" },
	{ verb: "down", keys: ["j"], shown: "j k", help: "the same, down and up" },
	{ verb: "open", keys: ["enter"], shown: "enter", help: "open", on: ["list", "field"], need: 2 },
	{ verb: "open", keys: ["right", "l"], shown: "→ l", help: "open; in an entry, the next one", on: ["list"] },
	{
		verb: "back",
		keys: ["escape"],
		shown: "esc",
		help: "one step back; never leaves the program",
		on: anywhere,
		need: 0,
	},
	{ verb: "back", keys: ["left", "h", "backspace"], shown: "← h backspace", help: "one step back" },
	{ verb: "nextEntry", keys: ["]"], shown: "[ ]", help: "the previous and the next entry of the section", need: 4 },
	{ verb: "previousEntry", keys: ["["], shown: "[", help: "" },
	{ verb: "nextEntry", keys: ["right", "l"], shown: "→", help: "", on: ["text"] },
	{ verb: "nextSection", keys: ["tab"], shown: "tab", help: "the next section; with shift the previous one" },
	{ verb: "previousSection", keys: ["shift-tab"], shown: "shift-tab", help: "" },
	{
		verb: "jump",
		keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
		shown: "1–9",
		help: "to that item of a list; in an entry, open that link",
	},
	{ verb: "first", keys: ["g", "home", "ctrl-a"], shown: "g home", help: "to the top" },
	{ verb: "last", keys: ["G", "end", "ctrl-e"], shown: "G end", help: "to the bottom" },
	{ verb: "pageDown", keys: ["pagedown", " ", "ctrl-f"], shown: "space pgdn", help: "a page down" },
	{ verb: "pageUp", keys: ["pageup", "b", "ctrl-b"], shown: "b pgup", help: "a page up" },
	{ verb: "pageDown", keys: ["pagedown"], shown: "pgdn", help: "", on: ["field"] },
	{ verb: "pageUp", keys: ["pageup"], shown: "pgup", help: "", on: ["field"] },
	{ verb: "halfDown", keys: ["ctrl-d"], shown: "ctrl-d ctrl-u", help: "half a page down and up" },
	{ verb: "halfUp", keys: ["ctrl-u"], shown: "ctrl-u", help: "" },
	{ verb: "caretLeft", keys: ["left", "ctrl-b"], shown: "←", help: "", on: ["field"] },
	{ verb: "caretRight", keys: ["right", "ctrl-f"], shown: "→", help: "", on: ["field"] },
	{ verb: "caretStart", keys: ["home", "ctrl-a"], shown: "home", help: "", on: ["field"] },
	{ verb: "caretEnd", keys: ["end", "ctrl-e"], shown: "end", help: "", on: ["field"] },
	{ verb: "erase", keys: ["backspace"], shown: "backspace", help: "", on: ["field"] },
	{ verb: "eraseNext", keys: ["delete"], shown: "delete", help: "", on: ["field"] },
	{ verb: "eraseWord", keys: ["ctrl-w"], shown: "ctrl-w", help: "", on: ["field"] },
	{ verb: "eraseAll", keys: ["ctrl-u"], shown: "ctrl-u", help: "", on: ["field"] },
	{ verb: "search", keys: ["/"], shown: "/", help: "search every word of the résumé", need: 2 },
	{ verb: "nextMatch", keys: ["n"], shown: "n N", help: "the next and the previous result of the search", need: 2 },
	{ verb: "previousMatch", keys: ["N"], shown: "N", help: "" },
	{ verb: "timeline", keys: ["t"], shown: "t", help: "timeline: what went on when; again to close it", need: 3 },
	{ verb: "links", keys: ["u"], shown: "u", help: "links: every address of the résumé; again to close it", need: 4 },
	{ verb: "card", keys: ["c"], shown: "c", help: "the business card, to scan and take away", need: 3 },
	{
		verb: "language",
		keys: ["L"],
		shown: "L",
		help: "show it in the next of its languages",
		// A visitor who can't read the language needs it before all else.
		need: 1,
	},
	{ verb: "openLink", keys: ["o"], shown: "o", help: "open the link in a browser", need: 2 },
	{
		verb: "copy",
		keys: ["y"],
		shown: "y",
		help: "copy: the email address, a link, a BibTeX entry, a text; again for the next",
		need: 3,
	},
	{ verb: "help", keys: ["?"], shown: "?", help: "this help", need: 0 },
	{ verb: "quit", keys: ["q"], shown: "q", help: "leave", need: 0 },
	{ verb: "interrupt", keys: ["ctrl-c"], shown: "ctrl-c", help: "leave, also while typing", on: anywhere, need: 0 },
	{ verb: "suspend", keys: ["ctrl-z"], shown: "ctrl-z", help: "", on: anywhere },
	{ verb: "redraw", keys: ["ctrl-l"], shown: "ctrl-l", help: "redraw the screen", on: anywhere },
];

const notTyping: readonly ScreenKind[] = ["list", "text"];

/** What a key is for on a screen of this kind; undefined if it does nothing. */
export function bindingOf(key: string, kind: ScreenKind): Binding | undefined {
	const candidates = keymap.filter(({ keys, on = notTyping }) => keys.includes(key) && on.includes(kind));
	// A binding made for this kind goes before one that works on others too.
	return candidates.sort((a, b) => (a.on ?? notTyping).length - (b.on ?? notTyping).length)[0];
}

export type Hint = { verb: Verb; shown: string; hint: string; need: number };

/** What a footer shows, in the order of the keymap: each verb by its first keys. */
export const hintsOf = (words: { readonly [V in Verb]?: string }): Hint[] =>
	keymap.flatMap(({ verb, shown, need }) => {
		const hint = words[verb];
		return need === undefined || hint === undefined ? [] : [{ verb, shown, hint, need }];
	});
