import { truncate, widthOf, wrap } from "../../text/width.ts";
import { specOf } from "../screens/index.ts";
import { type Hint, hintsOf } from "../state/keymap.ts";
import { screenOf } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { type Line, type Piece, plainLine } from "./line.ts";

/** Columns between two hints. */
const hintGap = 2;
const widthOfHint = ({ shown, hint }: Hint) => widthOf(shown) + 1 + widthOf(hint);

/**
 * The last line: what the program has to say, or else the keys that fit, the most useful ones first. A long sentence
 * takes two lines if there are that many.
 *
 * @param isLong whether there is more to see than fits: only then do the arrows scroll a text
 */
export function footerLines(state: State, columns: number, rows: number, isLong: boolean): Line[] {
	const said = messageOf(state);
	if (said !== undefined) {
		const lines = wrap(said, columns);
		const last = lines.slice(rows - 1).join(" ");
		return [...lines.slice(0, rows - 1), ...(last === "" ? [] : [last])].map((line) =>
			plainLine(cutAtWord(line, columns), "notice"),
		);
	}

	return [keysLine(state, columns, isLong)];
}

/** The line, what doesn't fit left out word by word; only a word that is a line of its own is cut itself. */
function cutAtWord(line: string, columns: number): string {
	const cut = truncate(line, columns);
	return cut === line ? line : cut.replace(/(?<=\S)\s+\S*…$/, " …");
}

/** What the program has to say at the moment. */
export const messageOf = ({ notice, warning }: State): string | undefined => notice ?? warning;

function keysLine(state: State, columns: number, isLong: boolean): Line {
	return { pieces: chooseHints(usefulHints(state, isLong), columns, widthOfHint).flatMap(toPieces) };
}

/** The keys of the current screen that do something in this state. */
export function usefulHints(state: State, isLong: boolean): Hint[] {
	const screen = screenOf(state);
	const spec = specOf(screen);
	const isSearching = state.found !== undefined && spec.kind !== "field";
	const hints = hintsOf({ ...spec.hints(state, screen), ...(isSearching && { nextMatch: "next match" }) });
	return spec.kind === "text" && !isLong ? hints.filter(({ verb }) => verb !== "down") : hints;
}

/** In the order of the keymap; if not all fit, those that matter less go first. */
export function chooseHints(hints: Hint[], columns: number, widthOfHint: (hint: Hint) => number): Hint[] {
	const byNeed = [...hints].sort((a, b) => a.need - b.need);
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

const toPieces = ({ verb, shown, hint }: Hint, index: number): Piece[] => {
	const target = { type: "verb", verb } as const;
	return [
		...(index === 0 ? [] : [{ text: " ".repeat(hintGap), role: "plain" as const }]),
		{ text: shown, role: "key", target },
		{ text: ` ${hint}`, role: "quiet", target },
	];
};
