import { truncate, widthOf } from "../../text/width.ts";
import { glyphs } from "../../theme.ts";
import { specOf } from "../screens/index.ts";
import type { Action } from "../state/action.ts";
import { screenOf } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { type Line, spread } from "./line.ts";

/**
 * The line above the body: whose résumé it is, the path to the current screen, and the position in it.
 *
 * @param length items of the screen's list, or lines of its text
 * @param rows how many of them fill the screen
 */
export function pathLine(state: State, columns: number, length: number, rows: number): Line {
	const screen = screenOf(state);
	const { name } = state.content.resume.person;
	const crumbs = specOf(screen).path(state, screen);
	const place = "top" in screen ? linesInView(screen.top, length, rows) : itemInView(screen.index, length);
	const room = columns - (place === "" ? 0 : widthOf(place) + 2);
	// If there isn't room for all, the name goes first: visitors know whose résumé they are in.
	const path = [name, ...crumbs].join(separator);
	const isLong = widthOf(path) > room;
	const shown = isLong ? shortPath(crumbs, room) : path;
	const lead = isLong ? 0 : name.length;
	return spread(
		[
			{ text: shown.slice(0, lead), role: "quiet", target: { type: "go" } },
			{ text: shown.slice(lead), role: "title", ...("section" in screen && { target: sectionOf(screen) }) },
		],
		place === "" ? [] : [{ text: place, role: "quiet" }],
		columns,
	);
}

const separator = ` ${glyphs.crumb} `;

/** A click on the path goes to the section's list, with the current entry highlighted. */
const sectionOf = ({ section, entry }: { section: number; entry?: number }): Action => ({
	type: "go",
	section,
	...(entry !== undefined && { at: entry }),
});

/** The last crumb is kept whole, since "2 of 5" is what changes; what precedes it is cut. */
function shortPath([first = "", ...rest]: string[], columns: number): string {
	const end = rest.map((crumb) => separator + crumb).join("");
	const room = columns - widthOf(end);
	return room >= leastTitle ? truncate(first, room) + end : truncate(rest.at(-1) ?? first, columns);
}

/** A title cut to less than this many columns says nothing. */
const leastTitle = 4;

const itemInView = (index: number, length: number) => (length === 0 ? "" : `${index + 1} of ${length}`);

const linesInView = (top: number, length: number, rows: number) =>
	length <= rows ? "" : `${top + 1}–${Math.min(length, top + rows)} of ${length}`;
