import type { Verb } from "../keymap.ts";
import { bodyRows, dividerColumns, layoutOf } from "../layout.ts";
import { footerHints, hintGap, widthOfHint } from "../lines/footer-line.ts";
import { headerLines } from "../lines/header-lines.ts";
import { isTooSmall, type State } from "../state.ts";
import { type MenuView, windowOf } from "../view.ts";
import { viewOf } from "../view-of.ts";

/** What a click means: a verb, as a key means one. */
export type Pointed = { verb: Verb /** Of `jump`, counted from 1. */; number?: number };

/**
 * What stands at a cell of the screen: an item of a menu is moved to, the highlighted one and its detail are opened,
 * the lines that say how many more items there are turn the page, a hint of the footer does what its key does.
 *
 * @param x column, from 0
 * @param y row, from 0
 */
export function pointedAt(state: State, x: number, y: number): Pointed | undefined {
	if (isTooSmall(state)) {
		return undefined;
	}

	const layout = layoutOf(state.size);
	const header = headerLines(state).length;
	const top = header + (layout.hasRules ? 1 : 0);
	const left = x - layout.margin;
	if (y === layout.rows - 1) {
		return hintAt(state, left);
	}

	const { lines, menu, detail } = viewOf(state);
	const row = y - top - lines.length;
	if (menu === undefined || row < 0 || y - top >= bodyRows(layout, header) || left < 0 || left >= layout.width) {
		return undefined;
	}

	if (detail?.place === "beside" && left >= detail.menuColumns) {
		return left >= detail.menuColumns + dividerColumns ? { verb: "open" } : undefined;
	}

	return itemAt(menu, row) ?? (detail?.place === "below" && row > menu.rows ? { verb: "open" } : undefined);
}

function itemAt(menu: MenuView, row: number): Pointed | undefined {
	const { first, count, above, below } = windowOf(menu);
	const offset = row - (above === undefined ? 0 : 1);
	if (offset === -1) {
		return { verb: "pageUp" };
	}

	if (offset < count) {
		const index = first + offset;
		return index === menu.index ? { verb: "open" } : { verb: "jump", number: index + 1 };
	}

	return offset === count && below !== undefined ? { verb: "pageDown" } : undefined;
}

function hintAt(state: State, column: number): Pointed | undefined {
	let start = 0;
	for (const hint of state.notice === undefined ? footerHints(state) : []) {
		const end = start + widthOfHint(hint);
		if (column >= start && column < end) {
			return { verb: hint.verb };
		}

		start = end + hintGap;
	}

	return undefined;
}
