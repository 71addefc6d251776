import { colourCode } from "../../accent.ts";
import type { Line } from "../frame/line.ts";
import type { TextStyle, Theme } from "../theme.ts";
import { hyperlink } from "./escapes.ts";

/**
 * A line as the terminal gets it. Ink draws the same where each piece is a `<Text>` of its own, but a component and a
 * node for every word that looks different are most of what a key press costs.
 */
export function paintLine({ pieces }: Line, theme: Theme, hasHyperlinks: boolean): string {
	return pieces
		.map(({ text, role, href }) =>
			paint(href !== undefined && hasHyperlinks ? hyperlink(text, href) : text, theme[role]),
		)
		.join("");
}

/**
 * The text in a style, the escapes in the order in which Ink's `<Text>` writes them. By hand and not by chalk: the first
 * frame is drawn with this, and chalk takes a millisecond to be there.
 */
function paint(
	text: string,
	{ color, backgroundColor, bold, dimColor, italic, underline, inverse }: TextStyle,
): string {
	let painted = text;
	if (dimColor) {
		painted = within(painted, 2, 22);
	}

	if (color !== undefined) {
		painted = within(painted, colourCode(color), 39);
	}

	if (backgroundColor !== undefined) {
		painted = within(painted, Number(colourCode(backgroundColor)) + toBackground, 49);
	}

	if (bold) {
		painted = within(painted, 1, 22);
	}

	if (italic) {
		painted = within(painted, 3, 23);
	}

	if (underline) {
		painted = within(painted, 4, 24);
	}

	return inverse ? within(painted, 7, 27) : painted;
}

/** A colour's code as a background is so much more than as a foreground. */
const toBackground = 10;

const within = (text: string, open: number | string, close: number) =>
	text === "" ? text : `\u001B[${open}m${text}\u001B[${close}m`;
