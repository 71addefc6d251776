import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processMetrics } from "../../source/ssh/process-metrics.ts";
import { contentType, counter, exposition, gauge, histogram } from "../../source/ssh/prometheus.ts";

const bounds = [0.001, 0.5, 1, 10];
const numbers = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constantFrom(0, -0, 0.001, 0.5, 1, 10, 1e21, 1e-7),
);
const texts = fc.oneof(fc.string(), fc.constantFrom('"', "\\", "\n", 'a"b\\c\nd', "\\n", "é😀"));

test("the text is that of prom-client", async () => {
	const observed = fc.array(fc.tuple(texts, numbers), { maxLength: 20 });
	await fc.assert(
		fc.asyncProperty(texts, observed, fc.nat(), async (help, values, visits) => {
			const registry = new Registry();
			const registers = [registry];
			const theirs = {
				counter: new Counter({ name: "a_total", help: help || "x", labelNames: ["b"], registers }),
				plain: new Counter({ name: "b_total", help: "x", registers }),
				gauge: new Gauge({ name: "c", help: "x", registers }),
				histogram: new Histogram({ name: "d_seconds", help: "x", buckets: bounds, registers }),
				labelled: new Histogram({ name: "e_seconds", help: "x", buckets: bounds, labelNames: ["f"], registers }),
			};
			const own = {
				counter: counter("a_total", help || "x", []),
				plain: counter("b_total", "x"),
				gauge: gauge("c", "x", () => visits),
				histogram: histogram("d_seconds", "x", bounds),
				labelled: histogram("e_seconds", "x", bounds, []),
			};
			theirs.gauge.set(visits);
			for (const [label, value] of values) {
				const amount = Math.abs(value);
				theirs.counter.inc({ b: label }, amount);
				own.counter.add({ b: label }, amount);
				theirs.plain.inc();
				own.plain.add();
				theirs.histogram.observe(value);
				own.histogram.observe(value);
				theirs.labelled.observe({ f: label }, value);
				own.labelled.observe(value, { f: label });
			}

			assert.equal(exposition(Object.values(own)), await registry.metrics());
		}),
	);
	assert.equal(contentType, Registry.PROMETHEUS_CONTENT_TYPE);
});

test("what is no number is written as Go reads it", () => {
	const values = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
	const text = exposition([gauge("a", "b", () => values.map((value) => ({ value })))]);
	assert.equal(text, "# HELP a b\n# TYPE a gauge\na +Inf\na -Inf\na NaN\n");
});

test("the process has the metrics that prom-client gives it, but those of undocumented functions", async () => {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const metrics = processMetrics();
	// The event loop's delay is measured by a timer.
	await wait(50);
	exposition(metrics);
	await wait(50);
	const own = exposition(metrics);
	const names = (text: string) => [...text.matchAll(/^# TYPE .*$/gm)].map(([line]) => line).sort();
	const undocumented = /nodejs_active_(?:handles|requests)/;
	assert.deepEqual(
		names(own),
		names(await registry.metrics()).filter((line) => !undocumented.test(line)),
	);
	for (const [, name, type] of own.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
		const samples = [...own.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (.*)$`, "gm"))];
		assert.ok(type === "histogram" || samples.length > 0, name);
		assert.ok(
			samples.every(([, value]) => Number(value) >= 0),
			name,
		);
	}

	assert.match(own, /^nodejs_version_info\{version="v\d+\.\d+\.\d+",major="\d+",minor="\d+",patch="\d+"\} 1$/m);
	assert.match(own, /^nodejs_heap_space_size_used_bytes\{space="new"\} \d+$/m);
	const memory = Number(/^process_resident_memory_bytes (\d+)$/m.exec(own)![1]);
	assert.ok(memory > 10_000_000 && memory < 10_000_000_000);
	if (process.platform === "linux") {
		assert.ok(Number(/^process_virtual_memory_bytes (\d+)$/m.exec(own)![1]) > memory);
		assert.match(own, /^process_open_fds [1-9]\d*$/m);
		assert.match(own, /^process_max_fds [1-9]\d*$/m);
	}
});
