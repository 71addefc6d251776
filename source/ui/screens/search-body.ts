import type { SearchText } from "../../resume/search.ts";
import { truncate, wrap } from "../../text/width.ts";
import type { Content } from "../content.ts";
import { detailPlace, dividerColumns } from "../frame/layout.ts";
import { type Line, markedLine, plainLine, ruleLine } from "../frame/line.ts";
import { panes, rowsPart } from "../frame/part.ts";
import { personLines } from "../frame/person-lines.ts";
import { previewLines } from "../frame/preview-lines.ts";
import { resultList } from "../frame/result-list.ts";
import { textInputLine } from "../frame/text-input.ts";
import type { State } from "../state/state.ts";
import type { ListBody, Room } from "./screen.ts";
import type { SearchScreen } from "./search.ts";
import { resultsOf } from "./search-results.ts";

/** Said while nothing is typed. */
const whatIsSearched = "titles, people, places, dates, every line";
/** The query, and the way to the highlighted result. */
const headRows = 2;
/** Of the rows below them, what the list may take if the result's own text follows. */
const listShare = 0.45;
const leastListRows = 3;

/** What is searched for, the way to the highlighted result, all results, and the highlighted one's own text. */
export function searchBody({ content }: State, screen: SearchScreen, room: Room): ListBody {
	const input = textInputLine({ text: screen.query, caret: screen.caret }, room.columns);
	if (screen.query.trim() === "") {
		const lines = wrap(whatIsSearched, room.columns).map((line) => plainLine(line, "quiet"));
		return { parts: [rowsPart([input, ...lines].slice(0, room.rows))], rows: room.rows };
	}

	const { hits, needles } = resultsOf(content, screen);
	const hit = hits[screen.index];
	const head = [input, statusLine(hit?.where, room.columns)];
	const height = Math.max(1, room.rows - headRows);
	const place = hit === undefined ? "none" : detailPlace(room);
	const preview = (columns: number, rows: number) => rowsPart(previewOf(content, hit!, { needles, columns, rows }));
	const list = (columns: number, rows: number) => resultList(hits, needles, screen.index, columns, rows);
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

/** The way to the highlighted result, if there is one. */
const statusLine = (where: string | undefined, columns: number): Line =>
	where === undefined
		? plainLine(truncate("nothing found", columns), "notice")
		: plainLine(truncate(where, columns), "quiet");
