import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, parseRange, Visitors, visitorOf } from "../../source/ssh/addresses.ts";
import { fullBucket, isOverdrawn, LIMITS, refill, take, terminalSize } from "../../source/ssh/limits.ts";
import { parseTime } from "../../source/ssh/serve.ts";

test("a bucket gives its capacity at once, then so much a second, and lends no more than its debt", () => {
	const rate = { capacity: 10, perSecond: 2, debt: 4 };
	let bucket = take(fullBucket(rate, 0), rate, 10, 0);
	assert.equal(bucket.tokens, 0);
	assert.equal(isOverdrawn(bucket, rate), false);
	bucket = take(bucket, rate, 4, 0);
	assert.equal(isOverdrawn(bucket, rate), false);
	assert.equal(isOverdrawn(take(bucket, rate, 1, 0), rate), true);
	assert.equal(refill(bucket, rate, 1000).tokens, -2);
	assert.equal(refill(bucket, rate, 60_000).tokens, 10);
	assert.equal(refill(bucket, rate, -60_000).tokens, -4, "a clock that goes back gives nothing");
});

test("a terminal is 1 to 300 by 1 to 100, zero means 80 by 24", () => {
	assert.deepEqual(terminalSize(0, 0), { columns: 80, rows: 24 });
	assert.deepEqual(terminalSize(100, 0), { columns: 100, rows: 24 });
	assert.deepEqual(terminalSize(1, 1), { columns: 1, rows: 1 });
	assert.deepEqual(terminalSize(300, 100), { columns: 300, rows: 100 });
	assert.deepEqual(terminalSize(4294967295, 4294967295), { columns: 300, rows: 100 });
});

test("an IPv4 address counts for itself, an IPv6 address for its /64", () => {
	assert.equal(visitorOf("203.0.113.9"), "203.0.113.9");
	assert.equal(visitorOf("::ffff:203.0.113.9"), "203.0.113.9");
	assert.equal(visitorOf("2001:db8:1:2:3:4:5:6"), visitorOf("2001:db8:1:2::1"));
	assert.notEqual(visitorOf("2001:db8:1:2::1"), visitorOf("2001:db8:1:3::1"));
	assert.equal(visitorOf("fe80::1%eth0"), visitorOf("fe80::2"));
	assert.equal(visitorOf("not an address"), "unknown");
});

test("an address is within ranges of its own kind", () => {
	const ranges = ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"].map(parseRange);
	for (const address of ["10.255.0.1", "::ffff:10.0.0.1", "192.0.2.7", "2001:db8:ffff::1"]) {
		assert.ok(isWithin(address, ranges), address);
	}

	for (const address of ["11.0.0.1", "192.0.2.8", "2001:db9::1", "", "x"]) {
		assert.ok(!isWithin(address, ranges), address);
	}

	for (const text of ["", "10.0.0.0/99", "balancer.example", "10.0.0.0/8 "]) {
		assert.throws(() => parseRange(text), { name: "UserError", message: /^--trust-proxy .* is no address; give one/ });
	}
});

test("twenty connections in any second from one address, whoever else comes", () => {
	const visitors = new Visitors(LIMITS);
	const connected = (visitor: string, count: number, now: number) =>
		Array.from({ length: count }, () => visitors.mayConnect(visitor, now)).filter(Boolean).length;
	assert.equal(connected("a", 15, 0), 15);
	assert.equal(connected("a", 50, 500), 5);
	assert.equal(connected("b", 5, 500), 5);
	assert.equal(connected("a", 50, 999), 0);
	assert.equal(connected("a", 50, 1000), 15, "those of the first moment are a second old");
	assert.equal(connected("a", 50, 10_000), 20);
});

test("ten sessions from one address", () => {
	const visitors = new Visitors(LIMITS);
	for (let count = 0; count < 10; count++) {
		assert.ok(visitors.enter("a"));
	}

	assert.ok(!visitors.enter("a"));
	assert.ok(visitors.enter("b"));
	visitors.leave("a");
	assert.ok(visitors.enter("a"));
});

test("addresses that are gone are forgotten", () => {
	const visitors = new Visitors(LIMITS);
	for (let count = 0; count < 10_000; count++) {
		visitors.mayConnect(`2001:db8::${count}/64`, count);
	}

	assert.ok(visitors.size <= 1000, `${visitors.size}`);
	visitors.mayConnect("late", 60_000);
	assert.equal(visitors.size, 1);
});

test("times are read as people write them", () => {
	assert.deepEqual(
		["1", "90s", "10m", "1h", "24h"].map((text) => parseTime("--idle", text)),
		[1000, 90_000, 600_000, 3_600_000, 86_400_000],
	);
	for (const text of ["0", "-1", "10x", "m", "25h", "1.5h", "", "9999999"]) {
		assert.throws(() => parseTime("--idle", text), { name: "UserError", message: /^--idle takes a time/ });
	}
});
