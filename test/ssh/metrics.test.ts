import assert from "node:assert/strict";
import { test } from "node:test";
import { endings, refusals } from "../../source/ssh/meter.ts";
import { createMetrics, serveMetrics } from "../../source/ssh/metrics.ts";

const metrics = createMetrics(() => 7);
let isOpen = true;
const server = await serveMetrics(0, metrics.registry, { isReady: () => isOpen });
const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);

test.after(() => server.close());

test("every name that a dashboard may ask for is there, with its type", async () => {
	const response = await get("/metrics");
	assert.equal(response.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
	const text = await response.text();
	const types = Object.fromEntries([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]));
	const expected: Record<string, string> = {
		ssh_sessions: "gauge",
		ssh_connections_total: "counter",
		ssh_sessions_total: "counter",
		ssh_connections_ended_total: "counter",
		ssh_refusals_total: "counter",
		ssh_key_to_frame_seconds: "histogram",
		process_cpu_seconds_total: "counter",
		process_start_time_seconds: "gauge",
		process_resident_memory_bytes: "gauge",
		nodejs_eventloop_lag_p99_seconds: "gauge",
		nodejs_heap_size_used_bytes: "gauge",
		nodejs_heap_space_size_used_bytes: "gauge",
		nodejs_active_resources: "gauge",
		nodejs_gc_duration_seconds: "histogram",
		nodejs_version_info: "gauge",
		...(process.platform === "linux" && { process_open_fds: "gauge", process_max_fds: "gauge" }),
	};
	assert.deepEqual({ ...types, ...expected }, types);
});

test("what was counted is what is read, and each reason is there before it first happens", async () => {
	const { meter } = metrics;
	const read = async () => (await get("/metrics")).text();
	const before = await read();
	for (const [name, reasons] of [
		["ssh_connections_ended_total", endings],
		["ssh_refusals_total", refusals],
	] as const) {
		for (const reason of reasons) {
			assert.ok(before.includes(`\n${name}{reason="${reason}"} 0\n`), reason);
		}
	}

	meter.connected();
	meter.connected();
	meter.opened("viewer");
	meter.ended("quit");
	meter.ended("unread");
	meter.keyToFrame(4);
	meter.keyToFrame(40);
	const text = await read();
	for (const line of [
		"ssh_sessions 7",
		"ssh_connections_total 2",
		'ssh_sessions_total{opened="viewer"} 1',
		'ssh_connections_ended_total{reason="quit"} 1',
		'ssh_refusals_total{reason="unread"} 1',
		'ssh_key_to_frame_seconds_bucket{le="0.003"} 0',
		'ssh_key_to_frame_seconds_bucket{le="0.005"} 1',
		'ssh_key_to_frame_seconds_bucket{le="+Inf"} 2',
		"ssh_key_to_frame_seconds_sum 0.044",
	]) {
		assert.ok(text.includes(`\n${line}\n`), `${line}\n${text}`);
	}
});

test("it is ready as long as visitors are let in, and says what it answers", async () => {
	assert.equal((await get("/ready")).status, 200);
	isOpen = false;
	const closing = await get("/ready");
	assert.deepEqual([closing.status, await closing.text()], [503, "closing\n"]);
	const other = await get("/");
	assert.deepEqual([other.status, await other.text()], [404, "try /metrics or /ready\n"]);
});
