import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import type { ServerChannel } from "ssh2";
import { LIMITS } from "../../source/ssh/limits.ts";
import { Terminal } from "../../source/ssh/terminal.ts";

/** A terminal on a channel that keeps what is written, and what the limits said. */
function open(unsent = () => 0) {
	const written: string[] = [];
	const said: string[] = [];
	const channel = Object.assign(new EventEmitter(), {
		writable: true,
		write: (text: string) => written.push(text),
	});
	const terminal = new Terminal(channel as unknown as ServerChannel, { columns: 80, rows: 24 }, LIMITS, {
		onInput: () => said.push("input"),
		onFrame: (milliseconds) => said.push(`frame ${milliseconds >= 0}`),
		onUnsent: () => said.push("unsent"),
		onError: (error) => said.push(String(error)),
		within: (act) => act(),
		unsent,
	});
	let typed = "";
	terminal.input.on("data", (chunk: Buffer) => {
		typed += chunk;
	});
	return {
		channel,
		terminal,
		written,
		said,
		typed: () => typed.length,
		type: (text: string) => channel.emit("data", Buffer.from(text)),
	};
}

test("a paused screen is given nothing until it goes on", () => {
	const { terminal, type, typed } = open();
	terminal.input.pause();
	type("abc");
	assert.equal(typed(), 0);
	assert.equal(terminal.input.unread, 3);
	terminal.input.resume();
	assert.equal(typed(), 3);
	assert.equal(terminal.input.unread, 0);
});

test("twenty resizes a second reach the screen, and the last one always does", (t) => {
	t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
	let now = 0;
	t.mock.method(performance, "now", () => now);
	const { terminal } = open();
	const sizes: string[] = [];
	terminal.output.on("resize", () => sizes.push(`${terminal.output.columns}×${terminal.output.rows}`));
	for (let step = 0; step < 1000; step++) {
		terminal.output.resize(1 + (step % 299), 50);
		now += 1;
		t.mock.timers.tick(1);
	}

	assert.ok(sizes.length >= 19 && sizes.length <= 21, `${sizes.length} resizes in a second`);
	terminal.output.resize(123, 45);
	now += 50;
	t.mock.timers.tick(50);
	assert.equal(sizes.at(-1), "123×45");

	// Away and back between two looks: what the terminal cut has to be drawn again.
	const before = sizes.length;
	terminal.output.resize(20, 5);
	terminal.output.resize(123, 45);
	now += 50;
	t.mock.timers.tick(50);
	assert.deepEqual(sizes.slice(before), ["123×45"]);
});

test("what one turn writes is one packet, its line ends those of a terminal", async () => {
	const { terminal, written, said, type } = open();
	type("j");
	const called: number[] = [];
	terminal.output.write("one\n", () => called.push(1));
	terminal.output.write("two\r\nthree", () => called.push(2));
	assert.deepEqual(written, []);
	await new Promise<void>((resolve) => {
		terminal.output.write("", resolve);
	});
	assert.deepEqual(written, ["one\r\ntwo\r\nthree"]);
	assert.deepEqual(called, [1, 2]);
	assert.deepEqual(said, ["input", "frame true"]);
});

test("for a visitor who does not read no more than 512 KB waits, and the words on why", async () => {
	const { terminal, written, said } = open(() => 512 * 1024 - 3);
	terminal.output.write("abc");
	terminal.output.flush();
	assert.equal(written.length, 1);
	terminal.output.write("abcd");
	await new Promise<void>((resolve) => {
		terminal.output.write("", resolve);
	});
	assert.equal(written.length, 1);
	assert.deepEqual(said, ["unsent"]);
	terminal.output.write("why");
	terminal.output.flush();
	assert.deepEqual(written, ["abc", "why"]);
	assert.deepEqual(said, ["unsent"]);
});

test("after the end nothing is read or written, and what waits is called back", async () => {
	const { terminal, written, type, typed } = open();
	terminal.output.write("last words");
	terminal.close();
	assert.deepEqual(written, ["last words"]);
	type("j");
	terminal.output.resize(100, 30);
	assert.equal(terminal.output.write("more"), false);
	await new Promise<void>((resolve) => {
		terminal.output.write("", resolve);
	});
	assert.equal(written.length, 1);
	assert.equal(typed(), 0);
	assert.equal(terminal.output.columns, 80);
	assert.ok(terminal.output.destroyed);
});

test("what reads the input may throw: that is reported, and the rest is read", () => {
	const { terminal, type, said, typed } = open();
	terminal.input.on("data", () => {
		throw new Error("broken");
	});
	type("abc");
	assert.equal(typed(), 3);
	assert.deepEqual(said, ["Error: broken", "input"]);
});
