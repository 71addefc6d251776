import { findRanges } from "../../resume/search.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import { layoutOf } from "../layout.ts";
import { type Line, layOut, plainLine } from "../lines/lines.ts";
import { listHeight } from "../moves/measure.ts";
import type { State } from "../state.ts";
import { indicatorColumns, type View } from "../view.ts";

/** From this many columns a result tells where it stands on its own line. */
const whereFrom = 60;

/** What is searched for, the way to the highlighted result, and all results with the matches marked. */
export function searchView(state: State, { query, index }: { query: string; index: number }): View {
	const { width } = layoutOf(state.size);
	const { hits, needles } = state.content.search(query);
	const columns = width - indicatorColumns;
	const whereColumns = width >= whereFrom ? Math.floor(columns * 0.37) : 0;
	return {
		lines: [queryLine(query, width), statusLine(query, hits.length, hits[index]?.where ?? "", width)],
		menu: {
			length: hits.length,
			index,
			rows: listHeight(state),
			lineOf(item, isCurrent) {
				const { text, label } = hits[item]!;
				const found = excerpt(text, needles, columns - whereColumns);
				return whereColumns === 0
					? found
					: {
							pieces: [
								{ text: fit(label, whereColumns - 2), role: isCurrent ? "current" : "quiet" },
								{ text: "  ", role: "plain" },
								...found.pieces,
							],
						};
			},
		},
	};
}

/** The end of the query is in view, with a block where the next character goes. */
function queryLine(query: string, columns: number): Line {
	let shown = query;
	while (widthOf(shown) > columns - 3) {
		shown = [...shown].slice(1).join("");
	}

	return {
		pieces: [
			{ text: "/ ", role: "key" },
			{ text: shown, role: "title" },
			{ text: " ", role: "match" },
		],
	};
}

function statusLine(query: string, count: number, where: string, columns: number): Line {
	if (query.trim() === "") {
		return plainLine(truncate("titles, people, places, dates, every line", columns), "quiet");
	}

	if (count === 0) {
		return plainLine(truncate("nothing found", columns), "notice");
	}

	return plainLine(truncate(where, columns), "quiet");
}

/** Words before the match that tell what it is about. */
const context = 12;

/** The part of the text around the first match, the matches marked. */
function excerpt(text: string, needles: readonly string[], columns: number): Line {
	const first = findRanges(text, needles)[0]?.start ?? 0;
	const isFar = widthOf(text.slice(0, first)) > columns / 2;
	const from = isFar ? Math.max(0, text.lastIndexOf(" ", Math.max(0, first - context)) + 1) : 0;
	const part = truncate((from > 0 ? "… " : "") + text.slice(from), columns);
	return layOut([{ text: part, role: "plain" }], { columns, needles })[0]!;
}
