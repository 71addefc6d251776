import { bodyRows, type Layout, layoutOf, listRows } from "../layout.ts";
import { homeHeader } from "../lines/header-lines.ts";
import { helpLines } from "../lines/help-lines.ts";
import type { Line } from "../lines/lines.ts";
import type { State } from "../state.ts";
import { screenOf } from "./layers.ts";

/** How much a screen has to show, and how many rows it has for it: what the reducer and the screens must agree on. */

/** Rows above the results: the query and a blank line. */
export const searchHeadRows = 2;
/** Rows above the bars: the years and the rule under them. */
export const timelineHeadRows = 2;

/** How many items the current screen's list has. */
export function itemCount(state: State): number {
	const { content } = state;
	const screen = screenOf(state);
	switch (screen.name) {
		case "home":
			return content.resume.sections.length;
		case "section":
			return content.resume.sections[screen.section]?.entries.length ?? 0;
		case "search":
			return content.search(screen.query).hits.length;
		case "timeline":
			return content.timeline().rows.length;
		case "links":
			return content.links().length;
		default:
			return 0;
	}
}

/** Rows of the current screen's list. */
export function listHeight(state: State): number {
	const layout = layoutOf(state.size);
	const body = bodyRows(layout);
	switch (screenOf(state).name) {
		case "home":
			return bodyRows(layout, homeHeader(state).length);
		case "section":
			return listRows(layout, itemCount(state));
		case "search":
			return Math.max(1, body - searchHeadRows);
		case "timeline":
			return Math.max(1, body - timelineHeadRows);
		default:
			return body;
	}
}

/** Rows of the current screen's text. */
export const textHeight = (state: State): number => bodyRows(layoutOf(state.size));

/** The lines of the current screen's text, all of them; none where the screen is a list. */
export function textLines(state: State): Line[] {
	const layout = layoutOf(state.size);
	const screen = screenOf(state);
	switch (screen.name) {
		case "entry":
			return entryText(state, layout, screen);
		case "card":
			return state.content.card(layout.width, bodyRows(layout));
		case "help":
			return helpLines(layout.textWidth);
		default:
			return [];
	}
}

function entryText(
	{ content }: State,
	layout: Layout,
	screen: { section: number; entry: number; link: number; query?: string },
): Line[] {
	const entry = content.resume.sections[screen.section]?.entries[screen.entry];
	if (entry === undefined) {
		return [];
	}

	const needles = screen.query === undefined ? [] : content.search(screen.query).needles;
	return content.lines(entry, { columns: layout.textWidth, needles, currentLink: screen.link });
}
