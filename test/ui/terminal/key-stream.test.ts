import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import test from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { Input } from "../../../source/ui/host.ts";
import { KeyStream } from "../../../source/ui/terminal/key-stream.ts";

/** What is handed over of these chunks, which arrive together. */
async function handedOver(...chunks: string[]): Promise<string[]> {
	const input = new PassThrough();
	const keys = new KeyStream(input as unknown as Input);
	const handed: string[] = [];
	keys.on("readable", () => handed.push(keys.read()!));
	for (const chunk of chunks) {
		input.emit("data", Buffer.from(chunk));
	}

	for (let before = -1; before !== handed.length; ) {
		before = handed.length;
		await turn();
		await turn();
	}

	keys.close();
	return handed;
}

test("All keys of a chunk are handed over, whatever their number, and in their order", async () => {
	assert.deepEqual(await handedOver("jk\u001B[B\u0003"), ["j", "k", "\u001B[B", "\u0003"]);
	const many = Array.from({ length: 1000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
	assert.deepEqual(await handedOver(many.join(""), "x"), [...many, "x"]);
});

test("Ctrl-C goes before all that waits longer than a turn", async () => {
	const many = "x".repeat(1000);
	assert.deepEqual(await handedOver(`${many}\u0003y`), ["\u0003", "y"]);
	const handed = await handedOver(many, "y\u0003z");
	assert.deepEqual(handed.slice(-2), ["\u0003", "z"]);
	assert.ok(handed.length < 100, `${handed.length} keys`);
});
