import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, parseRange, visitorOf } from "../../source/ssh/addresses.ts";
import { Counts } from "../../source/ssh/admission.ts";
import { fullBucket, isOverdrawn, LIMITS, refill, take, terminalSize } from "../../source/ssh/limits.ts";
import { parseRate, parseTime } from "../../source/ssh/serve.ts";
import { Waiting } from "../../source/ssh/waiting.ts";

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
		assert.throws(() => parseRange(text), {
			name: "UserError",
			message: /^--trust-proxy .* isn't an address; use one/,
		});
	}
});

test("an address may connect so often at once, then so often a second, whoever else comes", () => {
	const counts = new Counts({ ...LIMITS, connectionsPerAddress: { capacity: 20, perSecond: 10, debt: 0 } });
	const connected = (address: string, count: number, now: number) =>
		Array.from({ length: count }, () => counts.connect(address, now)).filter(Boolean).length;
	assert.equal(connected("a", 15, 0), 15);
	assert.equal(connected("a", 50, 500), 10, "five left, and five more for half a second");
	assert.equal(connected("b", 5, 500), 5);
	assert.equal(connected("a", 50, 1000), 5);
	assert.equal(connected("a", 50, 10_000), 20);
});

test("visits are counted for an address and for all, and a place that is left is free", () => {
	const counts = new Counts({ ...LIMITS, visitsPerAddress: 3, visits: 4 });
	assert.deepEqual(
		["a", "a", "a", "a", "b", "b"].map((address) => counts.enter(address)),
		[undefined, undefined, undefined, "visits-per-address", undefined, "visits"],
	);
	counts.leave("a");
	counts.leave("nobody");
	assert.deepEqual([counts.enter("b"), counts.enter("c")], [undefined, "visits"]);
});

test("a lecture hall behind one address comes in by default", () => {
	const counts = new Counts(LIMITS);
	for (let count = 0; count < 100; count++) {
		assert.ok(counts.connect("hall", 0));
		assert.equal(counts.enter("hall"), undefined);
	}
});

test("addresses that are gone are forgotten", () => {
	const counts = new Counts(LIMITS);
	for (let count = 0; count < 10_000; count++) {
		counts.connect(`2001:db8::${count}/64`, count);
	}

	assert.ok(counts.size <= 1000, `${counts.size}`);
	counts.connect("late", 60_000);
	assert.equal(counts.size, 1);
});

test("of those who wait, the address with the most loses the one that got least far, the oldest first", () => {
	const waiting = new Waiting<{ visitor: string; progress: number; name: string }>();
	const add = (name: string, visitor: string, progress: number) => waiting.add({ name, visitor, progress });
	add("visitor", "v", 0);
	add("first", "flood", 2);
	add("second", "flood", 1);
	add("third", "flood", 1);
	add("pair", "p", 0);
	add("pair too", "p", 0);
	const order = [];
	for (let next = waiting.last(); next !== undefined; next = waiting.last()) {
		waiting.delete(next);
		order.push(next.name);
	}

	// With two each, and then one each, the least far goes first.
	assert.deepEqual(order, ["second", "pair", "third", "visitor", "pair too", "first"]);
	assert.equal(waiting.size, 0);
});

test("how often one may connect is read as a burst and a rate", () => {
	assert.deepEqual(parseRate("200/20"), { capacity: 200, perSecond: 20, debt: 0 });
	for (const text of ["", "20", "/", "0/1", "1/0", "1/2/3", "-1/2", "1.5/2", "1 / 2", "9999999/1"]) {
		assert.throws(() => parseRate(text), { name: "UserError", message: /^--connections-per-address takes how many/ });
	}
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
