import type { Span } from "../resume/model.ts";

/**
 * The one place that knows colours. A role says what a text is; the theme says how that looks. Only the terminal's own
 * sixteen colours are used, so that light and dark backgrounds both read well, and no meaning rests on colour alone.
 */
export type Role =
	| "plain"
	/** What is read first. */
	| "title"
	/** Dates, places, counts, hints. */
	| "quiet"
	/** The current item, and what the eye should find. */
	| "current"
	/** A key in the footer or the help. */
	| "key"
	/** The name of the person the résumé is about, among others. */
	| "owner"
	| "link"
	/** What a text sets off: `**bold**`, `*emphasis*` and `` `code` `` in the résumé. */
	| "strong"
	| "emphasis"
	| "literal"
	/** What the search found. */
	| "match"
	/** A line the program says: "copied …". */
	| "notice"
	| "rule"
	/** The QR code of the card. */
	| "code";

/** The colours in use, by the names that Ink has for them, and their codes as a foreground (ECMA-48 §8.3.117, and xterm's). */
export const colourCodes = { black: 30, magenta: 35, cyan: 36, whiteBright: 97 } as const;

type Colour = keyof typeof colourCodes;

export type TextStyle = {
	color?: Colour;
	backgroundColor?: Colour;
	bold?: boolean;
	dimColor?: boolean;
	italic?: boolean;
	underline?: boolean;
	inverse?: boolean;
};

export type Theme = Record<Role, TextStyle>;

// Of the sixteen, magenta keeps the most contrast on black as well as on white in the palettes terminals ship.
const accent = "magenta";

const monochrome: Theme = {
	plain: {},
	title: { bold: true },
	quiet: { dimColor: true },
	current: { bold: true },
	key: { bold: true },
	owner: { bold: true },
	link: { underline: true },
	strong: { bold: true },
	emphasis: { italic: true },
	literal: {},
	match: { inverse: true },
	notice: { bold: true },
	rule: { dimColor: true },
	code: {},
};

/** How the roles look. Without colours, bold, dim, underline and reverse video still tell them apart. */
export function createTheme({ hasColours }: { hasColours: boolean }): Theme {
	if (!hasColours) {
		return monochrome;
	}

	return {
		...monochrome,
		current: { bold: true, color: accent },
		key: { color: accent },
		link: { color: accent, underline: true },
		literal: { color: "cyan" },
		notice: { color: accent, bold: true },
		// Dark on light whatever the terminal's own colours are: that is what a camera expects.
		code: { color: "black", backgroundColor: "whiteBright" },
	};
}

/** What a stretch of the résumé's text is: a link before all else, since it can be opened. */
export function roleOf({ href, isOwner, isBold, isItalic, isCode }: Span): Role {
	if (href !== undefined) {
		return "link";
	}

	return isOwner ? "owner" : isCode ? "literal" : isBold ? "strong" : isItalic ? "emphasis" : "plain";
}

/** Glyphs that every monospace font has, one column each. */
export const glyphs = {
	cursor: "❯",
	bullet: "•",
	nestedBullet: "◦",
	rule: "─",
	divider: "│",
	crumb: "›",
	dot: "·",
	more: "…",
	up: "↑",
	down: "↓",
} as const;
