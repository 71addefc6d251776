import type { SearchText } from "../../resume/search.ts";
import { fit, widthOf } from "../../text/width.ts";
import { listParts } from "./menu.ts";
import { indicatorColumns, type Part } from "./part.ts";
import { snippet, snippetStart } from "./snippet.ts";

/** From this many columns on, a result is preceded by the label of what it is in … */
const labelFrom = 34;
/** … which takes at most this share of its line. */
const labelShare = 0.4;
/** Columns between the label and the text. */
const labelGap = 2;
/** Labels that are measured to find the width of their column; to measure thousands would be felt. */
const measured = 200;

/** The results of a search as a list: each by the label of what it is in, if there is room for it, and its snippet. */
export function resultList(
	hits: readonly SearchText[],
	needles: string[],
	index: number,
	width: number,
	rows: number,
): Part[] {
	const columns = width - indicatorColumns;
	const widest = Math.max(0, ...hits.slice(0, measured).map(({ label }) => widthOf(label)));
	const labelColumns = Math.min(widest, Math.floor(columns * labelShare) - labelGap);
	return listParts({
		length: hits.length,
		index,
		rows,
		lineOf(item, isCurrent) {
			const { text, label } = hits[item]!;
			if (width < labelFrom || isSaidBy(text, label, needles, columns)) {
				return snippet(text, needles, columns, isCurrent ? "current" : "plain");
			}

			const name = {
				text: fit(label, labelColumns) + " ".repeat(labelGap),
				role: isCurrent ? "current" : "quiet",
			} as const;
			return { pieces: [name, ...snippet(text, needles, columns - labelColumns - labelGap).pieces] };
		},
	});
}

/** Whether the row would show the text from its beginning, and that begins with the label. */
const isSaidBy = (text: string, label: string, needles: readonly string[], columns: number): boolean =>
	text.startsWith(label.replace(/…$/, "")) && snippetStart(text, needles, columns) === 0;
