import { cleanText } from "../../resume/clean.ts";
import { findRanges, longestQuery } from "../../resume/matching.ts";
import type { Hit, SearchResults, SearchText } from "../../resume/search.ts";
import { fit, truncate, widthOf } from "../../text/width.ts";
import type { Role } from "../../theme.ts";
import type { Content } from "../content.ts";
import { counted } from "../frame/counted.ts";
import { detailPlace, dividerColumns } from "../frame/layout.ts";
import { blankLine, type Line, layOut, markedLine, plainLine, ruleLine } from "../frame/line.ts";
import { listParts } from "../frame/menu.ts";
import { indicatorColumns, type Part, panes, rowsPart } from "../frame/part.ts";
import { personLines } from "../frame/person-lines.ts";
import { previewLines } from "../frame/preview-lines.ts";
import { type Edit, edits, type Field, typeInto } from "../state/field.ts";
import { back, entryScreen, layersOf, leaveSearch, push, replaceTop, screenOf, withLayers } from "../state/layers.ts";
import type { Found, State } from "../state/state.ts";
import type { ListBody, ListScreen, Place, Room } from "./screen.ts";

export type SearchScreen = {
	name: "search";
	query: string;
	/** Where in the query the next character goes. */
	caret: number;
	index: number;
	/** The entry that it was opened over: what is found there comes first. */
	from?: Place;
};

/** A field to type in, everything in the résumé that has its words, and the highlighted result in its place. */
export const search: ListScreen<SearchScreen> = {
	kind: "field",
	path: () => ["Search"],
	count: ({ content }, screen) => resultsOf(content, screen).hits.length,
	body: searchBody,
	caret: (screen, { columns }) => ({ column: widthOf(prompt + beforeCaret(screen, columns)), row: 0 }),
	type(state, screen, text) {
		const spaced = cleanText(text).replace(/\s+/g, " ");
		const typed = screen.caret === 0 ? spaced.trimStart() : spaced;
		// A key that types nothing must not lose the highlighted result.
		return typed === "" ? state : withField(state, screen, typeInto(fieldOf(screen), typed, longestQuery));
	},
	verbs: {
		open: (state, screen) => ({ state: openHit(state, screen) }),
		back: (state, { query }) => ({ state: leaveSearch(remember(back(state), query)) }),
		up: (state, screen) =>
			screen.query === "" && state.lastQuery !== undefined
				? { state: withField(state, screen, { text: state.lastQuery, caret: state.lastQuery.length }) }
				: { state: moved(state, screen, -1) },
		...editing(),
		erase: (state, screen) => ({
			state: screen.query === "" ? back(state) : withField(state, screen, edits.erase(fieldOf(screen))),
		}),
	},
	hints: ({ content }, screen) => ({
		...(resultsOf(content, screen).hits.length > 0 && { down: "move", open: "open" }),
		back: "back",
		interrupt: "quit",
	}),
	place({ content }, screen) {
		const hit = resultsOf(content, screen).hits[screen.index];
		return hit?.section === undefined ? undefined : { section: hit.section, entry: hit.entry };
	},
	start: (_state, place) => ({
		name: "search",
		query: "",
		caret: 0,
		index: 0,
		...(place?.entry !== undefined && { from: place }),
	}),
	spoken({ content }, screen) {
		const { hits } = resultsOf(content, screen);
		return {
			title: `Search: ${screen.query}`,
			paragraphs: [screen.query.trim() === "" ? "type what to look for" : counted(hits.length, "result", "results")],
			items: hits.map(
				({ where, text }) =>
					() =>
						`${text}, in ${where.replaceAll(/ [›·] /g, ", ")}`,
			),
		};
	},
};

/** A verb for each way of editing the field. */
function editing(): { [E in Edit]: (state: State, screen: SearchScreen) => { state: State } } {
	const verbs = Object.entries(edits).map(([name, edit]) => [
		name,
		(state: State, screen: SearchScreen) => ({ state: withField(state, screen, edit(fieldOf(screen))) }),
	]);
	return Object.fromEntries(verbs);
}

const fieldOf = ({ query, caret }: SearchScreen): Field => ({ text: query, caret });

/** The search for what the field now holds; a different query starts at its first result. */
const withField = (state: State, screen: SearchScreen, { text, caret }: Field): State =>
	replaceTop(state, { ...screen, query: text, caret, index: text === screen.query ? screen.index : 0 });

function moved(state: State, screen: SearchScreen, by: number): State {
	const { length } = resultsOf(state.content, screen).hits;
	return replaceTop(state, { ...screen, index: Math.max(0, Math.min(screen.index + by, length - 1)) });
}

const remember = (state: State, query: string): State => (query.trim() === "" ? state : { ...state, lastQuery: query });

const isIn = ({ section, entry }: SearchText, place: Place | undefined) =>
	place?.entry !== undefined && place.section === section && place.entry === entry;

/** What is found; results in the entry where the search began come first. */
function resultsOf(content: Content, { query, from }: Pick<SearchScreen, "query" | "from">): SearchResults {
	const { hits, needles } = content.search(query);
	const isHere = (hit: Hit) => hit.rank < 2 && isIn(hit, from);
	const here = hits.filter(isHere);
	return here.length === 0 ? { hits, needles } : { hits: [...here, ...hits.filter((hit) => !isHere(hit))], needles };
}

/** Opens what the highlighted result is in, the match marked and in view. */
function openHit(state: State, { query, index, from }: Found): State {
	const hit = resultsOf(state.content, { query, from }).hits[index];
	if (hit === undefined) {
		return state;
	}

	const found: State = { ...remember(state, query), found: { query, index, ...(from && { from }) } };
	if (hit.contact !== undefined) {
		const { href } = state.content.resume.person.contacts[hit.contact]!;
		const link = state.content.links().findIndex(({ url }) => url === href);
		return push(found, link === -1 ? homeWith(state, query) : { name: "links", index: link });
	}

	if (hit.section === undefined) {
		return push(found, homeWith(state, query));
	}

	if (hit.entry === undefined) {
		return push(found, layersOf(state.content, hit.section).at(-1)!);
	}

	const screen = entryScreen(hit.section, hit.entry, { query, found: hit.text, reveal: hit.text });
	// A match in the entry the search was opened over is marked there, not in another copy on top of it.
	const isBelow = isIn(hit, from) && screenOf(state).name === "search" && isEntry(state.layers.at(-2), hit);
	return isBelow ? withLayers(found, [...state.layers.slice(0, -2), screen]) : push(found, screen);
}

const isEntry = (screen: State["layers"][number] | undefined, { section, entry }: SearchText): boolean =>
	screen?.name === "entry" && screen.section === section && screen.entry === entry;

/** The name and the place are on the home screen, and nowhere else. */
const homeWith = ({ content }: State, query: string) => ({ ...layersOf(content)[0]!, query });

/** The next result of the last search, from whatever screen. */
export function changeMatch(state: State, by: number): State {
	if (state.found === undefined) {
		return { ...state, notice: "nothing is searched for; / searches" };
	}

	const { hits } = resultsOf(state.content, state.found);
	if (hits.length === 0) {
		return { ...state, notice: `nothing found for ${state.found.query}` };
	}

	const index = (state.found.index + by + hits.length) % hits.length;
	const next = { ...state.found, index };
	const at = state.layers.findLastIndex(({ name }) => name === "search");
	const list = state.layers[at];
	const base =
		list?.name === "search"
			? [...state.layers.slice(0, at), { ...list, query: next.query, caret: next.query.length, index }]
			: isShownMatch(state)
				? state.layers.slice(0, -1)
				: state.layers;
	return { ...openHit(withLayers(state, base), next), notice: `${index + 1} of ${hits.length} results` };
}

/** Whether the screen on top was opened by the search: then the next result replaces it. */
const isShownMatch = (state: State) => {
	const screen = screenOf(state);
	return state.layers.length > 1 && "query" in screen && screen.query === state.found?.query;
};

/** From this many columns on, a result is preceded by the label of what it is in … */
const labelFrom = 34;
/** … which takes at most this share of its line. */
const labelShare = 0.4;
/** Columns between the label and the text. */
const labelGap = 2;
/** Labels that are measured to find the width of their column; to measure thousands would be felt. */
const measured = 200;
/** The query, and the way to the highlighted result. */
const headRows = 2;
/** Of the rows below them, what the list may take if the result's own text follows. */
const listShare = 0.45;
const leastListRows = 3;

/** What is searched for, the way to the highlighted result, all results, and the highlighted one's own text. */
function searchBody({ content }: State, screen: SearchScreen, room: Room): ListBody {
	const { hits, needles } = resultsOf(content, screen);
	const hit = hits[screen.index];
	const head = [queryLine(screen, room.columns), statusLine(screen.query, hits.length, hit?.where ?? "", room.columns)];
	const height = Math.max(1, room.rows - headRows);
	const place = hit === undefined ? "none" : detailPlace(room);
	const preview = (columns: number, rows: number) => rowsPart(previewOf(content, hit!, { needles, columns, rows }));
	const list = (columns: number, rows: number) => resultParts(hits, needles, screen.index, columns, rows);
	if (place === "beside") {
		const columns = Math.floor(room.columns / 2);
		const right = preview(room.columns - columns - dividerColumns, height);
		return { parts: [rowsPart(head), panes(list(columns, height), columns, [right], height)], rows: height };
	}

	if (place === "below") {
		const rows = Math.min(hits.length, Math.max(leastListRows, Math.floor(height * listShare)));
		const between = rowsPart([ruleLine(room.columns)]);
		return {
			parts: [rowsPart(head), ...list(room.columns, rows), between, preview(room.textColumns, height - rows - 1)],
			rows,
		};
	}

	return { parts: [rowsPart(head), ...list(room.columns, height)], rows: height };
}

function resultParts(
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
				return excerpt(text, needles, columns, isCurrent ? "current" : "plain");
			}

			const name = {
				text: fit(label, labelColumns) + " ".repeat(labelGap),
				role: isCurrent ? "current" : "quiet",
			} as const;
			return { pieces: [name, ...excerpt(text, needles, columns - labelColumns - labelGap).pieces] };
		},
	});
}

/** Whether the row would show the text from its beginning, and that begins with the label. */
const isSaidBy = (text: string, label: string, needles: readonly string[], columns: number): boolean =>
	text.startsWith(label.replace(/…$/, "")) && excerptStart(text, needles, columns) === 0;

/** What a result is in: an entry, from a little above the match; a section; who it is and how to reach them. */
function previewOf(
	content: Content,
	{ section, entry, text }: SearchText,
	{ needles, columns, rows }: { needles: string[]; columns: number; rows: number },
): readonly Line[] {
	const { person, sections } = content.resume;
	if (section === undefined) {
		return personLines(person, columns, rows).map((line) => markedLine(line, needles));
	}

	if (entry === undefined) {
		return previewLines(content, section, { columns, rows });
	}

	const lines = content.lines(sections[section]!.entries[entry]!, { columns, needles, found: text });
	const match = lines.findIndex(({ pieces }) => pieces.some(({ role }) => role === "found"));
	const top = Math.max(0, Math.min(match - Math.floor(rows / 3), lines.length - rows));
	return match < rows ? lines.slice(0, rows) : lines.slice(top, top + rows);
}

/** What comes before the query. */
const prompt = "/ ";

/** The part of the query before its caret that there is room for. */
function beforeCaret({ query, caret }: SearchScreen, columns: number): string {
	let before = query.slice(0, caret);
	// A window may be narrower than the prompt.
	while (before !== "" && widthOf(before) > columns - prompt.length - 1) {
		before = [...before].slice(1).join("");
	}

	return before;
}

/** The query around its caret, as much as there is room for; the caret marked, in case no cursor is seen. */
function queryLine(screen: SearchScreen, columns: number): Line {
	const { query, caret } = screen;
	const before = beforeCaret(screen, columns);
	const [under = " ", ...after] = [...query.slice(caret)];
	const rest = truncate(after.join(""), columns - prompt.length - widthOf(before) - 1);
	return {
		pieces: [
			{ text: prompt, role: "key" },
			{ text: before, role: "title" },
			{ text: under, role: "caret" },
			{ text: rest, role: "title" },
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

/** Words before the match that show what it's about. */
const context = 12;

/** Where the part of a text begins that shows its first match: where the text does, unless the match is far in it. */
function excerptStart(text: string, needles: readonly string[], columns: number): number {
	const first = findRanges(text, needles)[0]?.start ?? 0;
	const isFar = widthOf(text.slice(0, first)) > columns / 2;
	return isFar ? Math.max(0, text.lastIndexOf(" ", Math.max(0, first - context)) + 1) : 0;
}

/** The part of the text around the first match, the matches marked. */
function excerpt(text: string, needles: readonly string[], columns: number, role: Role = "plain"): Line {
	const from = excerptStart(text, needles, columns);
	const part = truncate((from > 0 ? "… " : "") + text.slice(from), columns);
	return layOut([{ text: part, role }], { columns, needles })[0] ?? blankLine;
}
