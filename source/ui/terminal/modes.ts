import type { Cell } from "../screens/screen.ts";
import { startMouse, stopMouse } from "./mouse.ts";

// DEC private modes: 2026 (synchronized output), which goes around each frame, 1049 (alternate screen), 25 (cursor),
// 2004 (bracketed paste) and 7 (going on in the next row after the last column).
export const beginFrame = "\u001B[?2026h";
export const endFrame = "\u001B[?2026l";
export const enterAlternateScreen = "\u001B[?1049h";
export const leaveAlternateScreen = "\u001B[?1049l";
export const hideCursor = "\u001B[?25l";
export const showCursor = "\u001B[?25h";
export const startPaste = "\u001B[?2004h";
export const stopPaste = "\u001B[?2004l";
export const stopWrapping = "\u001B[?7l";
export const startWrapping = "\u001B[?7h";
/** The cursor at a cell, or out of sight. */
export const pointTo = (cell: Cell | undefined): string =>
	cell === undefined ? hideCursor : `\u001B[${cell.row + 1};${cell.column + 1}H${showCursor}`;
// Erasing all, and not from the top down, also drops what a terminal keeps beyond the edge of a line it has narrowed.
export const eraseScreen = "\u001B[2J";

/**
 * Takes the screen, and the mouse if it's wanted. A terminal without an alternate screen (GNU screen's default, the Linux
 * console, a vt100) ignores the mode: its one screen is cleared, and what follows goes below it.
 */
export const takeScreen = (hasMouse: boolean): string =>
	enterAlternateScreen + eraseScreen + (hasMouse ? startMouse : "");

/** Restores a screen of this many rows. */
export const restoreScreen = (rows: number, hasMouse: boolean): string =>
	`${hasMouse ? stopMouse : ""}\u001B[${rows};1H\n${leaveAlternateScreen}`;
