import { readdirSync, readFileSync } from "node:fs";
import { constants, monitorEventLoopDelay, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics } from "node:v8";
import { gauge, histogram, type Metric } from "./prometheus.ts";

/**
 * The metrics of any process (https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics), and of one
 * of Node.js by the names that the package prom-client gave it, which dashboards ask for.
 */
export const processMetrics = (): Metric[] => [
	...timeMetrics(),
	...memoryMetrics(),
	...(process.platform === "linux" ? linuxMetrics() : []),
	...eventLoopMetrics(),
	...resourceMetrics(),
	collectionMetric(),
	gauge("nodejs_version_info", "Version of Node.js.", () => [{ labels: versionLabels(), value: 1 }]),
];

function versionLabels() {
	const { version } = process;
	const [major = "", minor = "", patch = ""] = version.slice(1).split(".");
	return { version, major, minor, patch };
}

function timeMetrics(): Metric[] {
	const started = Math.round(Date.now() / 1000 - process.uptime());
	const cpu = (part: string, read: (used: NodeJS.CpuUsage) => number): Metric => ({
		...gauge(`process_cpu_${part}seconds_total`, "CPU time used.", () => read(process.cpuUsage()) / 1e6),
		type: "counter",
	});
	return [
		cpu("user_", ({ user }) => user),
		cpu("system_", ({ system }) => system),
		cpu("", ({ user, system }) => user + system),
		gauge("process_start_time_seconds", "When the process started, since 1970.", () => started),
	];
}

function memoryMetrics(): Metric[] {
	const memory = (name: string, help: string, part: keyof NodeJS.MemoryUsage) =>
		gauge(`${name}_bytes`, help, () => process.memoryUsage()[part]);
	const space = (part: "size" | "used_size" | "available_size", name: string) =>
		gauge(`nodejs_heap_space_size_${name}_bytes`, "Parts of the heap.", () =>
			getHeapSpaceStatistics().map((each) => ({
				labels: { space: each.space_name.replace(/_space$/, "") },
				value: each[`space_${part}`],
			})),
		);
	return [
		memory("process_resident_memory", "Memory held in RAM.", "rss"),
		memory("nodejs_heap_size_total", "Heap of JavaScript.", "heapTotal"),
		memory("nodejs_heap_size_used", "Heap of JavaScript in use.", "heapUsed"),
		memory("nodejs_external_memory", "Memory of objects outside the heap.", "external"),
		space("size", "total"),
		space("used_size", "used"),
		space("available_size", "available"),
	];
}

/** What /proc says (proc_pid_status(5), proc_pid_limits(5)); nothing if it can't be read. */
function linuxMetrics(): Metric[] {
	const proc = (name: string, help: string, read: () => number) =>
		gauge(name, help, () => {
			try {
				return read();
			} catch {
				return [];
			}
		});
	const figure = (file: string, line: RegExp) => Number(line.exec(readFileSync(`/proc/self/${file}`, "utf8"))![1]);
	return [
		proc("process_virtual_memory_bytes", "Address space.", () => figure("status", /^VmSize:\s+(\d+)/m) * 1024),
		proc("process_heap_bytes", "Data segment.", () => figure("status", /^VmData:\s+(\d+)/m) * 1024),
		// Less the one that reading opens.
		proc("process_open_fds", "Open file descriptors.", () => readdirSync("/proc/self/fd").length - 1),
		proc("process_max_fds", "File descriptors that may be open.", () => figure("limits", /^Max open files\s+(\d+)/m)),
	];
}

function eventLoopMetrics(): Metric[] {
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	let lag = 0;
	const measure = () => {
		const before = process.hrtime.bigint();
		setImmediate(() => {
			lag = Number(process.hrtime.bigint() - before);
		});
	};
	const seconds = (part: string, help: string, read: () => number) =>
		gauge(`nodejs_eventloop_lag_${part}seconds`, `Delay of the event loop, ${help}.`, () => read() / 1e9);
	return [
		// Known only after the figures are written: these were measured when they were last asked for.
		seconds("", "as last measured", () => {
			measure();
			return lag;
		}),
		seconds("min_", "least", () => delay.min),
		seconds("max_", "most", () => delay.max),
		seconds("mean_", "mean", () => delay.mean),
		seconds("stddev_", "standard deviation", () => delay.stddev),
		seconds("p50_", "median", () => delay.percentile(50)),
		seconds("p90_", "90th percentile", () => delay.percentile(90)),
		seconds("p99_", "99th percentile", () => {
			const percentile = delay.percentile(99);
			// The next reading is of the time since this one.
			delay.reset();
			return percentile;
		}),
	];
}

function resourceMetrics(): Metric[] {
	const active = () => process.getActiveResourcesInfo();
	return [
		gauge("nodejs_active_resources", "What keeps the process running, by type.", () =>
			[...new Set(active())].map((type) => ({
				labels: { type },
				value: active().filter((each) => each === type).length,
			})),
		),
		gauge("nodejs_active_resources_total", "What keeps the process running.", () => active().length),
	];
}

function collectionMetric(): Metric {
	const durations = histogram(
		"nodejs_gc_duration_seconds",
		"Collections of garbage, by kind.",
		[0.001, 0.01, 0.1, 1, 2, 5],
		[],
	);
	const kinds: Record<number, string> = {
		[constants.NODE_PERFORMANCE_GC_MAJOR]: "major",
		[constants.NODE_PERFORMANCE_GC_MINOR]: "minor",
		[constants.NODE_PERFORMANCE_GC_INCREMENTAL]: "incremental",
		[constants.NODE_PERFORMANCE_GC_WEAKCB]: "weakcb",
	};
	new PerformanceObserver((list) => {
		for (const { detail, duration } of list.getEntries() as (PerformanceEntry & { detail: { kind: number } })[]) {
			durations.observe(duration / 1000, { kind: kinds[detail.kind]! });
		}
	}).observe({ entryTypes: ["gc"] });
	return durations;
}
