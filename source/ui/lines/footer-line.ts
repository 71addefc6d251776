import { truncate, widthOf } from "../../text/width.ts";
import { type Hint, hintsOf, type Verb } from "../keymap.ts";
import { layoutOf } from "../layout.ts";
import { screenOf } from "../moves/layers.ts";
import { textHeight, textLines } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { type Line, type Piece, plainLine } from "./lines.ts";

/** Columns between two hints. */
export const hintGap = 2;
export const widthOfHint = ({ shown, hint }: Hint) => widthOf(shown) + 1 + widthOf(hint);

/** The last line: what the program has to say, or else the keys that fit, the most needed ones first. */
export function footerLine(state: State): Line {
	const { width } = layoutOf(state.size);
	if (state.notice !== undefined) {
		return plainLine(truncate(state.notice, width), "notice");
	}

	return { pieces: footerHints(state).flatMap(toPieces) };
}

/** The hints that the footer has room for, from left to right, `hintGap` apart. */
export const footerHints = (state: State): Hint[] =>
	chooseHints(usefulHints(state), layoutOf(state.size).width, widthOfHint);

/** The hints of the current screen whose keys do something in this state. */
export const usefulHints = (state: State): Hint[] =>
	hintsOf(screenOf(state).name).filter(({ verb }) => isOfUse(verb, state));

/** Whether a key would do anything here: an entry may have no link, or be the only one of its section. */
function isOfUse(verb: Verb, state: State): boolean {
	const screen = screenOf(state);
	if ("top" in screen && verb === "down") {
		return textLines(state).length > textHeight(state);
	}

	if (screen.name !== "entry") {
		return true;
	}

	const entries = state.content.resume.sections[screen.section]?.entries ?? [];
	switch (verb) {
		case "nextEntry":
			return entries.length > 1;
		case "openLink":
			return (entries[screen.entry]?.links.length ?? 0) > 0;
		default:
			return true;
	}
}

/** In the order of the keymap; where not all fit, arrows need telling least, and later ones less than earlier ones. */
export function chooseHints(hints: Hint[], columns: number, widthOfHint: (hint: Hint) => number): Hint[] {
	const need = ({ verb, hint, isAlwaysHinted }: Hint) =>
		isAlwaysHinted ? 0 : verb === "down" && hint === "move" ? 2 : 1;
	const byNeed = [...hints].sort((a, b) => need(a) - need(b));
	const chosen = new Set<Hint>();
	let used = -hintGap;
	for (const hint of byNeed) {
		const needed = hintGap + widthOfHint(hint);
		if (used + needed <= columns) {
			chosen.add(hint);
			used += needed;
		}
	}

	return hints.filter((hint) => chosen.has(hint));
}

const toPieces = ({ shown, hint }: Hint, index: number): Piece[] => [
	...(index === 0 ? [] : [{ text: " ".repeat(hintGap), role: "plain" as const }]),
	{ text: shown, role: "key" },
	{ text: ` ${hint}`, role: "quiet" },
];
