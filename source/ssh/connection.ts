import type { Socket } from "node:net";
import process from "node:process";
import type { AuthContext, Connection as Client, ClientInfo, Session as Ssh2Session } from "ssh2";
import { visitorOf } from "./addresses.ts";
import { type Bucket, fullBucket, isOverdrawn, take } from "./limits.ts";
import type { EndReason } from "./meter.ts";
import type { Service } from "./service.ts";
import { Session } from "./session.ts";

/** What is logged of the client's own name, in characters. */
const LONGEST_SOFTWARE = 100;

/** One TCP connection from its accept to its close, held to the limits; its end is one line of the log. */
export class Connection {
	readonly socket: Socket;
	/** Whom it counts for; see `visitorOf`. */
	visitor: string;
	user = "";
	/** It may be a balancer's health check: no visitor's address came, and no SSH. */
	isCheck = false;
	readonly #service: Service;
	readonly #startedAt = performance.now();
	#address: string;
	#software: string | undefined;
	#wire: Bucket;
	#packets: Bucket;
	#login: NodeJS.Timeout;
	#client: Client | undefined;
	#session: Session | undefined;
	#closing: NodeJS.Timeout | undefined;
	#reason: EndReason | undefined;
	#authAttempts = 0;
	#rekeys = 0;

	constructor(socket: Socket, service: Service) {
		this.socket = socket;
		this.#service = service;
		this.#address = socket.remoteAddress ?? "unknown";
		this.visitor = visitorOf(this.#address);
		this.#wire = fullBucket(service.limits.wire, Date.now());
		this.#packets = fullBucket(service.limits.packets, Date.now());
		this.#login = setTimeout(() => this.drop("login-time"), service.limits.loginTime);
		socket.on("error", () => this.drop("disconnected"));
		socket.on("end", () => this.drop("disconnected"));
		// ssh2 tells nobody of a client that does not say what it is as it should, and closes half of the socket.
		socket.on("finish", () => this.#client ?? this.drop("protocol"));
		socket.on("close", () => this.#closed());
		service.connections.add(this);
		service.meter.connected();
	}

	/** The address of the one behind the balancer. */
	set address(address: string) {
		this.isCheck = false;
		this.#address = address;
		this.visitor = visitorOf(address);
	}

	/** Counts it with those that have opened no session, and drops the oldest of them where there are too many. */
	wait(): void {
		const { waiting, limits } = this.#service;
		waiting.add(this);
		if (waiting.size > limits.waiting) {
			const [oldest] = waiting;
			oldest!.drop("crowded");
		}
	}

	/** Watches all that arrives. To be called when ssh2 has paused the socket and before it reads from it. */
	watch(): void {
		const { limits } = this.#service;
		this.socket.on("data", ({ length }: Buffer) => {
			// What ssh2 answers goes out in one piece: of a flood of pings each answer would be a system call of its own,
			// and one chunk of them would keep everybody waiting.
			this.socket.cork();
			process.nextTick(() => this.socket.uncork());
			this.#wire = take(this.#wire, limits.wire, length, Date.now());
			if (isOverdrawn(this.#wire, limits.wire)) {
				this.drop("wire");
			} else {
				this.check();
			}
		});
	}

	/** @throws {Error} to end ssh2's work on what was read with this packet: it would go on to the last of it. */
	#countPacket(): void {
		const { packets } = this.#service.limits;
		this.#packets = take(this.#packets, packets, 1, Date.now());
		if (isOverdrawn(this.#packets, packets)) {
			this.drop("wire");
			throw new Error("too many packets");
		}
	}

	/** Drops it where more is on its way, in either direction, than may be. */
	check(): void {
		const { limits } = this.#service;
		if (this.unsent > limits.unsent) {
			this.drop("unsent");
		} else if ((this.#session?.unread ?? 0) > limits.unread) {
			this.drop("unread");
		}
	}

	/** The client has said what it is. */
	identified(client: Client, { header }: ClientInfo): void {
		const { limits } = this.#service;
		this.#client = client;
		this.#software = header.versions.software.slice(0, LONGEST_SOFTWARE);
		this.isCheck = false;
		const { _protocol: protocol } = client as unknown as Ssh2Parts;
		const onPacket = protocol._onPacket;
		protocol._onPacket = () => {
			this.#countPacket();
			onPacket();
		};
		client.on("error", (error: Error & { level?: string }) => {
			const reasons: Record<string, EndReason> = { socket: "disconnected", "client-timeout": "keepalive" };
			this.drop(reasons[error.level ?? ""] ?? "protocol");
		});
		client.on("end", () => this.drop("disconnected"));
		client.on("authentication", (context: AuthContext) => {
			this.#authAttempts++;
			if (this.#authAttempts > limits.authAttempts) {
				this.drop("auth-attempts");
				return;
			}

			this.user = context.username;
			context.accept();
		});
		client.on("ready", () => {
			// Who has logged in and opens nothing is not in yet.
			clearTimeout(this.#login);
			this.#login = setTimeout(() => this.drop("idle"), limits.loginTime);
		});
		client.on("rekey", () => {
			this.#rekeys++;
			if (this.#rekeys > limits.rekeys) {
				this.drop("rekeys");
			}
		});
		client.on("session", (accept: () => Ssh2Session, reject: () => void) => {
			if (this.#session !== undefined || this.#service.isClosing) {
				reject();
				return;
			}

			this.#session = new Session(this.#service, this, accept());
		});
	}

	get hasSession(): boolean {
		return this.#session !== undefined;
	}

	/** A session was opened on it: from here on that one's clock counts. */
	opened(): void {
		clearTimeout(this.#login);
		this.#service.waiting.delete(this);
	}

	/** Bytes on their way to the visitor. */
	get unsent(): number {
		return this.socket.writableLength + (this.#session?.unsent ?? 0);
	}

	/** Says why it will have ended, unless another reason came first. */
	because(reason: EndReason): void {
		this.#reason ??= this.isCheck && reason === "disconnected" ? "check" : reason;
	}

	/** Ends it at once, whatever is still on its way. */
	drop(reason: EndReason): void {
		this.because(reason);
		this.socket.destroy();
	}

	/** The session is over: the client has this long, from the last call on, to take what it was sent and to close. */
	closeWithin(milliseconds: number): void {
		clearTimeout(this.#closing);
		this.#closing = setTimeout(() => this.drop("disconnected"), milliseconds);
	}

	/** The client has closed the session too: there is nothing more to come. */
	close(): void {
		this.#client?.end();
		this.closeWithin(this.#service.limits.parting);
	}

	#closed(): void {
		const { connections, waiting, log, meter } = this.#service;
		clearTimeout(this.#login);
		clearTimeout(this.#closing);
		connections.delete(this);
		waiting.delete(this);
		this.because("disconnected");
		this.#session?.cut();
		meter.ended(this.#reason!);
		// A balancer asks every other second.
		if (this.#reason !== "check") {
			log.write({
				event: "connection",
				address: this.#address,
				seconds: Math.round(performance.now() - this.#startedAt) / 1000,
				client: this.#software,
				opened: this.#session?.opened ?? "nothing",
				ended: this.#reason,
			});
		}
	}
}

/** What is used of ssh2's inner parts. */
type Ssh2Parts = { _protocol: { _onPacket: () => void } };
