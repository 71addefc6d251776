import { cleanText } from "../../resume/clean.ts";
import { findRanges, longestQuery } from "../../resume/search.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import { type Line, layOut, plainLine } from "../frame/line.ts";
import { indicatorColumns, menuOf } from "../frame/menu.ts";
import { menuPart, rowsPart } from "../frame/part.ts";
import { counted } from "../frame/words.ts";
import { back, entryScreen, layersOf, push, replaceTop, withLayers } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import type { ListBody, ListScreen, Room } from "./screen.ts";

export type SearchScreen = { name: "search"; query: string; index: number };

/** A field to type in, and everything in the résumé that has its words. */
export const search: ListScreen<SearchScreen> = {
	kind: "field",
	path: () => ["Search"],
	count: ({ content }, { query }) => content.search(query).hits.length,
	body: searchBody,
	type(state, screen, text) {
		const typed = cleanText(text).replace(/\s+/g, " ");
		// A key that writes nothing must not lose the highlighted result.
		return typed === "" ? state : retype(state, (screen.query + typed).replace(/^ /, ""));
	},
	verbs: {
		open: (state, screen) => ({ state: openMatch(state, screen) }),
		erase: (state, { query }) => ({
			state: query === "" ? back(state) : retype(state, [...query].slice(0, -1).join("")),
		}),
		eraseAll: (state) => ({ state: retype(state, "") }),
	},
	hints: () => ({ down: "move", open: "open", back: "back", interrupt: "quit" }),
	place({ content }, { query, index }) {
		const hit = content.search(query).hits[index];
		return hit?.section === undefined ? undefined : { section: hit.section, entry: hit.entry };
	},
	start: () => ({ name: "search", query: "", index: 0 }),
	spoken({ content }, { query }) {
		const { hits } = content.search(query);
		return {
			title: `Search: ${query}`,
			paragraphs: [query.trim() === "" ? "type what to look for" : counted(hits.length, "result", "results")],
			items: hits.map(
				({ where, text }) =>
					() =>
						`${text}, in ${where.replaceAll(/ [›·] /g, ", ")}`,
			),
		};
	},
};

const retype = (state: State, query: string): State =>
	replaceTop(state, { name: "search", query: query.slice(0, longestQuery), index: 0 });

/** Opens what a result stands in, the match marked and in view. */
function openMatch(state: State, { query, index }: SearchScreen): State {
	const hit = state.content.search(query).hits[index];
	if (hit === undefined) {
		return state;
	}

	if (hit.section === undefined) {
		const contact = state.content.links().findIndex(({ label }) => label === hit.text);
		// The name and the place stand on the home screen, and nowhere else.
		return push(state, contact === -1 ? layersOf(state.content)[0]! : { name: "links", index: contact });
	}

	if (hit.entry === undefined) {
		return push(state, layersOf(state.content, hit.section).at(-1)!);
	}

	return push(state, entryScreen(hit.section, hit.entry, { query, reveal: hit.text }));
}

/** The next result of the last search, wherever in the stack that is. */
export function changeMatch(state: State, by: number): State {
	const at = state.layers.findLastIndex(({ name }) => name === "search");
	const below = state.layers[at];
	if (below?.name !== "search") {
		return { ...state, notice: "nothing is searched for yet; / searches" };
	}

	const { hits } = state.content.search(below.query);
	if (hits.length === 0) {
		return state;
	}

	const index = (below.index + by + hits.length) % hits.length;
	const moved: SearchScreen = { ...below, index };
	const opened = openMatch(withLayers(state, [...state.layers.slice(0, at), moved]), moved);
	return { ...opened, notice: `${index + 1} of ${hits.length} results` };
}

/** From this many columns a result tells where it stands on its own line. */
const whereFrom = 60;
/** The query, and the way to the highlighted result. */
const headRows = 2;

/** What is searched for, the way to the highlighted result, and all results with the matches marked. */
function searchBody(
	{ content }: State,
	{ query, index }: SearchScreen,
	{ columns: width, rows: height }: Room,
): ListBody {
	const { hits, needles } = content.search(query);
	const columns = width - indicatorColumns;
	const whereColumns = width >= whereFrom ? Math.floor(columns * 0.37) : 0;
	const rows = Math.max(1, height - headRows);
	const menu = menuOf({
		length: hits.length,
		index,
		rows,
		lineOf(item, isCurrent) {
			const { text, label } = hits[item]!;
			const found = excerpt(text, needles, columns - whereColumns);
			const where = { text: fit(label, whereColumns - 2), role: isCurrent ? "current" : "quiet" } as const;
			return whereColumns === 0 ? found : { pieces: [where, { text: "  ", role: "plain" }, ...found.pieces] };
		},
	});
	const head = [queryLine(query, width), statusLine(query, hits.length, hits[index]?.where ?? "", width)];
	return { parts: [rowsPart(head), menuPart(menu)], rows };
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
