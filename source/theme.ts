import { type Accent, type Colour, type ColourDepth, type ShownColour, shownAccent, usualAccent } from "./accent.ts";
import type { Span } from "./resume/model.ts";

/**
 * The one place that knows how text looks, in the viewer and in print. A role says what a text is; the theme says how that looks. Only the terminal's own
 * sixteen colours are used, and an accent that the owner may choose, so that light and dark backgrounds both read well;
 * no meaning rests on colour alone.
 */
export type Role =
	| "plain"
	/** Whose résumé it is. */
	| "name"
	/** Over a section, in print. */
	| "heading"
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
	/** Where the next character goes. */
	| "caret"
	/** The match that the search is at. */
	| "found"
	/** A line the program says: "copied …". */
	| "notice"
	| "rule"
	/** The QR code of the card. */
	| "code";

export type TextStyle = {
	/** As Ink names it. */
	color?: ShownColour;
	backgroundColor?: Colour;
	bold?: boolean;
	dimColor?: boolean;
	italic?: boolean;
	underline?: boolean;
	inverse?: boolean;
};

export type Theme = Record<Role, TextStyle>;

const monochrome: Theme = {
	plain: {},
	name: { bold: true },
	heading: { bold: true },
	title: { bold: true },
	quiet: { dimColor: true },
	current: { bold: true },
	key: { bold: true },
	owner: { bold: true },
	link: { underline: true },
	strong: { bold: true },
	emphasis: { italic: true },
	literal: {},
	match: { underline: true, bold: true },
	caret: { underline: true },
	found: { inverse: true, bold: true },
	notice: { bold: true },
	rule: { dimColor: true },
	code: {},
};

/** How the roles look. Without colours, bold, dim, underline and reverse video still tell them apart. */
export function createTheme(
	{ hasColours, colourDepth = 4 }: { hasColours: boolean; colourDepth?: ColourDepth },
	wanted: Accent = usualAccent,
): Theme {
	if (!hasColours) {
		return monochrome;
	}

	const accent = shownAccent(wanted, colourDepth);
	return {
		...monochrome,
		name: { bold: true, color: accent },
		heading: { bold: true, color: accent },
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
