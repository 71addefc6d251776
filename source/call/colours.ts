import type { ColourDepth } from "../accent.ts";
import type { Flags } from "./flags.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether colours go to this stream: --color first, then FORCE_COLOR (https://force-color.org; "0" and
 * "false" switch off, as in Node.js), then NO_COLOR (https://no-color.org: any value but the empty one), then
 * whether it is a terminal that can.
 */
export function hasColours({ color }: Flags, environment: Environment, stream: { isTTY?: boolean }): boolean {
	const { FORCE_COLOR: force, NO_COLOR: none } = environment;
	if (color === "always" || color === "never") {
		return color === "always";
	}

	if (force !== undefined && force !== "") {
		return force !== "0" && force !== "false";
	}

	return !none && stream.isTTY === true && !isDumb(environment);
}

/** How many bits of colour the terminal says that it shows: COLORTERM, as most set it, and the name of its terminfo. */
export function colourDepthOf({ COLORTERM: colours = "", TERM: term = "" }: Environment): ColourDepth {
	return /^(?:truecolor|24bit)$/i.test(colours) || term.endsWith("-direct") ? 24 : term.includes("256color") ? 8 : 4;
}

/** A terminal that understands no cursor movement: nothing can be browsed on it. */
export const isDumb = ({ TERM: term }: Environment) => term === "dumb";

/**
 * Whether the background is light: --background first, then COLORFGBG, which rxvt, Konsole and others set and which ends
 * in the background's number among the sixteen colours.
 * @returns undefined if neither says; the terminal itself may, if it's asked.
 */
export function isLightBackground(
	{ background }: Pick<Flags, "background">,
	{ COLORFGBG: colours }: Environment,
): boolean | undefined {
	if (background === "light" || background === "dark") {
		return background === "light";
	}

	const number = /;(\d+)$/.exec(colours ?? "")?.[1];
	return number === undefined ? undefined : number === "7" || Number(number) >= 9;
}

/**
 * Terminals known to understand control strings (OSC) or to ignore them, by TERM. All others may print what is in the
 * string: a vt100, the Linux console, whatever calls itself "ansi" or nothing at all.
 */
const knowStrings =
	/^(?:xterm|screen|tmux|rxvt|alacritty|foot|kitty|wezterm|ghostty|contour|konsole|gnome|vte|iterm|mintty|putty|nsterm|mlterm|ms-terminal)\b|^st(?:-|$)/i;

/**
 * Whether OSC 8 hyperlinks may be sent: if TERM is known for them, or if Windows Terminal says so, which sets no TERM;
 * old VTE crashed on them (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). FORCE_HYPERLINK decides
 * if it is set.
 */
export function hasHyperlinks(environment: Environment): boolean {
	const { FORCE_HYPERLINK: force, TERM: term = "", VTE_VERSION: vte, WT_SESSION: windowsTerminal } = environment;
	if (force !== undefined && force !== "") {
		return force !== "0";
	}

	return takesStrings({ TERM: term, WT_SESSION: windowsTerminal }) && !(Number(vte) < 5000);
}

/** Whether control strings may be sent: a hyperlink, a text for the clipboard, a question for the background. */
export const takesStrings = ({ TERM: term = "", WT_SESSION: windowsTerminal }: Environment): boolean =>
	knowStrings.test(term) || Boolean(windowsTerminal);

/** What GNU screen takes of a control string (its MAXSTR is 768); the rest of a longer one it prints. */
const longestInScreen = 700;

/**
 * How many bytes a control string may have. tmux calls itself "screen" too, and takes all: here it's known by its own
 * variable, which doesn't come through SSH.
 */
export function longestStringOf(environment: Environment): number {
	const { TERM: term = "", TMUX: tmux } = environment;
	return !takesStrings(environment) ? 0 : /^screen\b/.test(term) && !tmux ? longestInScreen : Number.POSITIVE_INFINITY;
}

/** Whether a program runs there on its own, with nobody to press a key. */
export const isContinuousIntegration = ({ CI: ci }: Environment) =>
	ci !== undefined && ci !== "" && ci !== "0" && ci !== "false";
