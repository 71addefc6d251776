import { AsyncLocalStorage } from "node:async_hooks";
import { type AddressInfo, createServer, type Socket, type Server as TcpServer } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Algorithms } from "ssh2";
import Ssh2Server from "ssh2/lib/server.js";
import { UserError } from "../errors.ts";
import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import { prepareFor } from "../text/width.ts";
import type { Range } from "./addresses.ts";
import { type Admission, Counts } from "./admission.ts";
import { readAddress } from "./balancer.ts";
import { Connection } from "./connection.ts";
import type { HostKey } from "./host-key.ts";
import { keyExchanges } from "./key-exchange.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";
import { protocolOf, sendExtInfo, watchPackets } from "./protocol.ts";
import type { OpenViewer } from "./screen/open-viewer.ts";
import type { Service } from "./service.ts";
import type { Session } from "./session.ts";
import { sharedTranslations } from "./translations.ts";
import { Turns } from "./turns.ts";
import { Waiting } from "./waiting.ts";
import type { Wire } from "./wire.ts";

export type ServerOptions = {
	host: string;
	/** 0 takes a free one. */
	port: number;
	hostKey: HostKey;
	program: Program;
	loaded: Loaded;
	limits: Limits;
	log: Log;
	meter: Meter;
	comeBack: (port: number) => string | undefined;
	/** Balancers whose PROXY headers are trusted; undefined if no header is expected. */
	proxies?: readonly Range[];
	/** By default one whose viewers share their frames. */
	openViewer?: OpenViewer;
	/** Counts for several processes together; by default those of this one. */
	admission?: Admission;
};

/** What ssh-audit (https://github.com/jtesta/ssh-audit) finds nothing wrong with; the post-quantum exchange is added. */
const ALGORITHMS: Algorithms = {
	kex: ["curve25519-sha256", "curve25519-sha256@libssh.org"],
	serverHostKey: ["ssh-ed25519"],
	// Dropbear has AES only with MACs that ssh-audit advises against, and ChaCha20-Poly1305.
	cipher: [
		"aes128-gcm@openssh.com",
		"aes256-gcm@openssh.com",
		"chacha20-poly1305@openssh.com",
		"aes128-ctr",
		"aes256-ctr",
	],
	hmac: ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com"],
	compress: ["none"],
};
/** RFC 4253 §4.2: the software's name, no more exact than it has to be, since some look for a version to attack. */
const IDENT = "resume";

/** The listener, and all who are connected to it. */
export class SshServer {
	readonly service: Service;
	readonly #options: ServerOptions;
	readonly #listener: TcpServer;
	readonly #ssh: InstanceType<typeof Ssh2Server>;
	readonly #connections = new WeakMap<Wire, Connection>();
	readonly #owner = new AsyncLocalStorage<Session>();

	/** @throws {UserError} if it can't listen on the address. */
	static async start(options: ServerOptions): Promise<SshServer> {
		// Loaded for a server alone, as Ink is for whoever browses.
		const openViewer = options.openViewer ?? (await import("./screen/open-viewer.ts")).viewerOpener();
		// Whatever a visitor types is measured where it's drawn.
		await prepareFor("\u5B57");
		const server = new SshServer(options, openViewer);
		await server.#listen();
		return server;
	}

	private constructor(options: ServerOptions, openViewer: OpenViewer) {
		const { limits, log, meter, program, loaded } = options;
		this.#options = options;
		this.service = {
			limits,
			log,
			meter,
			program,
			loaded,
			openViewer,
			translate: sharedTranslations(),
			admission: options.admission ?? new Counts(limits),
			turns: new Turns(limits.processor, (error) => this.fault(error)),
			comeBack: undefined,
			within: (session, act) => this.#owner.run(session, act),
			connections: new Set(),
			waiting: new Waiting(),
			sessions: new Set(),
			isClosing: false,
		};
		// Small packets answer keys: waiting for more of them (Nagle) makes a connection six times as slow.
		this.#listener = createServer({ noDelay: true }, (socket) => {
			this.#accept(socket).catch((error: unknown) => this.fault(error));
		});
		const exchangeKeys = keyExchanges();
		this.#ssh = new Ssh2Server({
			hostKeys: [{ key: options.hostKey.key }],
			algorithms: ALGORITHMS,
			ident: IDENT,
			keepaliveInterval: limits.keepaliveInterval,
			keepaliveCountMax: limits.keepaliveCount,
		});
		this.#ssh.on("connection", (client, info) => {
			const protocol = protocolOf(client);
			const connection = this.#connections.get((client as unknown as Ssh2Parts)._sock)!;
			const { translate } = exchangeKeys(protocol, info.header.versions.software);
			watchPackets(protocol, (payload) => {
				connection.arrived(payload);
				return translate(payload);
			});
			sendExtInfo(protocol);
			connection.identified(client, info);
		});
	}

	get port(): number {
		return (this.#listener.address() as AddressInfo).port;
	}

	/** Whether new visitors are let in. */
	get isReady(): boolean {
		return this.#listener.listening && !this.service.isClosing;
	}

	/** Shows another résumé to those who come from now on. */
	replace(loaded: Loaded): void {
		this.service.loaded = loaded;
	}

	/** An error that nothing caught ends the session that it belongs to, and nothing else. */
	fault(error: unknown): void {
		const session = this.#owner.getStore();
		if (session !== undefined) {
			session.fail(error);
			return;
		}

		const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
		this.service.log.write({ event: "fault", error: stack });
	}

	/** Lets nobody in, says farewell to everybody, and resolves when all are gone: see `Limits.shutdown`. */
	async close(farewell: string): Promise<void> {
		const { service } = this;
		service.isClosing = true;
		const allClosed = new Promise<void>((resolve) => {
			this.#listener.close(() => resolve());
		});
		const deadline = setTimeout(() => this.#dropAll(), service.limits.shutdown);
		for (const session of service.sessions) {
			session.leave("shutdown", farewell);
		}

		for (const connection of service.connections) {
			if (!connection.isInside) {
				connection.drop("shutdown");
			}
		}

		await allClosed;
		// The listener counts a socket out before its connection has written its line of the log.
		while (service.connections.size > 0) {
			await nextTurn();
		}

		clearTimeout(deadline);
	}

	#dropAll(): void {
		for (const connection of this.service.connections) {
			connection.drop("shutdown");
		}
	}

	async #accept(socket: Socket): Promise<void> {
		const { service } = this;
		const { proxies } = this.#options;
		const connection = new Connection(socket, service);
		if (service.isClosing) {
			connection.drop("shutdown");
			return;
		}

		connection.wait();
		if (proxies !== undefined && !(await readAddress(connection, proxies, (reason) => connection.drop(reason)))) {
			return;
		}

		if (!(await service.admission.connect(connection.visitor))) {
			connection.drop("connections-per-address");
			return;
		}

		if (!socket.destroyed) {
			const wire = connection.open();
			this.#connections.set(wire, connection);
			this.#ssh.injectSocket(wire as unknown as Socket);
		}
	}

	#listen(): Promise<void> {
		const { host, port, comeBack } = this.#options;
		return new Promise((resolve, reject) => {
			this.#listener.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port, "--port")));
			this.#listener.listen(port, host, () => {
				this.service.comeBack = comeBack(this.port);
				this.#listener.removeAllListeners("error");
				// For example, no descriptors are left: those who are here stay.
				this.#listener.on("error", (error) => this.fault(error));
				resolve();
			});
		});
	}
}

/** The sentence for an address that the server can't listen on. */
export function cannotListen(
	{ code }: NodeJS.ErrnoException,
	host: string,
	port: number,
	option: "--port" | "--http" | "--metrics-port",
): UserError {
	const reasons: Record<string, string> = {
		EADDRINUSE: `port ${port} of ${host} is already in use; choose another with ${option}`,
		EACCES: `port ${port} needs privileges; choose one from 1024 on with ${option}`,
		EADDRNOTAVAIL: `${host} isn't an address of this machine; choose one with --host, or 0.0.0.0 for all of them`,
		ENOTFOUND: `${host} isn't an address of this machine; choose one with --host, or 0.0.0.0 for all of them`,
	};
	return new UserError(reasons[code ?? ""] ?? `can't listen on ${host} port ${port} (${code})`, 1);
}

/** What is used of ssh2's inner parts. */
type Ssh2Parts = { _sock: Wire };
