import { widthOf } from "../../text/width.ts";
import type { Action } from "../state/action.ts";
import type { Frame } from "./frame.ts";
import type { Line } from "./line.ts";
import type { Menu } from "./menu.ts";
import { type Part, partHeight } from "./part.ts";

/**
 * What a click on a cell of the screen means; undefined if it means nothing.
 *
 * @param x column, from 0
 * @param y row, from 0
 */
export const pointedAt = ({ parts, margin, columns }: Frame, x: number, y: number): Action | undefined =>
	x < margin || x >= columns - margin ? undefined : targetIn(parts, x - margin, y);

function targetIn(parts: readonly Part[], x: number, y: number): Action | undefined {
	let top = 0;
	for (const part of parts) {
		const height = partHeight(part);
		if (y < top + height) {
			return targetOf(part, x, y - top);
		}

		top += height;
	}

	return undefined;
}

function targetOf(part: Part, x: number, y: number): Action | undefined {
	switch (part.kind) {
		case "rows":
			return targetOn(part.rows[y], x);
		case "menu":
			return itemAt(part.menu, y);
		case "columns": {
			const right = x - part.leftColumns - widthOf(part.between.text);
			return x < part.leftColumns ? targetIn(part.left, x, y) : right < 0 ? undefined : targetIn(part.right, right, y);
		}
	}
}

/** A click moves to an item, and opens the highlighted one. */
function itemAt({ items, current }: Menu, y: number): Action | undefined {
	let top = 0;
	for (const [at, { index, below = [] }] of items.entries()) {
		top += 1 + below.length;
		if (y < top) {
			return at === current ? { type: "verb", verb: "open" } : { type: "item", index };
		}
	}

	return undefined;
}

function targetOn(line: Line | undefined, x: number): Action | undefined {
	let start = 0;
	for (const { text, href, target } of line?.pieces ?? []) {
		const end = start + widthOf(text);
		if (x >= start && x < end && (target !== undefined || href !== undefined)) {
			return target ?? { type: "follow", url: href! };
		}

		start = end;
	}

	return line?.target;
}
