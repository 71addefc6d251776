import cluster from "node:cluster";
import { hostname } from "node:os";
import path from "node:path";
import envPaths from "env-paths";
import { comeBackOf } from "../call/come-back.ts";
import type { Flags } from "../call/flags.ts";
import { loadNamed, loadOptionsOf } from "../call/load.ts";
import { UserError } from "../errors.ts";
import type { HttpOptions, HttpServer } from "../http/server.ts";
import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import { quote } from "../resume/quote.ts";
import { parseRange } from "./addresses.ts";
import { type Admission, Counts } from "./admission.ts";
import { type HostKey, loadHostKey } from "./host-key.ts";
import { LIMITS, type Limits, type Rate } from "./limits.ts";
import { Log } from "./log.ts";
import { type Meter, silentMeter } from "./meter.ts";
import { SshServer } from "./server.ts";
import { onStopSignal } from "./stop-signals.ts";

const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_PORT = 2222;
const FAREWELL = "The server is closing. Thank you for the visit; come back soon.";

/** What a server needs to know before it starts, read from the flags. */
export type Settings = {
	flags: Flags;
	program: Program;
	limits: Limits;
	loaded: Loaded;
	host: string;
	keyFile: string;
	hostKey: HostKey;
	log: Log;
};

/** What runs: the one process, or several. */
export type Running = {
	/** The ports that were listened on. */
	port: number;
	httpPort?: number;
	/** Whether new visitors are let in. */
	isReady: () => boolean;
	/** Resolves when a signal has asked for the end and all are gone. */
	ended: Promise<void>;
};

/**
 * Serves the résumé over SSH until a signal asks for the end.
 * @returns what the process ends with.
 * @throws {UserError} for a flag, a file or an address that cannot be used.
 */
export async function serve(flags: Flags, program: Program): Promise<number> {
	const settings = await settingsOf(flags, program);
	if (cluster.isWorker) {
		const { serveAsWorker } = await import("./workers.ts");
		return serveAsWorker(settings, startServer);
	}

	const counts = new Counts(settings.limits);
	const counting = flags.metricsPort === undefined ? undefined : await import("./metrics.ts");
	const metrics = counting?.createMetrics(() => counts.visits);
	const meter = metrics?.meter ?? silentMeter;
	const { workers = 1 } = flags;
	const running =
		workers === 1
			? await startServer(settings, counts, meter)
			: await (await import("./workers.ts")).startWorkers(settings, workers, counts, meter);
	if (typeof running === "number") {
		return running;
	}

	const metricsServer =
		metrics && (await counting!.serveMetrics(flags.metricsPort!, metrics.registry, { isReady: running.isReady }));
	process.stdout.write(greeting(settings, running, metricsServer?.port));
	await running.ended;
	metricsServer?.close();
	return 0;
}

async function settingsOf(flags: Flags, program: Program): Promise<Settings> {
	const limits = limitsOf(flags);
	proxiesOf(flags);
	if ((flags.workers ?? 1) > 1 && flags.resume === "-") {
		throw new UserError("several workers can't all read standard input; give --resume a file, or leave out --workers");
	}

	const loaded = await loadNamed(flags, program);
	if (!cluster.isWorker) {
		process.stderr.write(loaded.warnings.map((sentence) => `${program.name}: ${sentence}\n`).join(""));
	}

	const keyFile = flags.hostKey ?? path.join(envPaths(program.name, { suffix: "" }).data, "ssh_host_ed25519_key");
	return {
		flags,
		program,
		limits,
		loaded,
		// An IPv6 address may have the brackets that a URL needs.
		host: (flags.host ?? DEFAULT_HOST).replace(/^\[(.*:.*)\]$/, "$1"),
		keyFile,
		hostKey: loadHostKey(path.resolve(keyFile)),
		log: new Log(flags.quiet ? () => {} : (text) => process.stderr.write(text), limits),
	};
}

/** What the operator reads at the start. */
function greeting(
	{ host, hostKey, keyFile, flags }: Settings,
	{ port, httpPort }: Running,
	metricsPort?: number,
): string {
	const page = `http://${urlHost(host)}:${httpPort}/`;
	return [
		...(flags.proxyProtocol
			? [`Serving on ${host} port ${port}. Connect through the balancer, which has to send PROXY headers.`]
			: [`Serving on ${host} port ${port}. Connect with:`, `  ${connectLine(host, port)}`]),
		`Host key${hostKey.isNew ? ", made just now" : ""}: ${keyFile}`,
		`  ED25519 ${hostKey.fingerprint}`,
		...(httpPort === undefined ? [] : [`The page is at ${page}${flags.proxyProtocol ? " for the balancer" : ""}`]),
		...(metricsPort === undefined ? [] : [`Figures on http://127.0.0.1:${metricsPort}/metrics, readiness on /ready`]),
		"",
	].join("\n");
}

/** Starts all that listens in this process: SSH, and HTTP if it's asked for. */
export async function startServer(settings: Settings, admission: Admission, meter: Meter): Promise<Running> {
	const { flags, program, limits, loaded, host, hostKey, log } = settings;
	const proxies = proxiesOf(flags);
	const server = await SshServer.start({
		host,
		port: flags.port ?? DEFAULT_PORT,
		hostKey,
		program,
		loaded,
		limits,
		log,
		meter,
		admission,
		comeBack: (port) => (isKnownToVisitors(host, flags) ? connectLine(host, port) : comeBackOf(flags, program)),
		proxies,
	});
	const { comeBack, turns } = server.service;
	const http = await startHttp(flags, { host, loaded, log, proxies, comeBack, turns });
	const replace = async (loaded: Loaded) => {
		server.replace(loaded);
		await http?.replace(loaded);
		log.write({ event: "reloaded" });
	};
	const stopWatching = flags.watch ? await watch(flags, replace, log) : undefined;
	const signalled = untilSignalled(server, { http, log, reload: () => loadNamed(flags, program).then(replace) });
	return {
		port: server.port,
		...(http && { httpPort: http.port }),
		isReady: () => server.isReady,
		ended: signalled.then(() => stopWatching?.()),
	};
}

/** Starts the HTTP side, if it's asked for. */
async function startHttp(
	{ http: port, workers = 1 }: Flags,
	options: Omit<HttpOptions, "port" | "limits">,
): Promise<HttpServer | undefined> {
	if (port === undefined) {
		return undefined;
	}

	const [{ HttpServer }, { HTTP_LIMITS, shareOf }] = await Promise.all([
		import("../http/server.ts"),
		import("../http/limits.ts"),
	]);
	return HttpServer.start({ ...options, port, limits: shareOf(HTTP_LIMITS, workers) });
}

/** Serves each version of the file of --resume that can be read. @returns stops it. */
async function watch(flags: Flags, replace: (loaded: Loaded) => Promise<void>, log: Log) {
	const { startOf, watchResume } = await import("../resume/watch.ts");
	const failed = (error: unknown) => log.write({ event: "not-reloaded", error: String((error as Error).message) });
	const loaded = (next: Loaded) => void replace(next).catch(failed);
	return watchResume(flags.resume!, loaded, failed, loadOptionsOf(flags), startOf(process));
}

type Parts = { http: HttpServer | undefined; log: Log; reload: () => Promise<void> };

/** Resolves when a signal has asked for the end and all are gone. SIGHUP reads the résumé again. */
function untilSignalled(server: SshServer, { http, log, reload }: Parts): Promise<void> {
	return new Promise((resolve) => {
		const stop = () => {
			Promise.allSettled([server.close(FAREWELL), http?.close()]).then(() => resolve());
		};
		// Ink listens to the end of the process for each visitor; the warning is for leaks, and this isn't one.
		process.setMaxListeners(0);
		onStopSignal(stop);
		process.on("SIGHUP", () => {
			reload().catch((error: unknown) => log.write({ event: "not-reloaded", error: String((error as Error).message) }));
		});
		process.on("uncaughtException", (error) => server.fault(error));
		process.on("unhandledRejection", (error) => server.fault(error));
		// What read the log is gone; the visitors aren't.
		process.stderr.on("error", () => {});
		process.stdout.on("error", () => {});
	});
}

/** The host of the page's address, as it's written in a URL. */
function urlHost(host: string): string {
	const name = nameOf(host);
	return name.includes(":") ? `[${name}]` : name;
}

function limitsOf({ maxVisits, maxPerAddress, connectionsPerAddress, idle, maxTime }: Flags): Limits {
	return {
		...LIMITS,
		visits: maxVisits ?? LIMITS.visits,
		visitsPerAddress: maxPerAddress ?? LIMITS.visitsPerAddress,
		connectionsPerAddress:
			connectionsPerAddress === undefined ? LIMITS.connectionsPerAddress : parseRate(connectionsPerAddress),
		idleTime: idle === undefined ? LIMITS.idleTime : parseTime("--idle", idle),
		sessionTime: maxTime === undefined ? LIMITS.sessionTime : parseTime("--max-time", maxTime),
	};
}

/**
 * "200/20": this many connections at once, then this many a second.
 * @throws {UserError} if it is anything else.
 */
export function parseRate(text: string): Rate {
	const [, burst, rate] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
	const capacity = Number(burst);
	const perSecond = Number(rate);
	if (capacity >= 1 && perSecond >= 1) {
		return { capacity, perSecond, debt: 0 };
	}

	throw new UserError(
		`--connections-per-address takes how many at once and how many a second after that, such as 200/20, not ${quote(text)}`,
	);
}

/** The longest that a timer of Node.js can wait is 24.8 days. */
const LONGEST_TIME = 24 * 60 * 60_000;
const UNITS: Record<string, number> = { "": 1000, s: 1000, m: 60_000, h: 60 * 60_000 };

/**
 * "90", "90s", "10m" or "1h" in milliseconds.
 * @throws {UserError} if it is none of these, or not within a day.
 */
export function parseTime(flag: string, text: string): number {
	const [, count, unit] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
	const time = Number(count) * (UNITS[unit ?? ""] ?? Number.NaN);
	if (time >= 1000 && time <= LONGEST_TIME) {
		return time;
	}

	throw new UserError(`${flag} takes a time from 1s to 24h, such as 90s, 10m or 1h, not ${quote(text)}`);
}

function proxiesOf({ proxyProtocol, trustProxy }: Flags) {
	if (proxyProtocol && trustProxy === undefined) {
		throw new UserError(
			"--proxy-protocol needs the balancer's address, or anyone could claim to be another: --trust-proxy ADDRESS",
		);
	}

	if (!proxyProtocol && trustProxy !== undefined) {
		throw new UserError("--trust-proxy is for --proxy-protocol; give both, or neither");
	}

	return proxyProtocol ? trustProxy!.map(parseRange) : undefined;
}

const isWildcard = (host: string) => host === "0.0.0.0" || host === "::";

/** What visitors call the machine that listens on this address. */
const nameOf = (host: string) => (isWildcard(host) ? hostname() : host);

/** Behind a balancer, or under a name without a domain, it isn't known what the visitor typed. */
const isKnownToVisitors = (host: string, { proxyProtocol }: Flags) =>
	!proxyProtocol && (!isWildcard(host) || hostname().includes("."));

/** What to type to connect. */
const connectLine = (host: string, port: number) => `ssh ${port === 22 ? "" : `-p ${port} `}${nameOf(host)}`;
