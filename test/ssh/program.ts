import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { programNode, programPath } from "../helpers/program.ts";
import type { Line } from "./server.ts";
import { until } from "./until.ts";

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
	exit: { code: number | null; signal: NodeJS.Signals | null } | undefined;
	kill: (signal: NodeJS.Signals) => void;
	exited: () => Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
	/** Resident memory in bytes, and open descriptors. */
	memory: () => number;
	descriptors: () => number;
};

/**
 * Starts the program with `serve` on a free port and waits until it listens.
 * @param key the host key's file; by default it makes one of its own
 */
export async function serve(args: readonly string[] = [], key?: string): Promise<Serving> {
	const folder = mkdtempSync(path.join(tmpdir(), "serving-"));
	const { NODE_TEST_CONTEXT: _, ...env } = process.env;
	const child: ChildProcess = spawn(
		programNode,
		[programPath, "serve", "--port", "0", "--host-key", key ?? path.join(folder, "key"), ...args],
		{ stdio: ["ignore", "pipe", "pipe"], env },
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
		exit: undefined,
		kill: (signal) => child.kill(signal),
		async exited() {
			await until(
				() => serving.exit !== undefined,
				() => "the server's end",
			);
			return serving.exit!;
		},
		memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))![1]) * 1024,
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
