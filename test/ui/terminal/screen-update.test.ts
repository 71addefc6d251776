import assert from "node:assert/strict";
import test from "node:test";
import headless from "@xterm/headless";
import fc from "fast-check";
import { freshScreen, screenUpdate } from "../../../source/ui/terminal/screen-update.ts";
import { type Cell, readCells } from "../../helpers/screen.ts";

const rows = 4;

function newScreen() {
	return new headless.Terminal({ cols: 300, rows, scrollback: 0, allowProposedApi: true });
}

const write = (screen: headless.Terminal, text: string) => new Promise<void>((resolve) => screen.write(text, resolve));

/** What is seen: of a blank, neither colour nor weight nor slant. */
const seen = (screen: headless.Terminal): Cell[][] =>
	readCells(screen).map((line) =>
		line.map((cell) =>
			cell.text === " " ? { ...cell, foreground: undefined, isBold: false, isDim: false, isItalic: false } : cell,
		),
	);

/** The rows as a terminal shows them that gets each of them whole, on a blank screen. */
async function drawn(lines: readonly string[]): Promise<Cell[][]> {
	const screen = newScreen();
	for (const [y, line] of lines.entries()) {
		await write(screen, `\u001B[${y + 1};1H${line}\u001B[m\u001B]8;;\u0007`);
	}

	const cells = seen(screen);
	screen.dispose();
	return cells;
}

const link = (text: string) => `\u001B]8;;https://example.org\u0007${text}\u001B]8;;\u0007`;
const styles = [0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 31, 35, 39, 44, 49, 90, 95, 100, 107];
const part = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...styles).map((code) => `\u001B[${code}m`) },
	{ weight: 1, arbitrary: fc.constantFrom("\u001B[1;31m", "\u001B[m", "\u001B[0;4m") },
	{
		weight: 5,
		arbitrary: fc.constantFrom("a", "b", "two words", " ", "   ", " ".repeat(12), "│", "…", link("site"), link(" ")),
	},
	// Two columns, and styles that it has no table for: such rows are drawn whole.
	{ weight: 1, arbitrary: fc.constantFrom("张", "👍", "\u001B[38;5;200m", "\u001B[53m") },
);
const anyRow = fc.array(part, { maxLength: 12 }).map((all) => `${all.join("")}\u001B[0m`);
const anyRows = fc.array(anyRow, { maxLength: rows });

test("An update draws the same cells as all rows drawn from scratch, and leaves the style plain", async () => {
	await fc.assert(
		fc.asyncProperty(anyRows, anyRows, anyRows, async (first, second, third) => {
			const screen = newScreen();
			await write(screen, screenUpdate([], first));
			assert.deepEqual(seen(screen), await drawn(first));
			await write(screen, screenUpdate(first, second));
			assert.deepEqual(seen(screen), await drawn(second));
			await write(screen, screenUpdate(second, third));
			assert.deepEqual(seen(screen), await drawn(third));
			await write(screen, "\u001B[1;1Hx");
			const [[cell]] = readCells(screen) as [[Cell]];
			assert.deepEqual(
				{ ...cell },
				{
					x: 0,
					y: 0,
					text: "x",
					width: 1,
					foreground: undefined,
					background: undefined,
					isBold: false,
					isDim: false,
					isItalic: false,
					isUnderlined: false,
					isInverse: false,
					link: undefined,
				},
			);
			screen.dispose();
		}),
		{ numRuns: 300 },
	);
});

test("Nothing is written for rows that are there, however their styles are put", () => {
	assert.equal(screenUpdate(["a", "b"], ["a", "b"]), "");
	assert.equal(screenUpdate(["\u001B[1m\u001B[35mx\u001B[39m\u001B[22m"], ["\u001B[35;1mx\u001B[m"]), "");
	assert.equal(screenUpdate(["a"], ["a   "]), "");
	assert.equal(screenUpdate(["\u001B[2ma b\u001B[m"], ["\u001B[2ma\u001B[m \u001B[2mb\u001B[m"]), "");
});

test("Only the cells that differ are drawn, near ones in one go", () => {
	assert.equal(screenUpdate(["one two three"], ["one 2wo three"]), "\u001B[1;5H2");
	assert.equal(screenUpdate(["abcdefghijkl"], ["Xbcdefghijkl"]), "\u001B[1;1HX");
	assert.equal(screenUpdate(["abcdefghijkl"], ["XbcdefghijkY"]), "\u001B[1;1HX\u001B[10CY");
	assert.equal(screenUpdate(["abcdef"], ["XbcdYf"]), "\u001B[1;1HXbcdY");
});

test("What is left of a longer row is erased, and a move down keeps the column", () => {
	assert.equal(screenUpdate(["short, and more", "ab"], ["short", "ab"]), "\u001B[1;6H\u001B[K");
	assert.equal(screenUpdate(["a row", "a row"], ["a", "a"]), "\u001B[1;2H\u001B[K\u001B[B\u001B[K");
	assert.equal(screenUpdate(["gone"], []), "\u001B[1;1H\u001B[K");
	assert.equal(screenUpdate(["\u001B[44mblue\u001B[m"], ["\u001B[44mb\u001B[m"]), "\u001B[1;2H\u001B[K");
});

test("A style is set when something is drawn in it, in one sequence, and not for a blank that looks the same", () => {
	assert.equal(screenUpdate([], ["\u001B[1m\u001B[35mx\u001B[39m\u001B[22m"]), "\u001B[1;1H\u001B[1;35mx\u001B[m");
	assert.equal(screenUpdate([], ["\u001B[1ma\u001B[22m \u001B[1mb\u001B[22m"]), "\u001B[1;1H\u001B[1ma b\u001B[m");
	assert.equal(screenUpdate([], ["\u001B[4ma\u001B[24m b"]), "\u001B[1;1H\u001B[4ma\u001B[C\u001B[mb");
	assert.equal(
		screenUpdate([], ["\u001B[1ma\u001B[22m\u001B[2mb\u001B[22m"]),
		"\u001B[1;1H\u001B[1ma\u001B[;2mb\u001B[m",
	);
});

test("A row whose columns are not known is drawn whole", () => {
	const whole = (row: string) => `\u001B[1;1H\u001B[K\u001B[?7l${row}\u001B[?7h`;
	assert.equal(screenUpdate(["张 a"], ["张 b"]), whole("张 b"));
	assert.equal(screenUpdate(["张 a"], ["plain"]), whole("plain"));
	assert.equal(screenUpdate(["plain"], ["\u001B[38;5;200mx\u001B[m"]), whole("\u001B[38;5;200mx\u001B[m"));
});

test("A row that a terminal finds longer than it was counted stays off the next one", async () => {
	// xterm.js takes two columns for each of the three, and whoever joins them two for all.
	const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";
	const full = `${family}${"x".repeat(16)}yz`;
	const next = "the row below it";
	for (const draw of [
		freshScreen([full, next]),
		screenUpdate([], [full, next]),
		screenUpdate([], ["", next]) + screenUpdate(["", next], [full, next]),
	]) {
		const screen = new headless.Terminal({ cols: 20, rows: 3, allowProposedApi: true });
		await write(screen, draw);
		const lines = [0, 1, 2].map((y) => screen.buffer.active.getLine(y)!.translateToString(true));
		assert.ok(lines[0]!.startsWith(family));
		assert.deepEqual(lines.slice(1), [next, ""]);
		assert.equal(screen.modes.wraparoundMode, true);
		screen.dispose();
	}
});
