/**
 * The accent colour: one of the terminal's sixteen by name, or a hex value. The viewer, print and the page take it from
 * `meta.theme.accent` or from --accent.
 */

/** The terminal's sixteen as chalk and Ink call them, with what they look like on a page. */
const sixteen = {
	black: "#24292f",
	red: "#cf222e",
	green: "#116329",
	yellow: "#7d4e00",
	blue: "#0969da",
	magenta: "#8250df",
	cyan: "#1b7c83",
	white: "#57606a",
	blackBright: "#57606a",
	redBright: "#a40e26",
	greenBright: "#1a7f37",
	yellowBright: "#633c01",
	blueBright: "#218bff",
	magentaBright: "#a475f9",
	cyanBright: "#3192aa",
	whiteBright: "#8c959f",
} as const;

export type Colour = keyof typeof sixteen;

export type Hex = `#${string}`;

export type Accent = Colour | Hex;

/** Of the sixteen, magenta keeps the most contrast on black as well as on white in the palettes terminals ship. */
export const usualAccent: Accent = "magenta";

export const colourNames = Object.keys(sixteen) as Colour[];

/** The accent that a text names, without regard to case: "cyan", "blueBright", "bright-blue", "gray", "#7a3fd1", "#73d". */
export function accentOf(text: string): Accent | undefined {
	const word = text.trim().toLowerCase();
	if (/^#([\da-f]{3}){1,2}$/.test(word)) {
		return word.length === 4 ? `#${[...word.slice(1)].map((digit) => digit + digit).join("")}` : (word as Hex);
	}

	const name = word
		.replace(/[-_ ]/g, "")
		.replace(/^bright(.+)$/, "$1bright")
		.replace(/^gr[ae]y$/, "blackbright");
	return colourNames.find((each) => each.toLowerCase() === name);
}

/** How many bits of colour a terminal shows: its sixteen, xterm's 256, or all. */
export type ColourDepth = 4 | 8 | 24;

/** A colour in Ink's words. */
export type ShownColour = Accent | `ansi256(${number})`;

/**
 * The accent as a terminal of this depth shows it, in Ink's words: a hex value as the nearest of xterm's 256, and where
 * there are sixteen only, whose looks nobody knows, as the usual accent.
 */
export function shownAccent(accent: Accent, depth: ColourDepth): ShownColour {
	if (!isHex(accent) || depth === 24) {
		return accent;
	}

	return depth === 4 ? usualAccent : `ansi256(${nearestOf256(accent)})`;
}

export const isHex = (accent: string): accent is Hex => accent.startsWith("#");

/** The three channels of a hex value, from 0 to 255. */
export const channelsOf = (hex: Hex): [red: number, green: number, blue: number] =>
	[1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as [number, number, number];

/** The nearest in xterm's colour cube, whose six steps are not of equal size. */
function nearestOf256(hex: Hex): number {
	const [red, green, blue] = channelsOf(hex).map((channel) =>
		channel < 48 ? 0 : channel < 115 ? 1 : Math.floor((channel - 35) / 40),
	) as [number, number, number];
	return 16 + 36 * red + 6 * green + blue;
}

/** WCAG 2.2 asks for this contrast of text and its background (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
const leastContrast = 4.5;

/** The accent on a page of this background: darkened or lightened until text in it can be read there. */
export function pageAccent(accent: Accent, background: Hex): Hex {
	const start = channelsOf(isHex(accent) ? accent : sixteen[accent]);
	const paper = luminanceOf(channelsOf(background));
	const target = paper > 0.5 ? 0 : 255;
	for (let share = 0; share <= 1; share += 0.05) {
		const mixed = start.map((channel) => Math.round(channel + (target - channel) * share)) as typeof start;
		const [light, dark] = [luminanceOf(mixed), paper].sort((a, b) => b - a) as [number, number];
		if ((light + 0.05) / (dark + 0.05) >= leastContrast) {
			return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
		}
	}

	return target === 0 ? "#000000" : "#ffffff";
}

/** Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminanceOf(channels: readonly number[]): number {
	const [red, green, blue] = channels.map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
