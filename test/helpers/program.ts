import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { createProgram, type Program } from "../../source/program.ts";
import { loadSample } from "./sample.ts";
import { type Options, open, type Terminal } from "./terminal.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The built program, with the résumé of test/fixtures in it; run without `npm test`, what was built last. */
export const programPath = process.env.TEST_PROGRAM ?? path.join(root, "dist", "cli.cjs");

/** The Node.js that runs the built program: `npm run test:nodes` gives others than the one that runs the tests. */
export const programNode = process.env.TEST_NODE ?? process.execPath;

/** The package as its program presents itself. */
export const program: Program = createProgram(manifest, await loadSample());

/** The texts of a built program by the names of their files. */
export async function readProgram(folder: string): Promise<Map<string, string>> {
	const texts = (await readdir(folder))
		.filter((name) => name.includes("."))
		.map(async (name): Promise<[string, string]> => [name, await readFile(path.join(folder, name), "utf8")]);
	return new Map(await Promise.all(texts));
}

/** Starts the built program in a terminal. */
export function openProgram(args: readonly string[] = [], options: Options = {}): Terminal {
	return open([programNode, programPath, ...args], options);
}

export type Run = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

/**
 * Runs the built program without a terminal, to its end.
 *
 * @param options.input what it reads; without it, its standard input is closed
 */
export function runProgram(
	args: readonly string[],
	options: { input?: string; env?: Record<string, string>; cwd?: string; limit?: number } = {},
): Promise<Run> {
	const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
	const child = spawn(programNode, [programPath, ...args], {
		cwd: options.cwd,
		env: { ...inherited, ...options.env },
		stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
		timeout: options.limit ?? 20_000,
		killSignal: "SIGKILL",
	});
	const run: Run = { code: null, signal: null, stdout: "", stderr: "" };
	child.stdout?.setEncoding("utf8").on("data", (text: string) => {
		run.stdout += text;
	});
	child.stderr?.setEncoding("utf8").on("data", (text: string) => {
		run.stderr += text;
	});
	// A program that ends without reading closes the pipe; that isn't a failure of the test.
	child.stdin?.on("error", () => {}).end(options.input);
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code, signal) => resolve({ ...run, code, signal }));
	});
}
