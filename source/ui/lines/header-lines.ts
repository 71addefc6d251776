import { truncate, widthOf } from "../../text/width.ts";
import { layoutOf } from "../layout.ts";
import { screenOf } from "../moves/layers.ts";
import { itemCount, textHeight, textLines } from "../moves/measure.ts";
import type { Screen, State } from "../state.ts";
import { glyphs } from "../theme.ts";
import { type Line, type Piece, plainLine, spread } from "./lines.ts";

/**
 * The lines above the body: on the home screen who this is and how to reach them, on all others one line that says
 * whose résumé it is, where in it one stands, and how far.
 */
export function headerLines(state: State): Line[] {
	return screenOf(state).name === "home" ? homeHeader(state) : [pathLine(state)];
}

/** The name, the headline and the contacts: as many lines as the layout gives. */
export function homeHeader({ content, size }: State): Line[] {
	const { width, headerRows } = layoutOf(size);
	const { name, headline, contacts } = content.resume.person;
	const lines: Line[] = [];
	const isWide = headline !== undefined && widthOf(name) + 2 + widthOf(headline) <= width;
	if (isWide) {
		lines.push(spread([{ text: name, role: "title" }], [{ text: headline, role: "quiet" }], width));
	} else {
		lines.push(plainLine(truncate(name, width), "title"));
		if (headline !== undefined) {
			lines.push(plainLine(truncate(headline, width), "quiet"));
		}
	}

	// As many contacts on a line as fit, in their order.
	let row: Piece[] = [];
	let used = 0;
	for (const { text, href } of contacts) {
		const shown = truncate(text, width);
		if (used > 0 && used + 3 + widthOf(shown) > width) {
			lines.push({ pieces: row });
			row = [];
			used = 0;
		}

		if (used > 0) {
			row.push({ text: ` ${glyphs.dot} `, role: "quiet" });
			used += 3;
		}

		row.push({ text: shown, role: "plain", href });
		used += widthOf(shown);
	}

	if (row.length > 0) {
		lines.push({ pieces: row });
	}

	return lines.slice(0, headerRows);
}

function pathLine(state: State): Line {
	const { width } = layoutOf(state.size);
	const { name } = state.content.resume.person;
	const crumbs = crumbsOf(state, screenOf(state));
	const place = placeOf(state);
	const room = width - (place === "" ? 0 : widthOf(place) + 2);
	// Where there is no room for all, the name goes first: one knows whose résumé one is in.
	const path = [name, ...crumbs].join(separator);
	const isLong = widthOf(path) > room;
	const shown = isLong ? shortPath(crumbs, room) : path;
	const lead = isLong ? 0 : name.length;
	return spread(
		[
			{ text: shown.slice(0, lead), role: "quiet" },
			{ text: shown.slice(lead), role: "title" },
		],
		place === "" ? [] : [{ text: place, role: "quiet" }],
		width,
	);
}

const separator = ` ${glyphs.crumb} `;

/** The last crumb whole, since "2 of 5" is what changes; what is before it gives way. */
function shortPath([first = "", ...rest]: string[], columns: number): string {
	const end = rest.map((crumb) => separator + crumb).join("");
	const room = columns - widthOf(end);
	return room >= leastTitle ? truncate(first, room) + end : truncate(rest.at(-1) ?? first, columns);
}

/** A title cut to less than this many columns says nothing. */
const leastTitle = 4;

/** The way from the home screen to here. */
function crumbsOf({ content }: State, screen: Screen): string[] {
	const { sections } = content.resume;
	switch (screen.name) {
		case "section":
			return [sections[screen.section]?.title ?? ""];
		case "entry": {
			const section = sections[screen.section];
			const count = section?.entries.length ?? 0;
			return [section?.title ?? "", ...(count > 1 ? [`${screen.entry + 1} of ${count}`] : [])];
		}
		case "search":
			return ["Search"];
		case "timeline":
			return ["Timeline"];
		case "links":
			return ["Links"];
		case "card":
			return ["Card"];
		case "help":
			return ["Help"];
		default:
			return [];
	}
}

/** How far one is: "3 of 5" in a list, the lines in view of a text that is longer than the screen. */
function placeOf(state: State): string {
	const screen = screenOf(state);
	if ("top" in screen) {
		const total = textLines(state).length;
		const rows = textHeight(state);
		return total <= rows ? "" : `${screen.top + 1}–${Math.min(total, screen.top + rows)} of ${total}`;
	}

	if (screen.name === "search" && screen.query === "") {
		return "";
	}

	const count = itemCount(state);
	return count === 0 ? "" : `${screen.index + 1} of ${count}`;
}
