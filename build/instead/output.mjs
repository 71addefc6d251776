// Ink makes a frame by cutting all of its text into characters, anew for each frame: 61 % of a key press. Nearly every
// row is made of plain texts beside each other, which need not be cut; and most rows are those of the frame before.
// Rows of any other kind are made by Ink's own Output. A test holds both against each other.

import RealOutput from "ink/build/output.js";
import QuickLRU from "quick-lru";
import { cutLine, joinRuns, styledLines } from "./styled-lines.mjs";

// Shared by all frames and all visitors; a row depends on its key alone.
const longest = 4000;
const knownRows = new QuickLRU({ maxSize: 4096 });

/** Takes the place of Ink's class of this name: operations in, one string out. */
export default class Output {
	#operations = [];

	constructor({ width, height }) {
		this.width = width;
		this.height = height;
	}

	write(x, y, text, { transformers }) {
		if (text !== "") {
			this.#operations.push({ type: "write", x, y, text, transformers });
		}
	}

	clip(clip) {
		this.#operations.push({ type: "clip", clip });
	}

	unclip() {
		this.#operations.push({ type: "unclip" });
	}

	get() {
		const rows = Array.from({ length: Math.max(0, Math.ceil(this.height)) }, () => []);
		const clips = [];
		for (const operation of this.#operations) {
			if (operation.type === "clip") {
				clips.push(intersect(clips.at(-1), operation.clip));
			} else if (operation.type === "unclip") {
				clips.pop();
			} else if (!place(rows, operation, clips.at(-1))) {
				return this.#replayAll();
			}
		}
		return { output: rows.map((parts, y) => this.#row(parts, y)).join("\n"), height: rows.length };
	}

	#row(parts, y) {
		if (parts.length === 0) {
			return "";
		}
		if (parts.length === 1 && isWhole(parts[0], this.width)) {
			return (" ".repeat(parts[0].x) + parts[0].line.text).trimEnd();
		}
		const key = parts.reduce((all, { x, line, cut }) => `${all}\0${x} ${cut} ${line.text}`, String(this.width));
		let row = knownRows.get(key);
		if (row === undefined) {
			row = join(parts, this.width) ?? this.#replay(parts, y);
			if (key.length <= longest) {
				knownRows.set(key, row);
			}
		}
		return row;
	}

	/** One row as Ink makes it. */
	#replay(parts, row) {
		const real = new RealOutput({ width: this.width, height: 1 });
		for (const { operation, clip } of parts) {
			const { x, y, text, transformers } = operation;
			real.clip({ x1: clip?.x1, x2: clip?.x2 });
			real.write(x, y - row, text, { transformers });
			real.unclip();
		}
		return real.get().output;
	}

	/** The whole frame as Ink makes it. */
	#replayAll() {
		const real = new RealOutput({ width: this.width, height: this.height });
		for (const { type, clip, x, y, text, transformers } of this.#operations) {
			if (type === "write") {
				real.write(x, y, text, { transformers });
			} else if (type === "clip") {
				real.clip(clip);
			} else {
				real.unclip();
			}
		}
		return real.get();
	}
}

/** Puts the parts of a text into the rows that show them; false for what only Ink can place. */
function place(rows, operation, clip) {
	const { x, y, text, transformers } = operation;
	if (!Number.isInteger(x) || !Number.isInteger(y)) {
		return false;
	}
	const { x1, x2, y1, y2 } = clip ?? {};
	if (x1 >= x2 || y1 >= y2) {
		return true;
	}
	const isClippedAcross = x1 !== undefined && x2 !== undefined;
	const isClippedDown = y1 !== undefined && y2 !== undefined;
	for (const [index, line] of styledLines(text).entries()) {
		const at = y + index;
		const parts = rows[at];
		if (parts === undefined || (isClippedDown && (at < y1 || at >= y2))) {
			continue;
		}
		const end = x + line.width;
		const isCut = isClippedAcross && (x < x1 || end > x2);
		if (isCut && (end <= x1 || x >= x2)) {
			continue;
		}
		// Ink reads a line anew when it cuts or draws it, which can change the order in which its styles end.
		const left = isCut ? cutLine(styledLines(line.text)[0], Math.max(0, x1 - x), Math.min(end, x2) - x) : line;
		const changed = transformers.reduce((all, transformer) => transformer(all, index), (left ?? line).text);
		const [shown, ...more] = styledLines(changed);
		if (more.length > 0) {
			return false;
		}
		if (shown.text !== "") {
			const isUnknown = left === undefined;
			parts.push({
				x: isCut && !isUnknown ? Math.max(x, x1) : x,
				line: shown,
				cut: isUnknown ? `${x1},${x2}` : "",
				operation,
				clip,
			});
		}
	}
	return true;
}

/** Whether a part is shown from its first to its last character, each in its own place. */
function isWhole({ x, line, cut }, width) {
	return line.isPlain && cut === "" && x >= 0 && x <= width;
}

/** Whole parts beside each other; undefined where they overlap. */
function join(parts, width) {
	const sorted = [...parts].sort((a, b) => a.x - b.x);
	const runs = [];
	let column = 0;
	for (const part of sorted) {
		const { x, line } = part;
		if (!isWhole(part, width) || x < column) {
			return undefined;
		}
		if (x > column) {
			runs.push({ text: " ".repeat(x - column), codes: [] });
		}
		runs.push(...line.runs);
		column = x + line.width;
	}
	return joinRuns(runs).text.trimEnd();
}

function intersect(outer, inner) {
	if (outer === undefined) {
		return inner;
	}
	return {
		x1: tighter(outer.x1, inner.x1, Math.max),
		x2: tighter(outer.x2, inner.x2, Math.min),
		y1: tighter(outer.y1, inner.y1, Math.max),
		y2: tighter(outer.y2, inner.y2, Math.min),
	};
}

function tighter(a, b, choose) {
	if (a === undefined || b === undefined) {
		return a ?? b;
	}
	return choose(a, b);
}
