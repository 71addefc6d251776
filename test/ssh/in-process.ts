import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadHostKey } from "../../source/ssh/host-key.ts";
import { LIMITS, type Limits } from "../../source/ssh/limits.ts";
import { Log } from "../../source/ssh/log.ts";
import { silentMeter } from "../../source/ssh/meter.ts";
import { type ServerOptions, SshServer } from "../../source/ssh/server.ts";
import { program } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
import type { Line } from "./program.ts";
import { until } from "./until.ts";

export type TestServer = AsyncDisposable & {
	server: SshServer;
	port: number;
	lines: Line[];
	/** Waits for a connection that ended for this reason, and gives its line. */
	ended: (reason: string) => Promise<Line>;
};

/** A server in this process, for what no client can bring about: a viewer that fails. */
export async function startWithViewer(
	openViewer: NonNullable<ServerOptions["openViewer"]>,
	limits: Partial<Limits> = {},
): Promise<TestServer> {
	const folder = mkdtempSync(path.join(tmpdir(), "ssh-server-"));
	const lines: Line[] = [];
	const all = { ...LIMITS, ...limits };
	const server = await SshServer.start({
		host: "127.0.0.1",
		port: 0,
		hostKey: loadHostKey(path.join(folder, "key")),
		program,
		loaded: await loadSample(),
		limits: all,
		log: new Log((text) => lines.push(JSON.parse(text)), all),
		meter: silentMeter,
		comeBack: (port) => `ssh -p ${port} 127.0.0.1`,
		openViewer,
	});
	return {
		server,
		port: server.port,
		lines,
		async ended(reason) {
			const find = () => lines.find(({ ended }) => ended === reason);
			await until(
				() => find() !== undefined,
				() => `a connection that ended with ${reason}; the log is ${JSON.stringify(lines, undefined, 1)}`,
			);
			return find()!;
		},
		async [Symbol.asyncDispose]() {
			await server.close("");
			rmSync(folder, { recursive: true });
		},
	};
}
