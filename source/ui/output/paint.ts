import chalk, { type BackgroundColorName, type ForegroundColorName } from "chalk";
import type { Line } from "../lines/lines.ts";
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

/** The text in a style, the escapes in the order in which Ink's `<Text>` writes them. */
function paint(text: string, { color, backgroundColor, bold, dimColor, underline, inverse }: TextStyle): string {
	let painted = text;
	if (dimColor) {
		painted = chalk.dim(painted);
	}

	if (color !== undefined) {
		painted = chalk[color](painted);
	}

	if (backgroundColor !== undefined) {
		painted = chalk[backgroundName(backgroundColor)](painted);
	}

	if (bold) {
		painted = chalk.bold(painted);
	}

	if (underline) {
		painted = chalk.underline(painted);
	}

	return inverse ? chalk.inverse(painted) : painted;
}

const backgroundName = (color: ForegroundColorName) =>
	`bg${color[0]!.toUpperCase()}${color.slice(1)}` as BackgroundColorName;
