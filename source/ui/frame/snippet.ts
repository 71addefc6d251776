import { findRanges } from "../../resume/matching.ts";
import { truncate, widthOf } from "../../text/width.ts";
import type { Role } from "../../theme.ts";
import { blankLine, type Line, layOut } from "./line.ts";

/** Words before the match that show what it's about. */
const context = 12;

/** Where the part of a text begins that shows its first match: where the text does, unless the match is far in it. */
export function snippetStart(text: string, needles: readonly string[], columns: number): number {
	const first = findRanges(text, needles)[0]?.start ?? 0;
	const isFar = widthOf(text.slice(0, first)) > columns / 2;
	return isFar ? Math.max(0, text.lastIndexOf(" ", Math.max(0, first - context)) + 1) : 0;
}

/** The part of the text around the first match, the matches marked. */
export function snippet(text: string, needles: readonly string[], columns: number, role: Role = "plain"): Line {
	const from = snippetStart(text, needles, columns);
	const part = truncate((from > 0 ? "… " : "") + text.slice(from), columns);
	return layOut([{ text: part, role }], { columns, needles })[0] ?? blankLine;
}
