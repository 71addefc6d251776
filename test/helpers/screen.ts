import type { IBufferCell, Terminal } from "@xterm/headless";

/** A colour as the program asked for it: a palette number (0–15 the terminal's own), `#rrggbb`, or none. */
export type Colour = number | string | undefined;

export type Cell = {
	/** Column, from 0. */
	x: number;
	/** Row on the screen, from 0. */
	y: number;
	/** The character with what combines with it; a space if there is none. */
	text: string;
	/** Columns taken: 1 or 2. */
	width: number;
	foreground: Colour;
	background: Colour;
	isBold: boolean;
	isDim: boolean;
	isItalic: boolean;
	isUnderlined: boolean;
	isInverse: boolean;
	/** The address of the OSC 8 hyperlink that the cell belongs to. */
	link: string | undefined;
};

/** The visible screen line by line, exactly as many as it has rows, without trailing spaces. */
export function screenText(terminal: Terminal): string[] {
	const buffer = terminal.buffer.active;
	return Array.from(
		{ length: terminal.rows },
		(_, y) =>
			buffer
				.getLine(buffer.baseY + y)
				?.translateToString(true)
				.trimEnd() ?? "",
	);
}

/** The normal screen and its scrollback, without trailing empty lines. */
export function historyText(terminal: Terminal): string {
	const buffer = terminal.buffer.normal;
	const lines = Array.from(
		{ length: buffer.length },
		(_, y) => buffer.getLine(y)?.translateToString(true).trimEnd() ?? "",
	);
	return lines.join("\n").replace(/\n+$/, "");
}

/** The visible screen as cells, line by line; the right half of a wide character has none. */
export function readCells(terminal: Terminal): Cell[][] {
	const buffer = terminal.buffer.active;
	return Array.from({ length: terminal.rows }, (_, y) => {
		const line = buffer.getLine(buffer.baseY + y);
		const cells: Cell[] = [];
		for (let x = 0; x < terminal.cols; x++) {
			const cell = line?.getCell(x);
			if (cell && cell.getWidth() > 0) {
				cells.push(toCell(terminal, cell, x, y));
			}
		}
		return cells;
	});
}

function toCell(terminal: Terminal, cell: IBufferCell, x: number, y: number): Cell {
	return {
		x,
		y,
		text: cell.getChars() || " ",
		width: cell.getWidth(),
		foreground: cell.isFgDefault() ? undefined : toColour(cell.getFgColor(), cell.isFgRGB()),
		background: cell.isBgDefault() ? undefined : toColour(cell.getBgColor(), cell.isBgRGB()),
		isBold: cell.isBold() !== 0,
		isDim: cell.isDim() !== 0,
		isItalic: cell.isItalic() !== 0,
		isUnderlined: cell.isUnderline() !== 0,
		isInverse: cell.isInverse() !== 0,
		link: linkOf(terminal, cell),
	};
}

function toColour(value: number, isRgb: boolean): Colour {
	return isRgb ? `#${value.toString(16).padStart(6, "0")}` : value;
}

/** xterm.js keeps a cell's link in its own extended attributes, which its typings leave out. */
function linkOf(terminal: Terminal, cell: IBufferCell): string | undefined {
	const { urlId } = (cell as unknown as { extended?: { urlId: number } }).extended ?? {};
	const { _core: core } = terminal as unknown as {
		_core: { _oscLinkService: { getLinkData: (id: number) => { uri: string } | undefined } };
	};
	return urlId ? core._oscLinkService.getLinkData(urlId)?.uri : undefined;
}
