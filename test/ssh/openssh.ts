import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type Options, open, type Terminal } from "../helpers/terminal.ts";

/** Where test/ssh/install-tools.sh puts OpenSSH's newest client and ssh-audit. */
export const toolsFolder = process.env.SSH_TOOLS ?? path.resolve(import.meta.dirname, "../../.cache/ssh-tools");

export const newestSsh = path.join(toolsFolder, "ssh");
export const sshAudit = path.join(toolsFolder, "ssh-audit");

/** Why a test that needs these tools is skipped; false where they are there. */
export const withoutTools = existsSync(path.join(toolsFolder, "complete"))
	? false
	: "needs OpenSSH's newest client and ssh-audit: run test/ssh/install-tools.sh";

const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
export const withoutSsh = has("ssh") ? false : "needs Debian's openssh-client";
export const withoutHaproxy = has("haproxy") ? false : "needs Debian's haproxy";

/** Arguments of the client: it reads no settings, knows no hosts and asks nothing. */
export const sshArguments = (port: number) => [
	...["-F", "none", "-p", String(port), "-o", "BatchMode=yes"],
	...["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "GlobalKnownHostsFile=/dev/null"],
];

/** A real OpenSSH client in a terminal. */
export function openSsh(port: number, args: readonly string[] = [], options: Options = {}): Terminal {
	return open(["ssh", ...sshArguments(port), "-o", "LogLevel=ERROR", "127.0.0.1", ...args], options);
}

/** A real OpenSSH client without a terminal. */
export function runSsh(
	port: number,
	args: readonly string[],
	{ client = "ssh", options = ["-o", "LogLevel=ERROR"] }: { client?: string; options?: readonly string[] } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = spawn(client, [...sshArguments(port), ...options, "127.0.0.1", ...args], {
		stdio: ["ignore", "pipe", "pipe"],
		timeout: 20_000,
	});
	let stdout = "";
	let stderr = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		stderr += text;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, stdout, stderr }));
	});
}
