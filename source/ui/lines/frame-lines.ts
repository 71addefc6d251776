import { widthOf } from "../../text/width.ts";
import { bodyRows, layoutOf } from "../layout.ts";
import type { State } from "../state.ts";
import { glyphs } from "../theme.ts";
import { dividerText, indicatorColumns, indicatorText, type MenuView, type View, windowOf } from "../view.ts";
import { viewOf } from "../view-of.ts";
import { footerLine } from "./footer-line.ts";
import { headerLines } from "./header-lines.ts";
import { blankLine, type Line, lineText, plainLine } from "./lines.ts";

/**
 * The whole screen as lines, as Ink's components lay it out: what is shown before Ink is there. A test holds the two
 * against each other.
 *
 * @returns exactly as many lines as the screen has rows
 */
export function frameLines(state: State): Line[] {
	const layout = layoutOf(state.size);
	const header = headerLines(state);
	const rule = layout.hasRules ? [plainLine(glyphs.rule.repeat(layout.width), "rule")] : [];
	const body = bodyLines(viewOf(state));
	const rows = Array.from({ length: bodyRows(layout, header.length) }, (_, row) => body[row] ?? blankLine);
	return [...header, ...rule, ...rows, ...rule, footerLine(state)].map((line) => indented(line, layout.margin));
}

function bodyLines({ lines, menu, detail }: View): Line[] {
	const list = menu === undefined ? [] : menuLines(menu);
	if (detail?.place === "beside") {
		return Array.from({ length: detail.rows }, (_, row) => ({
			pieces: [
				...filled(list[row] ?? blankLine, detail.menuColumns).pieces,
				{ text: dividerText, role: "rule" as const },
				...(detail.lines[row]?.pieces ?? []),
			],
		}));
	}

	const below =
		detail === undefined ? [] : [blankLine, ...detail.lines.map((line) => indented(line, indicatorColumns))];
	return [...lines, ...list, ...below];
}

function menuLines(menu: MenuView): Line[] {
	const { first, count, above, below } = windowOf(menu);
	const items = Array.from({ length: count }, (_, offset): Line => {
		const isCurrent = first + offset === menu.index;
		return {
			pieces: [{ text: indicatorText(isCurrent), role: "current" }, ...menu.lineOf(first + offset, isCurrent).pieces],
		};
	});
	return [...(above === undefined ? [] : [above]), ...items, ...(below === undefined ? [] : [below])];
}

const indented = (line: Line, columns: number): Line =>
	columns === 0 ? line : { pieces: [{ text: " ".repeat(columns), role: "plain" }, ...line.pieces] };

const filled = (line: Line, columns: number): Line => ({
	pieces: [...line.pieces, { text: " ".repeat(Math.max(0, columns - widthOf(lineText(line)))), role: "plain" }],
});
