import type { ScreenName } from "./state.ts";

/**
 * The one table of keys: what a key does, where it does so, and how the footer and the help call it. A key is named as
 * `key-name.ts` names it: "up", "enter", "ctrl-u", or the character itself.
 */

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
	| "help"
	| "suspend"
	| "quit"
	| "erase"
	| "eraseAll";

export type Binding = {
	verb: Verb;
	keys: readonly string[];
	/** As the footer and the help show the keys: "↑↓", "enter". */
	shown: string;
	/** What it does, for the help. */
	help: string;
	/** What the footer calls it, on the screens where the footer shows it at all. */
	hint?: Partial<Record<ScreenName, string>>;
	/** The footer drops the others first. */
	isAlwaysHinted?: boolean;
	/** The screens on which it works; everywhere where absent. */
	on?: readonly ScreenName[];
	/** Whether it still works where characters are typed. */
	isForTyping?: boolean;
};

const menus: readonly ScreenName[] = ["home", "section", "timeline", "links"];
const everyMenu = (hint: string) => ({ home: hint, section: hint, search: hint, timeline: hint, links: hint });
const everyText = (hint: string) => ({ entry: hint, help: hint, card: hint });

export const keymap: readonly Binding[] = [
	{ verb: "up", keys: ["up"], shown: "↑", help: "", isForTyping: true },
	{
		verb: "down",
		keys: ["down"],
		shown: "↑↓",
		help: "move, or scroll a text",
		hint: { ...everyMenu("move"), ...everyText("scroll") },
		isForTyping: true,
	},
	{ verb: "up", keys: ["k", "ctrl-p"], shown: "k", help: "" },
	{ verb: "down", keys: ["j", "ctrl-n"], shown: "j k", help: "the same, down and up" },
	{
		verb: "open",
		keys: ["enter"],
		shown: "enter",
		help: "open",
		hint: everyMenu("open"),
		on: [...menus, "search"],
		isForTyping: true,
	},
	{ verb: "open", keys: ["right", "l"], shown: "→ l", help: "open; in an entry, the next one", on: menus },
	{ verb: "open", keys: ["right"], shown: "→", help: "", on: ["search"], isForTyping: true },
	{
		verb: "back",
		keys: ["escape"],
		shown: "esc",
		help: "one step back; never leaves the program",
		hint: {
			section: "back",
			entry: "back",
			search: "back",
			timeline: "back",
			links: "back",
			card: "back",
			help: "back",
		},
		isAlwaysHinted: true,
		isForTyping: true,
	},
	{ verb: "back", keys: ["left", "h", "backspace"], shown: "← h backspace", help: "one step back" },
	{
		verb: "nextEntry",
		keys: ["]"],
		shown: "[ ]",
		help: "the previous and the next entry of the section",
		hint: { entry: "previous, next" },
		on: ["section", "entry"],
	},
	{ verb: "nextEntry", keys: ["right", "l"], shown: "→", help: "", on: ["entry"] },
	{ verb: "back", keys: ["left"], shown: "←", help: "", on: ["search"], isForTyping: true },
	{ verb: "previousEntry", keys: ["["], shown: "[", help: "", on: ["section", "entry"] },
	{ verb: "nextSection", keys: ["tab"], shown: "tab", help: "the next section; with shift the previous one" },
	{ verb: "previousSection", keys: ["shift-tab"], shown: "shift-tab", help: "" },
	{
		verb: "jump",
		keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
		shown: "1–9",
		help: "to that item of a list, or that link of an entry",
	},
	{ verb: "first", keys: ["g", "home", "ctrl-a"], shown: "g home", help: "to the top" },
	{ verb: "last", keys: ["G", "end", "ctrl-e"], shown: "G end", help: "to the bottom" },
	{ verb: "first", keys: ["home"], shown: "home", help: "", on: ["search"], isForTyping: true },
	{ verb: "last", keys: ["end"], shown: "end", help: "", on: ["search"], isForTyping: true },
	{ verb: "pageDown", keys: ["pagedown", " ", "ctrl-f"], shown: "space pgdn", help: "a page down" },
	{ verb: "pageUp", keys: ["pageup", "b", "ctrl-b"], shown: "b pgup", help: "a page up" },
	{ verb: "pageDown", keys: ["pagedown"], shown: "pgdn", help: "", on: ["search"], isForTyping: true },
	{ verb: "pageUp", keys: ["pageup"], shown: "pgup", help: "", on: ["search"], isForTyping: true },
	{ verb: "halfDown", keys: ["ctrl-d"], shown: "ctrl-d ctrl-u", help: "half a page down and up" },
	{ verb: "halfUp", keys: ["ctrl-u"], shown: "ctrl-u", help: "" },
	{ verb: "erase", keys: ["backspace"], shown: "backspace", help: "", on: ["search"], isForTyping: true },
	{ verb: "eraseAll", keys: ["ctrl-u"], shown: "ctrl-u", help: "", on: ["search"], isForTyping: true },
	{
		verb: "search",
		keys: ["/"],
		shown: "/",
		help: "search every word of the résumé",
		hint: { home: "search", section: "search", entry: "search" },
	},
	{ verb: "nextMatch", keys: ["n"], shown: "n N", help: "the next and the previous result of the search" },
	{ verb: "previousMatch", keys: ["N"], shown: "N", help: "" },
	{
		verb: "timeline",
		keys: ["t"],
		shown: "t",
		help: "timeline: what went on when",
		hint: { home: "timeline", section: "timeline" },
	},
	{ verb: "links", keys: ["u"], shown: "u", help: "links: every address of the résumé", hint: { home: "links" } },
	{ verb: "card", keys: ["c"], shown: "c", help: "the business card, to scan and take away", hint: { home: "card" } },
	{
		verb: "openLink",
		keys: ["o"],
		shown: "o",
		help: "open the link in a browser",
		hint: { links: "open", entry: "open link" },
	},
	{
		verb: "copy",
		keys: ["y"],
		shown: "y",
		help: "copy: the mail, a link, a BibTeX entry, a text; again for the next",
		hint: { home: "copy mail", entry: "copy", links: "copy" },
	},
	{
		verb: "help",
		keys: ["?"],
		shown: "?",
		help: "this help",
		hint: { home: "help", section: "help", entry: "help", timeline: "help", links: "help", card: "help" },
		isAlwaysHinted: true,
	},
	{ verb: "quit", keys: ["q"], shown: "q", help: "leave", hint: { home: "quit" }, isAlwaysHinted: true },
	{
		verb: "quit",
		keys: ["ctrl-c"],
		shown: "ctrl-c",
		help: "leave, also while typing",
		hint: { search: "quit" },
		isForTyping: true,
	},
	{ verb: "suspend", keys: ["ctrl-z"], shown: "ctrl-z", help: "", isForTyping: true },
];

/** What a key does on a screen; undefined where it does nothing. */
export function bindingOf(key: string, screen: ScreenName): Binding | undefined {
	const isTyping = screen === "search";
	const works = ({ on, isForTyping }: Binding) =>
		(on === undefined || on.includes(screen)) && (!isTyping || isForTyping === true);
	// A binding made for a screen goes before one that works everywhere.
	const candidates = keymap.filter((binding) => binding.keys.includes(key) && works(binding));
	return candidates.find(({ on }) => on !== undefined) ?? candidates[0];
}

export type Hint = { verb: Verb; shown: string; hint: string; isAlwaysHinted: boolean };

/** What the footer of a screen tells, in its order. */
export function hintsOf(screen: ScreenName): Hint[] {
	return keymap.flatMap(({ verb, shown, hint, isAlwaysHinted = false }) => {
		const words = hint?.[screen];
		return words === undefined ? [] : [{ verb, shown, hint: words, isAlwaysHinted }];
	});
}
