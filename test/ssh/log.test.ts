import assert from "node:assert/strict";
import { test } from "node:test";
import { formatLine, Log } from "../../source/ssh/log.ts";

test("a line is JSON that no terminal obeys, whatever a visitor sent", () => {
	const nasty = "\u001B[2J\u009B31m\r\n\u0000\u007F\u2028\u202Eevil \u{1F600}\uD800";
	const line = formatLine({ event: "connection", client: nasty, missing: undefined });
	assert.match(line, /^[\u0020-\u007E]*\n$/);
	assert.deepEqual(JSON.parse(line), { event: "connection", client: nasty });
});

test("a long value is cut", () => {
	assert.ok(formatLine({ client: "x".repeat(1e6) }).length < 5000);
});

test("lines that come too fast are counted, and the number is logged", (t) => {
	t.mock.timers.enable({ apis: ["Date"] });
	const lines: string[] = [];
	const log = new Log((text) => lines.push(text), { logLines: { capacity: 3, perSecond: 1, debt: 0 } });
	for (let count = 0; count < 10; count++) {
		log.write({ event: "connection" });
	}

	t.mock.timers.tick(1000);
	log.write({ event: "late" });
	assert.equal(lines.length, 4);
	assert.equal(JSON.parse(lines[2]!).dropped, undefined);
	const { time, ...last } = JSON.parse(lines[3]!);
	assert.deepEqual(last, { event: "late", dropped: 7 });
	assert.ok(!Number.isNaN(Date.parse(time)));
});
