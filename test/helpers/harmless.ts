import assert from "node:assert/strict";
import type { View } from "./viewer.ts";

// Everything that this program and Ink have reason to write: styles, moves and erasing, the modes of alternate screen,
// cursor, wrapping, bracketed paste and synchronized output, hyperlinks and the clipboard.
const ownSequences =
	/\u001B\[[\d;]*m|\u001B\[\d*(?:;\d+)?[A-HJK]|\u001B\[\?(?:7|25|1049|2004|2026)[hl]|\u001B\]8;;[!-~]*\u0007|\u001B\]52;c;[A-Za-z0-9+/=]*\u0007/g;

/** The marks that keep columns of right-to-left text where they are: after two blanks, a line, or at a row's start. */
const ownMarks = /(?<= {2}|[─━╌│┼▶◆❯ ] ?)\u200E/gu;

/** What is left of an output without the program's own sequences holds no control character, nor one for the bidi algorithm. */
export function assertHarmless(output: string): void {
	const rest = output.replace(ownSequences, "").replace(ownMarks, "");
	const found = /[^\n\P{Cc}]|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/u.exec(rest);
	assert.equal(found && JSON.stringify(rest.slice(Math.max(0, found.index - 40), found.index + 40)), null);
}

/** Nothing is drawn outside the size that the viewer was given, on a screen that has cells there. */
export function assertInside(view: View, columns: number, rows: number): void {
	for (const cell of view.cells().flat()) {
		if (cell.text !== " " && (cell.x + cell.width > columns || cell.y >= rows)) {
			assert.fail(`${cell.text} at column ${cell.x}, row ${cell.y} of ${columns}×${rows}:\n${view.text()}`);
		}
	}
}
