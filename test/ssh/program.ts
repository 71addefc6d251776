import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Limits } from "../../source/ssh/limits.ts";
import { programNode, programPath } from "../helpers/program.ts";
import { until } from "./until.ts";

/** A line of the log, parsed. */
export type Line = {
	event: string;
	address?: string;
	opened?: string;
	ended?: string;
	client?: string;
	error?: string;
};

/** The built program, serving in a process of its own. */
export type Serving = AsyncDisposable & {
	pid: number;
	port: number;
	metricsPort: number | undefined;
	stdout: string;
	stderr: string;
	/** A folder that is removed at the end; the host key is in it. */
	folder: string;
	lines: () => Line[];
	/** Waits for a connection that ended for this reason, and gives its line. */
	ended: (reason: string) => Promise<Line>;
	exit: { code: number | null; signal: NodeJS.Signals | null } | undefined;
	kill: (signal: NodeJS.Signals) => void;
	exited: () => Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
	/** Bytes in use once what is garbage has been collected, and open descriptors. */
	memory: () => Promise<number>;
	descriptors: () => number;
};

export type ServeOptions = {
	/** The host key's file; by default the server makes one of its own. */
	key?: string;
	/** Limits that are others than the program's own. */
	limits?: Partial<Limits>;
	/** Another built program than that of this run. */
	program?: string;
};

/** Starts the program with `serve` on a free port and waits until it listens. */
export async function serve(
	args: readonly string[] = [],
	{ key, limits = {}, program = programPath }: ServeOptions = {},
): Promise<Serving> {
	const folder = mkdtempSync(path.join(tmpdir(), "serving-"));
	const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
	const inside = ["--expose-gc", "--require", path.join(import.meta.dirname, "inside.cjs")];
	const child: ChildProcess = spawn(
		programNode,
		[...inside, program, "serve", "--port", "0", "--host-key", key ?? path.join(folder, "key"), ...args],
		{
			stdio: ["ignore", "pipe", "pipe", "ipc"],
			env: { ...inherited, TEST_LIMITS: JSON.stringify(limits) },
		},
	);
	const serving: Serving = {
		pid: child.pid!,
		port: 0,
		metricsPort: undefined,
		stdout: "",
		stderr: "",
		folder,
		lines: () =>
			serving.stderr
				.split("\n")
				.slice(0, -1)
				.map((line) => JSON.parse(line)),
		async ended(reason) {
			const find = () => serving.lines().find(({ ended }) => ended === reason);
			await until(
				() => find() !== undefined,
				() => `a connection that ended with ${reason}; the log is ${serving.stderr}`,
			);
			return find()!;
		},
		exit: undefined,
		kill: (signal) => child.kill(signal),
		async exited() {
			await until(
				() => serving.exit !== undefined,
				() => "the server's end",
			);
			return serving.exit!;
		},
		memory: () =>
			new Promise((resolve) => {
				child.once("message", (bytes) => resolve(bytes as number));
				child.send("memory");
			}),
		descriptors: () => readdirSync(`/proc/${child.pid}/fd`).length,
		async [Symbol.asyncDispose]() {
			child.kill("SIGKILL");
			await serving.exited();
			rmSync(folder, { recursive: true });
		},
	};
	child.stdout!.setEncoding("utf8").on("data", (text: string) => {
		serving.stdout += text;
	});
	child.stderr!.setEncoding("utf8").on("data", (text: string) => {
		serving.stderr += text;
	});
	child.on("close", (code, signal) => {
		serving.exit = { code, signal };
	});
	await until(
		() => serving.stdout.includes("ED25519") || serving.exit !== undefined,
		() => `the server to listen; it said ${serving.stdout}${serving.stderr}`,
	);
	serving.port = Number(/ port (\d+)\. Connect/.exec(serving.stdout)?.[1]);
	serving.metricsPort = Number(/:(\d+)\/metrics/.exec(serving.stdout)?.[1]) || undefined;
	return serving;
}

/** The same, where all visitors come from one address and some limits are others. */
export const startServer = (
	limits: Partial<Limits> = {},
	{ args = [], program }: { args?: readonly string[]; program?: string } = {},
): Promise<Serving> => serve(args, { limits: { ...manyFromOneAddress, ...limits }, program });

const manyFromOneAddress: Partial<Limits> = {
	visitsPerAddress: 1000,
	connectionsPerAddress: { capacity: 1000, perSecond: 1000, debt: 0 },
};

/** Waits until so many lines are in the log, which comes by a pipe of its own. */
export const logged = (serving: Serving, lines: number): Promise<void> =>
	until(
		() => serving.lines().length >= lines,
		() => `${lines} lines of the log; it is ${serving.stderr}`,
	);

/** How many visits there are at the moment, of a server with `--metrics-port 0`. */
export async function visitsOf({ metricsPort }: Serving): Promise<number> {
	const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
	return Number(/^ssh_sessions (\d+)$/m.exec(await response.text())![1]);
}
