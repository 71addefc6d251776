import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SharedCache } from "../../../source/ssh/screen/shared-cache.ts";

test("one visitor who asks for new things without end displaces nothing that two have seen", () => {
	const cache = new SharedCache<string>(1000);
	for (const key of ["a", "b", "c"]) {
		cache.set(key, key.toUpperCase(), 100, "first");
		assert.equal(cache.get(key, "second"), key.toUpperCase());
	}

	for (let count = 0; count < 1000; count++) {
		cache.set(`flood ${count}`, "x", 100, "flood");
		cache.get(`flood ${count}`, "flood");
	}

	assert.deepEqual(
		["a", "b", "c"].map((key) => cache.get(key, "third")),
		["A", "B", "C"],
	);
});

test("of what one visitor alone has asked for, the latest is kept", () => {
	const cache = new SharedCache<number>(1000);
	for (let count = 0; count < 10; count++) {
		cache.set(String(count), count, 100, "only");
	}

	assert.equal(cache.get("9", "only"), 9);
	assert.equal(cache.get("8", "only"), 8);
	assert.equal(cache.get("7", "only"), undefined);
	cache.set("large", 1, 5000, "only");
	assert.equal(cache.get("large", "only"), undefined, "what is larger than all room is not kept");
});

test("whatever is asked for, it gives back what was put in last and stays within its bytes", () => {
	const step = fc.record({
		key: fc.constantFrom(..."abcdefghij"),
		visitor: fc.constantFrom("one", "two", "three"),
		bytes: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
			const cache = new SharedCache<number>(1000);
			const last = new Map<string, number>();
			for (const [index, { key, visitor, bytes }] of steps.entries()) {
				if (bytes === undefined) {
					const found = cache.get(key, visitor);
					assert.ok(found === undefined || found === last.get(key));
				} else if (cache.get(key, visitor) === undefined) {
					cache.set(key, index, bytes, visitor);
					last.set(key, index);
				}

				assert.ok(cache.bytes <= 1000 && cache.bytes >= 0, `${cache.bytes}`);
			}
		}),
	);
});
