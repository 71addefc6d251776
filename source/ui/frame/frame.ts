import { specOf } from "../screens/index.ts";
import type { Cell, Room } from "../screens/screen.ts";
import { screenOf } from "../state/layers.ts";
import type { State } from "../state/state.ts";
import { footerLines } from "./footer.ts";
import { pathLine } from "./header.ts";
import { bodyRows, type Layout, layoutOf, smallestSize } from "./layout.ts";
import { type Line, plainLine, ruleLine } from "./line.ts";
import { filledParts, heightOf, indented, type Part, partRows, rowsPart } from "./part.ts";

/** A whole screen: its parts from the top to the bottom, as many rows as the terminal has. */
export type Frame = {
	columns: number;
	rows: number;
	/** Blank columns before each row. */
	margin: number;
	parts: readonly Part[];
};

/**
 * What the terminal shows of a state: header, body and footer, with rules between them if there's room. It depends
 * on nothing else, so that two visitors with equal states have equal frames.
 */
export function frameOf(state: State): Frame {
	const { columns, rows } = state.size;
	const layout = layoutOf(state.size);
	if (layout.isTooSmall) {
		const text = `needs ${smallestSize.columns}×${smallestSize.rows}`;
		return { columns, rows, margin: 0, parts: filledParts([rowsPart([plainLine(text.slice(0, columns))])], rows) };
	}

	const { parts, length, rows: inView, header, room } = bodyOf(state, layout);
	const above = header ?? [pathLine(state, layout.width, length, inView)];
	const rule = layout.hasRules ? [ruleLine(layout.width)] : [];
	// A second line takes the place of the rule above it.
	const footer = footerLines(state, layout.width, rule.length + 1, length > inView);
	return {
		columns,
		rows,
		margin: layout.margin,
		parts: [
			rowsPart([...above, ...rule]),
			...filledParts(parts, room.rows),
			rowsPart([...rule, ...footer].slice(-rule.length - 1)),
		],
	};
}

/** The cell in which a terminal's own cursor belongs: an input method opens its window there, beside what is typed. */
export function cursorOf(state: State): Cell | undefined {
	const screen = screenOf(state);
	const spec = specOf(screen);
	const layout = layoutOf(state.size);
	if (spec.kind === "text" || spec.caret === undefined || layout.isTooSmall) {
		return undefined;
	}

	const room = { columns: layout.width, textColumns: layout.textWidth, rows: bodyRows(layout) };
	const { column, row } = spec.caret(screen, room);
	return { column: layout.margin + column, row: 1 + (layout.hasRules ? 1 : 0) + row };
}

type Body = {
	room: Room;
	/** The lines above the body, if they are the screen's own. */
	header: readonly Line[] | undefined;
	parts: readonly Part[];
	/** All lines of a text that scrolls; none of a list. */
	text: readonly Line[];
	/** Items of the list or lines of the text … */
	length: number;
	/** … and how many of them fill the screen: what a page key moves by. */
	rows: number;
};

/** What the current screen shows in the room that it has. */
export function bodyOf(state: State, layout: Layout = layoutOf(state.size)): Body {
	const screen = screenOf(state);
	const spec = specOf(screen);
	const header = spec.header?.(state, layout, screen);
	const room = { columns: layout.width, textColumns: layout.textWidth, rows: bodyRows(layout, header?.length) };
	if (spec.kind === "text") {
		const text = spec.text(state, screen, room);
		const top = "top" in screen ? screen.top : 0;
		const bottom = spec.bottom?.(state, screen, room) ?? [];
		const rows = room.rows - heightOf(bottom);
		const parts =
			text.length < rows
				? [...filledParts([rowsPart(text)], rows), ...bottom]
				: [rowsPart(text.slice(top, top + room.rows))];
		return { room, header, parts, text, length: text.length, rows: room.rows };
	}

	return { room, header, text: [], length: spec.count(state, screen), ...spec.body(state, screen, room) };
}

/** The frame as rows of text: exactly as many as the terminal has. */
export const frameRows = ({ parts, margin, rows }: Frame): Line[] =>
	parts
		.flatMap(partRows)
		.slice(0, rows)
		.map((line) => indented(line, margin));
