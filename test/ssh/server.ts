import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseRange } from "../../source/ssh/addresses.ts";
import { loadHostKey } from "../../source/ssh/host-key.ts";
import { LIMITS, type Limits } from "../../source/ssh/limits.ts";
import { Log } from "../../source/ssh/log.ts";
import { type Meter, silentMeter } from "../../source/ssh/meter.ts";
import { type ServerOptions, SshServer } from "../../source/ssh/server.ts";
import { program } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
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

export type TestServer = AsyncDisposable & {
	server: SshServer;
	port: number;
	lines: Line[];
	/** Waits for a connection that ended for this reason, and gives its line. */
	ended: (reason: string) => Promise<Line>;
};

/** A server in this process, on a free port, whose limits can be changed. All tests connect from one address. */
export async function startServer(
	limits: Partial<Limits> = {},
	options: Partial<Omit<ServerOptions, "limits">> & { meter?: Meter; trust?: string[] } = {},
): Promise<TestServer> {
	const folder = mkdtempSync(path.join(tmpdir(), "ssh-server-"));
	const lines: Line[] = [];
	const all: Limits = {
		...LIMITS,
		visitsPerAddress: 1000,
		connectionsPerAddress: { capacity: 1000, perSecond: 1000, debt: 0 },
		...limits,
	};
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
		proxies: options.trust?.map(parseRange),
		...options,
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
