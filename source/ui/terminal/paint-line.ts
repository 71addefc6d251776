import { paint } from "../../paint.ts";
import type { Theme } from "../../theme.ts";
import type { Line } from "../frame/line.ts";
import { hyperlink } from "./escapes.ts";

/**
 * A line as the terminal gets it. Ink would draw the same from a `<Text>` for each piece, but a component and a
 * node for every word that looks different are most of what a key press costs.
 */
export function paintLine({ pieces }: Line, theme: Theme, hasHyperlinks: boolean): string {
	return pieces
		.map(({ text, role, href }) =>
			paint(href !== undefined && hasHyperlinks ? hyperlink(text, href) : text, theme[role]),
		)
		.join("");
}
