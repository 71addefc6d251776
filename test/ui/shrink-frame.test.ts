import assert from "node:assert/strict";
import test from "node:test";
import headless from "@xterm/headless";
import fc from "fast-check";
import { shrinkFrame } from "../../source/ui/shrink-frame.ts";
import { type Cell, readCells } from "../helpers/screen.ts";

async function draw(...frames: string[]): Promise<{ cells: Cell[][]; cursor: [number, number] }> {
	const terminal = new headless.Terminal({
		// Wide enough for any of them: what is drawn never wraps.
		cols: 300,
		rows: 6,
		scrollback: 0,
		allowProposedApi: true,
		convertEol: true,
	});
	for (const frame of frames) {
		await new Promise<void>((resolve) => terminal.write(frame, resolve));
	}

	const { cursorX, cursorY } = terminal.buffer.active;
	const seen = readCells(terminal).map((line) =>
		// The colour, weight and slant of a blank are not seen.
		line.map((cell) =>
			cell.text === " " ? { ...cell, foreground: undefined, isBold: false, isDim: false, isItalic: false } : cell,
		),
	);
	const drawn: { cells: Cell[][]; cursor: [number, number] } = {
		cells: seen,
		cursor: [cursorX, cursorY],
	};
	terminal.dispose();
	return drawn;
}

const link = (text: string) => `\u001B]8;;https://example.org\u0007${text}\u001B]8;;\u0007`;
const styles = [0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 31, 35, 39, 44, 49, 90, 95, 100, 107];
const parts = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...styles).map((code) => `\u001B[${code}m`) },
	{ weight: 1, arbitrary: fc.constantFrom("\u001B[1;31m", "\u001B[m", "\u001B[0;4m") },
	{
		weight: 4,
		arbitrary: fc.constantFrom("a", "two words", " ", "   ", " ".repeat(12), "张", "│", "\n", link("site")),
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			"\u001B[E",
			"\u001B[E\u001B[E",
			"\u001B[2A",
			"\u001B[G",
			"\u001B[5G",
			"\u001B[H",
			"\u001B[3C",
		),
	},
	{ weight: 1, arbitrary: fc.constantFrom("\u001B[K", "\u001B[2K", "\u001B[2J", "\u001B[J") },
	// Styles that it has no table for.
	{ weight: 1, arbitrary: fc.constantFrom("\u001B[38;5;200m", "\u001B[53m") },
);
const anyFrame = fc.array(parts, { maxLength: 30 }).map((all) => `${all.join("")}\u001B[0m`);

test("A shrunk frame draws the same cells, leaves the cursor where it was, and is no longer", async () => {
	await fc.assert(
		fc.asyncProperty(anyFrame, anyFrame, async (first, second) => {
			const [long, short] = [await draw(first, second), await draw(shrinkFrame(first), shrinkFrame(second))];
			assert.deepEqual(short, long);
		}),
		{ numRuns: 300 },
	);
});

test("Blanks on what was just erased are a move, unless they can be seen or nothing was erased", () => {
	const blanks = " ".repeat(20);
	assert.equal(shrinkFrame(`\u001B[Ka${blanks}b`), "\u001B[Ka\u001B[20Cb");
	assert.equal(shrinkFrame(`a${blanks}b`), `a${blanks}b`);
	assert.equal(shrinkFrame(`\u001B[Ka\n${blanks}b`), `\u001B[Ka\n${blanks}b`);
	assert.equal(shrinkFrame(`\u001B[K\u001B[7m${blanks}b\u001B[27m`), `\u001B[K\u001B[7m${blanks}b\u001B[m`);
});

test("Styles are set when something is drawn in them, in one sequence, and moves are one move", () => {
	assert.equal(shrinkFrame("\u001B[1m\u001B[35mx\u001B[39m\u001B[22m"), "\u001B[1;35mx\u001B[m");
	assert.equal(shrinkFrame("\u001B[1m\u001B[22m"), "");
	assert.equal(shrinkFrame("\u001B[2m  \u001B[22m|"), "  |");
	assert.equal(shrinkFrame("\u001B[4m  \u001B[24m"), "\u001B[4m  \u001B[m");
	assert.equal(shrinkFrame("\u001B[E\u001B[E\u001B[E"), "\u001B[3E");
	assert.equal(shrinkFrame("\u001B[1ma\u001B[22m\u001B[1mb\u001B[22m"), "\u001B[1mab\u001B[m");
});

test("A style that it does not know leaves the frame as it is", () => {
	const frame = "\u001B[1m\u001B[38;5;200mx\u001B[0m";
	assert.equal(shrinkFrame(frame), frame);
});
