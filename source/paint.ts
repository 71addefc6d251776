import { Chalk, type ChalkInstance } from "chalk";
import { isHex, type ShownColour } from "./accent.ts";
import type { TextStyle } from "./theme.ts";

// Its own, and no level of the process: a theme has only what the terminal shows that it was made for.
const chalk = new Chalk({ level: 3 });

/** The text in a style, with the escape sequences of a terminal. */
export function paint(text: string, { color, backgroundColor, ...looks }: TextStyle): string {
	let painter = chalk;
	if (color !== undefined) {
		painter = inColour(painter, color);
	}

	if (backgroundColor !== undefined) {
		painter = painter[`bg${backgroundColor.charAt(0).toUpperCase()}${backgroundColor.slice(1)}` as "bgBlack"];
	}

	for (const [look, modifier] of modifiers) {
		painter = looks[look] ? painter[modifier] : painter;
	}

	return painter === chalk ? text : painter(text);
}

/** Ink's names of looks, by which a theme calls them, and chalk's. */
const modifiers = [
	["bold", "bold"],
	["dimColor", "dim"],
	["italic", "italic"],
	["underline", "underline"],
	["inverse", "inverse"],
] as const;

function inColour(painter: ChalkInstance, color: ShownColour): ChalkInstance {
	if (isHex(color)) {
		return painter.hex(color);
	}

	const index = /^ansi256\((\d+)\)$/.exec(color)?.[1];
	return index === undefined ? painter[color as "black"] : painter.ansi256(Number(index));
}
