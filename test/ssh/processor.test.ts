import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { monotonic } from "../../source/ssh/monotonic.ts";
import { Processor } from "../../source/ssh/processor.ts";

test("the share is of the time that this process works, not of the time that it waits", async () => {
	const processor = new Processor();
	processor.shareAt(monotonic());
	// Without work, several times as long as the next measurement is of.
	await wait(500);
	const { user, system } = process.cpuUsage();
	const startedAt = monotonic();
	while (monotonic() - startedAt < 150) {
		// Busy.
	}

	const used = process.cpuUsage({ user, system });
	const real = (used.user + used.system) / 1000 / (monotonic() - startedAt);
	await wait(1);
	const share = processor.shareAt(monotonic());
	assert.ok(share > real / 2 && share < real * 2, `${share} instead of ${real}`);
	assert.equal(processor.shareAt(monotonic()), share);
});
