import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import test from "node:test";
import type { Output } from "../../../source/ui/host.ts";
import { FrameOutput } from "../../../source/ui/terminal/frame-output.ts";

const begin = "\u001B[?2026h";
const end = "\u001B[?2026l";

function outputs(options: Partial<Output> = {}, host: { hasMouse?: boolean } = {}) {
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
	return { written, frames: new FrameOutput(output, output, host) };
}

const enter = "\u001B[?1049h";
const leave = "\u001B[?1049l";
/** The one screen of a terminal that has no other is cleared, and what follows goes below it. */
const entered = `${enter}\u001B[2J`;
const left = `\u001B[24;1H\n${leave}`;
/** What Ink erases two rows with. */
const erase = "\u001B[2K\u001B[1A\u001B[2K\u001B[G";

function writeAll(frames: FrameOutput, ...texts: string[]): void {
	for (const text of texts) {
		frames.write(text);
	}
}

test("A frame goes out in one write; what is no frame goes out as it is", () => {
	const { written, frames } = outputs();
	writeAll(frames, begin, erase, "said", end, "\u001B[?25l");
	assert.deepEqual(written, [`${begin}${erase}said${end}`, "\u001B[?25l"]);
});

test("On the alternate screen a frame is what has changed", () => {
	const { written, frames } = outputs();
	writeAll(frames, enter, begin, "\u001B[?25l", "one\ntwo", end, begin, erase, "one\n2wo", end);
	assert.deepEqual(written, [
		entered,
		`${begin}\u001B[?25l\u001B[1;1Hone\u001B[2;1Htwo${end}`,
		`${begin}\u001B[2;1H2${end}`,
	]);
	writeAll(frames, begin, erase, "one\n2wo", end);
	assert.equal(written.length, 3);
});

test("A frame that was shown before Ink came is not drawn again; the alternate screen is entered once", () => {
	const { written, frames } = outputs();
	frames.open(["one", "two"]);
	assert.deepEqual(written, [`${entered}\u001B[?25l${begin}\u001B[1;1Hone\u001B[2;1Htwo${end}`]);
	writeAll(frames, enter, begin, "one\ntwo", end);
	assert.equal(written.length, 1);
	writeAll(frames, begin, erase, "one\n2wo", end);
	assert.equal(written[1], `${begin}\u001B[2;1H2${end}`);
	frames.close();
	frames.close();
	assert.deepEqual(written.slice(2), [`${left}\u001B[?25h`]);
});

test("After the alternate screen was left, everything is redrawn", () => {
	const { written, frames } = outputs();
	writeAll(frames, enter, begin, "one", end, leave, enter, begin, "one", end);
	const one = `${begin}\u001B[1;1Hone${end}`;
	assert.deepEqual(written, [entered, one, left, entered, one]);
});

test("An empty frame is not written, and yet those who wait for it are told", async () => {
	const { written, frames } = outputs();
	frames.write(begin);
	await new Promise<void>((resolve) => frames.write(end, resolve));
	assert.deepEqual(written, []);
});

test("The mouse is asked for with the alternate screen, and left with it", () => {
	const { written, frames } = outputs({}, { hasMouse: true });
	writeAll(frames, enter, leave, enter);
	frames.close();
	const [start, stop] = ["\u001B[?1000h\u001B[?1006h", "\u001B[?1006l\u001B[?1000l"];
	assert.deepEqual(written, [
		`${entered}${start}`,
		`${stop}${left}`,
		`${entered}${start}`,
		`${stop}${left}\u001B[?25h`,
	]);
});

test("After a new size the screen is cleared in the frame that is drawn for it", () => {
	const { written, frames } = outputs();
	writeAll(frames, enter, begin, "old", end);
	frames.resize({ columns: 40, rows: 12 }, () => frames.write("erases the old frame"));
	assert.deepEqual([frames.columns, frames.rows, written.length], [40, 12, 2]);
	writeAll(frames, begin, "new", end);
	assert.equal(written[2], `${begin}\u001B[2J\u001B[1;1Hnew${end}`);
});

test("Where lines only follow each other, a new size clears nothing", () => {
	const { written, frames } = outputs();
	frames.resize({ columns: 40, rows: 12 });
	writeAll(frames, begin, "new", end);
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
