import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Admission, Counts, Full } from "./admission.ts";
import type { Meter } from "./meter.ts";
import type { Running, Settings, startServer } from "./serve.ts";
import { onStopSignal } from "./stop-signals.ts";

/*
 * Several processes that listen on the same ports (node:cluster), for a machine with more cores. The primary hands the
 * connections out and keeps the counts, so that the limits hold for all workers together; those on what waits and on the
 * processor are each worker's own.
 */

/** What a worker says to the primary … */
type FromWorker =
	| { type: "listening"; port: number; httpPort?: number }
	| { type: "connect" | "enter"; id: number; address: string }
	| { type: "leave"; address: string }
	| { type: "measured"; what: Measured[] };
/** … and the answer to a question of its. */
type ToWorker = { id: number; answer: boolean | Full | undefined };

/** A call of a meter's method. */
type Measured = { [Name in keyof Meter]: [name: Name, ...Parameters<Meter[Name]>] }[keyof Meter];

/** How long what was measured is gathered, in milliseconds. */
const gathering = 200;
/** How long after a worker's unexpected end another one is started, in milliseconds. */
const pause = 1_000;

/**
 * Starts the workers, the first before the others, so that an address that can't be listened on is reported once.
 * @returns what to end with, if the first one ends before it listens; it has said why.
 */
export async function startWorkers(
	{ log }: Settings,
	count: number,
	counts: Counts,
	meter: Meter,
): Promise<Running | number> {
	let isClosing = false;
	const all = new Set<Worker>();
	const start = async (): Promise<Extract<FromWorker, { type: "listening" }> | undefined> => {
		const worker = cluster.fork();
		all.add(worker);
		const listening = follow(worker, counts, meter);
		worker.once("exit", (code, signal) => {
			all.delete(worker);
			if (!isClosing && ports !== undefined) {
				log.write({ event: "worker-ended", code: code ?? undefined, signal: signal ?? undefined });
				void wait(pause).then(() => (isClosing ? undefined : start()));
			}
		});
		return listening;
	};
	let ports: Awaited<ReturnType<typeof start>>;
	ports = await start();
	if (ports === undefined) {
		return 1;
	}

	await Promise.all(Array.from({ length: count - 1 }, start));
	const ended = new Promise<void>((resolve) => {
		const stop = async () => {
			isClosing = true;
			await Promise.all(
				[...all].map((worker) => {
					const exited = once(worker, "exit");
					worker.process.kill("SIGTERM");
					return exited;
				}),
			);
			resolve();
		};
		onStopSignal(stop);
		process.on("SIGHUP", () => {
			for (const worker of all) {
				worker.process.kill("SIGHUP");
			}
		});
		process.stderr.on("error", () => {});
		process.stdout.on("error", () => {});
	});
	const { port, httpPort } = ports;
	return { port, ...(httpPort !== undefined && { httpPort }), isReady: () => !isClosing && all.size > 0, ended };
}

/** Answers a worker's questions as long as it lives. Resolves once it listens; with nothing if it ends before that. */
function follow(
	worker: Worker,
	counts: Counts,
	meter: Meter,
): Promise<Extract<FromWorker, { type: "listening" }> | undefined> {
	/** Visits that it has let in, by address: it may end without a word. */
	const visits: string[] = [];
	return new Promise((resolve) => {
		worker.on("message", (message: FromWorker) => {
			switch (message.type) {
				case "listening":
					resolve(message);
					break;
				case "connect":
					worker.send({ id: message.id, answer: counts.connect(message.address) } satisfies ToWorker);
					break;
				case "enter": {
					const answer = counts.enter(message.address);
					if (answer === undefined) {
						visits.push(message.address);
					}

					worker.send({ id: message.id, answer } satisfies ToWorker);
					break;
				}
				case "leave":
					visits.splice(visits.indexOf(message.address), 1);
					counts.leave(message.address);
					break;
				case "measured":
					for (const [name, ...values] of message.what) {
						(meter[name] as (...of: unknown[]) => void)(...values);
					}

					break;
			}
		});
		// What it is sent while it ends; its exit says the rest.
		worker.on("error", () => {});
		worker.once("exit", () => {
			for (const address of visits) {
				counts.leave(address);
			}

			resolve(undefined);
		});
	});
}

/**
 * Serves in a worker, until a signal asks for the end.
 * @param start starts all that listens in this process.
 * @returns what the process ends with.
 */
export async function serveAsWorker(settings: Settings, start: typeof startServer): Promise<number> {
	const { flags, limits } = settings;
	const own = { ...settings, limits: { ...limits, waiting: Math.ceil(limits.waiting / (flags.workers ?? 1)) } };
	const { port, httpPort, ended } = await start(own, askingPrimary(), tellingPrimary(flags.metricsPort !== undefined));
	tell({ type: "listening", port, ...(httpPort !== undefined && { httpPort }) });
	await ended;
	return 0;
}

function tell(message: FromWorker): void {
	if (process.connected) {
		process.send!(message);
	}
}

/** The primary's counts, as a worker sees them. */
function askingPrimary(): Admission {
	const asked = new Map<number, (answer: ToWorker["answer"]) => void>();
	let id = 0;
	process.on("message", (message: ToWorker) => {
		asked.get(message.id)?.(message.answer);
		asked.delete(message.id);
	});
	const ask = <Answer extends ToWorker["answer"]>(type: "connect" | "enter", address: string) =>
		new Promise<Answer>((resolve) => {
			id++;
			asked.set(id, resolve as (answer: ToWorker["answer"]) => void);
			tell({ type, id, address });
		});
	return {
		connect: (address) => ask<boolean>("connect", address),
		enter: (address) => ask<Full | undefined>("enter", address),
		leave: (address) => tell({ type: "leave", address }),
	};
}

/** A meter whose figures the primary adds up, if anyone looks at them. */
function tellingPrimary(isAsked: boolean): Meter {
	let gathered: Measured[] = [];
	const note = (...what: Measured) => {
		if (!isAsked) {
			return;
		}

		gathered.push(what);
		if (gathered.length === 1) {
			setTimeout(() => {
				tell({ type: "measured", what: gathered });
				gathered = [];
			}, gathering).unref();
		}
	};
	return {
		connected: () => note("connected"),
		opened: (what) => note("opened", what),
		ended: (reason) => note("ended", reason),
		keyToFrame: (milliseconds) => note("keyToFrame", milliseconds),
	};
}
