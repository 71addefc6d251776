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
 * Terminals known to show OSC 8 hyperlinks or to ignore them, by TERM. All others may print what is in the sequence: a
 * vt100, the Linux console, whatever calls itself "ansi" or nothing at all.
 */
const knowHyperlinks =
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

	return (knowHyperlinks.test(term) || Boolean(windowsTerminal)) && !(Number(vte) < 5000);
}

/** Whether a program runs there on its own, with nobody to press a key. */
export const isContinuousIntegration = ({ CI: ci }: Environment) =>
	ci !== undefined && ci !== "" && ci !== "0" && ci !== "false";
