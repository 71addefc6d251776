import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import test from "node:test";
import { FrameOutput } from "../../source/ui/frame-output.ts";
import type { Output } from "../../source/ui/host.ts";

const begin = "\u001B[?2026h";
const end = "\u001B[?2026l";

function outputs(options: Partial<Output> = {}) {
	const written: string[] = [];
	const output: Output = Object.assign(new EventEmitter(), {
		columns: 80,
		rows: 24,
		write(text: string, callback?: () => void) {
			written.push(text);
			callback?.();
			return true;
		},
		...options,
	});
	return { written, frames: new FrameOutput(output, output) };
}

test("A frame goes out in one write, shrunk; what is no frame goes out as it is", () => {
	const { written, frames } = outputs();
	for (const text of [begin, "\u001B[1m", "a", "\u001B[22m", end, "\u001B[?25l"]) {
		frames.write(text);
	}

	assert.deepEqual(written, [`${begin}\u001B[1ma\u001B[m${end}`, "\u001B[?25l"]);
});

test("An empty frame is not written, and yet those who wait for it are told", async () => {
	const { written, frames } = outputs();
	frames.write(begin);
	await new Promise<void>((resolve) => frames.write(end, resolve));
	assert.deepEqual(written, []);
});

test("After a new size the screen is cleared in the frame that is drawn for it", () => {
	const { written, frames } = outputs();
	frames.resize({ columns: 40, rows: 12 }, () => frames.write("erases the old frame"));
	assert.deepEqual([frames.columns, frames.rows, written], [40, 12, []]);
	for (const text of [begin, "new", end]) {
		frames.write(text);
	}

	assert.deepEqual(written, [`${begin}\u001B[2J\u001B[Hnew${end}`]);
});

test("Where lines only follow each other, a new size clears nothing", () => {
	const { written, frames } = outputs();
	frames.resize({ columns: 40, rows: 12 });
	for (const text of [begin, "new", end]) {
		frames.write(text);
	}

	assert.deepEqual(written, [`${begin}new${end}`]);
});

test("Nothing is written to an output that is gone, and nobody waits for it in vain", () => {
	for (const gone of [{ destroyed: true }, { writable: false }]) {
		const { written, frames } = outputs(gone);
		let told = 0;
		assert.equal(
			frames.write("text", () => told++),
			false,
		);
		assert.deepEqual([written, told], [[], 1]);
	}
});
