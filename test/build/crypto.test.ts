import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const { randomFillSync, ...others } = require("../../build/instead/crypto.cjs");

test("no random byte is handed out twice, in whatever sizes they are asked for", () => {
	const seen = new Set<string>();
	for (let count = 0; count < 20_000; count++) {
		const size = 8 + (count % 29);
		const packet = Buffer.alloc(64, 1);
		assert.equal(randomFillSync(packet, 5, size), packet);
		assert.ok(packet.every((byte, index) => (index >= 5 && index < 5 + size) || byte === 1));
		seen.add(packet.toString("latin1", 5, 13));
	}

	assert.equal(seen.size, 20_000);
});

test("a buffer is filled to its end, one larger than the store too", () => {
	for (const size of [1, 16, 256, 257, 4096, 10_000]) {
		const filled = Array.from({ length: 8 }, () => [...randomFillSync(Buffer.alloc(size))].at(-1));
		assert.ok(filled.some((byte) => byte !== 0));
	}
});

test("every value of a byte comes as often as any other", () => {
	const counts = new Array(256).fill(0);
	for (let count = 0; count < 50_000; count++) {
		for (const byte of randomFillSync(Buffer.alloc(10))) {
			counts[byte]++;
		}
	}

	const expected = 500_000 / 256;
	const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
	// With 255 degrees of freedom, beyond these once in a billion runs.
	assert.ok(chiSquared > 140 && chiSquared < 410, String(chiSquared));
});

test("all else is node:crypto's", () => {
	assert.deepEqual(Object.keys(others), []);
	const instead = require("../../build/instead/crypto.cjs");
	assert.equal(instead.createHash, createHash);
});
