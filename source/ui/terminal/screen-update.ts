import { keepColumns } from "../../text/bidi.ts";
import { isNarrow } from "../../text/width.ts";
import { startWrapping, stopWrapping } from "./modes.ts";
import { blankStyle, plainStyle, readRow, type Style, type StyledRow, styleChange } from "./styled-row.ts";

/**
 * Turns one screen into another in few bytes: on a slow link, bytes are what a visitor waits for. Only the cells
 * that differ are drawn, the cursor takes the shortest way to them, and a style is set when it is first drawn in.
 * A row with characters whose width isn't known for sure is drawn whole, and cut where the terminal finds it too long:
 * it takes six columns for a family of three where another takes two, and would go on in the next row.
 *
 * @param shown the rows on the screen, each with its escape sequences; rows that are missing are blank
 * @param next the rows that are to be there; the same number of them, or fewer
 * @returns what to write; "" if nothing changes. It leaves the style plain and the cursor anywhere.
 */
export function screenUpdate(shown: readonly string[], next: readonly string[]): string {
	const pen = new Pen();
	for (let y = 0; y < Math.max(shown.length, next.length); y++) {
		const [before, after] = [shown[y] ?? "", next[y] ?? ""];
		if (before !== after) {
			updateRow(pen, y, before, after);
		}
	}

	return pen.finish();
}

/**
 * Draws the rows on a blank screen as they are. What changes nothing into them takes fewer bytes and longer to find out,
 * and a first frame is waited for.
 */
export function freshScreen(rows: readonly string[]): string {
	const drawn = rows.map((row, y) => (row === "" ? "" : `\u001B[${y + 1};1H${keepColumns(row)}`)).join("");
	return isNarrow(rows.join("").replace(controls, "")) ? drawn : stopWrapping + drawn + startWrapping;
}

/** What escape sequences have that texts never have. */
const controls = /[\u0007\u001B]/g;

function updateRow(pen: Pen, y: number, before: string, after: string): void {
	const old = readRow(before);
	const row = readRow(after);
	if (old === undefined || row === undefined) {
		pen.drawWhole(y, after);
		return;
	}

	for (const { start, end } of changedSpans(old, row)) {
		pen.moveTo(y, start);
		for (let x = start; x < end; ) {
			const from = x;
			const style = row.styles[from]!;
			while (x < end && row.styles[x] === style) {
				x++;
			}

			pen.draw(row.text.slice(from, x), style);
		}
	}

	if (old.text.length > row.text.length) {
		pen.moveTo(y, row.text.length);
		pen.eraseToEnd();
	}
}

type Span = { start: number; end: number };

/** A move within a row takes three to five bytes: over so few cells it is shorter to draw them again, in one style. */
const shortGap = 4;

function changedSpans(old: StyledRow, row: StyledRow): Span[] {
	const spans: Span[] = [];
	for (let x = 0; x < row.text.length; x++) {
		// What is not on the screen yet is a plain blank.
		const isSame = row.text[x] === (old.text[x] ?? " ") && row.styles[x] === (old.styles[x] ?? plainStyle);
		if (isSame) {
			continue;
		}

		const last = spans.at(-1);
		const isNear =
			last !== undefined && (x === last.end || (x - last.end <= shortGap && isDrawnAlike(row, last.end, x)));
		if (isNear) {
			last.end = x + 1;
		} else {
			spans.push({ start: x, end: x + 1 });
		}
	}

	return spans;
}

/** Whether the cells can be drawn in the style of the one before them. */
function isDrawnAlike({ text, styles }: StyledRow, from: number, to: number): boolean {
	const style = styles[from - 1]!;
	const blank = text[from - 1] === " " ? style : blankStyle(style);
	return styles.slice(from, to).every((each, index) => each === (text[from + index] === " " ? blank : style));
}

/** Writes, and keeps track of the cursor and the current style. */
class Pen {
	#written = "";
	#style: Style = plainStyle;
	/** What of it shows on a blank. */
	#blank: Style = plainStyle;
	/** Unknown at first, and after a row that was drawn whole. */
	#at: { x: number; y: number } | undefined;
	#isWrapping = true;

	moveTo(y: number, x: number): void {
		const moves = [`\u001B[${y + 1};${x + 1}H`];
		if (this.#at !== undefined && this.#at.x === x) {
			moves.push(vertical(y - this.#at.y));
		} else if (this.#at !== undefined && this.#at.y === y && x > this.#at.x) {
			moves.push(`\u001B[${counted(x - this.#at.x)}C`);
		}

		this.#written += moves.reduce((shortest, move) => (move.length < shortest.length ? move : shortest));
		this.#at = { x, y };
	}

	draw(text: string, style: Style): void {
		// Blanks look the same in many styles.
		if (this.#blank !== style || text.trimStart() !== "") {
			this.#become(style);
		}

		this.#written += text;
		this.#at!.x += text.length;
	}

	/** Erases to a blank: a terminal fills with the background that is set, and minds nothing else of the style. */
	eraseToEnd(): void {
		if (this.#blank !== plainStyle) {
			this.#become(plainStyle);
		}

		this.#written += "\u001B[K";
	}

	/** A row that opens and closes its styles itself. */
	drawWhole(y: number, row: string): void {
		this.moveTo(y, 0);
		this.#become(plainStyle);
		this.eraseToEnd();
		this.#written += (this.#isWrapping ? stopWrapping : "") + keepColumns(row);
		this.#isWrapping = false;
		this.#at = undefined;
	}

	finish(): string {
		this.#become(plainStyle);
		return this.#written + (this.#isWrapping ? "" : startWrapping);
	}

	#become(style: Style): void {
		if (this.#style !== style) {
			this.#written += styleChange(this.#style, style);
			this.#style = style;
			this.#blank = blankStyle(style);
		}
	}
}

function vertical(rows: number): string {
	return rows === 0 ? "" : `\u001B[${counted(Math.abs(rows))}${rows > 0 ? "B" : "A"}`;
}

const counted = (count: number) => (count === 1 ? "" : String(count));
