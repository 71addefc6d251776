import { execFile, spawnSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { promisify } from "node:util";
import { type Serving, serve } from "../ssh/program.ts";

/** The built program, serving over SSH and HTTP. */
export type HttpServing = Serving & { url: string; httpPort: number };

/** Starts the program with `serve --http` on free ports. */
export async function serveHttp(args: readonly string[] = [], key?: string): Promise<HttpServing> {
	const serving = await serve(["--http", "0", ...args], { key });
	const [, url = "", port] = /(http:\/\/127\.0\.0\.1:(\d+))\/(?: for the balancer)?\n/.exec(serving.stdout) ?? [];
	return Object.assign(serving, { url, httpPort: Number(port) });
}

const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
const needs = (program: string) => ({ skip: has(program) ? false : `there is no ${program}` });
export const curlOnly = needs("curl");
export const wgetOnly = needs("wget");

const run = promisify(execFile);

/** What the real curl prints. */
export const curl = async (...args: string[]): Promise<string> =>
	(await run("curl", ["--silent", "--show-error", "--max-time", "20", ...args], { maxBuffer: 1e8 })).stdout;

/** A connection that says what it's told to, to its end; `address` is another of the loopback network to come from. */
export async function talk(
	to: number | { port: number; address: string },
	...parts: string[]
): Promise<{ said: Promise<string>; socket: Socket }> {
	const { port, address } = typeof to === "number" ? { port: to, address: undefined } : to;
	const socket = connect({ port, host: "127.0.0.1", localAddress: address });
	let answer = "";
	socket.setEncoding("utf8").on("data", (text) => {
		answer += text;
	});
	const said = new Promise<string>((resolve) => {
		socket.on("error", () => {}).on("close", () => resolve(answer));
	});
	for (const part of parts) {
		socket.write(part);
	}

	return { said, socket };
}
