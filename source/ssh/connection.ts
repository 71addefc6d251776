import type { Socket } from "node:net";
import type { AuthContext, Connection as Client, ClientInfo, Session as Ssh2Session } from "ssh2";
import { visitorOf } from "./addresses.ts";
import { type Bucket, fullBucket, isOverdrawn, take } from "./limits.ts";
import type { EndReason } from "./meter.ts";
import { monotonic } from "./monotonic.ts";
import { messages, nameClassOf, packetSizeOf } from "./protocol.ts";
import { sentenceOf } from "./sentences.ts";
import type { Service } from "./service.ts";
import { Session } from "./session.ts";
import type { Account, Worker } from "./turns.ts";
import { Wire } from "./wire.ts";

/** What is logged of the client's own name, in characters. */
const longestSoftware = 100;

/** How far a connection has come, for `Waiting`. */
const stages = ["connected", "identified", "exchanging", "encrypted", "authenticated"] as const;

/** One TCP connection from its accept to its close, held to the limits; its end is one line of the log. */
export class Connection implements Worker {
	readonly socket: Socket;
	/** Whom it counts for; see `visitorOf`. */
	visitor: string;
	user = "";
	/** It may be a balancer's health check: no visitor's address came, and no SSH. */
	isCheck = false;
	readonly #service: Service;
	readonly #startedAt = monotonic();
	#address: string;
	#software: string | undefined;
	#account: Account | undefined;
	#wire: Wire | undefined;
	#client: Client | undefined;
	#stage: (typeof stages)[number] = "connected";
	readonly #sessions = new Set<Session>();
	/** Those of them that show or print something. */
	readonly #running = new Set<Session>();
	/** The first that did, and how many did. */
	#first: Session | undefined;
	#count = 0;
	#timer: NodeJS.Timeout;
	#reason: EndReason | undefined;
	#isTurnedAway = false;
	/** Whether a screen has keys that it has not looked at. */
	#isBusy = false;
	/** Runs while more has arrived than was read. */
	#behind: NodeJS.Timeout | undefined;
	#authAttempts = 0;
	#rekeys: Bucket;
	#openings: Bucket;

	constructor(socket: Socket, service: Service) {
		const now = monotonic();
		this.socket = socket;
		this.#service = service;
		this.#address = socket.remoteAddress ?? "unknown";
		this.visitor = visitorOf(this.#address);
		this.#rekeys = fullBucket(service.limits.rekeys, now);
		this.#openings = fullBucket(service.limits.openings, now);
		this.#timer = setTimeout(() => this.drop("login-time"), service.limits.silentTime);
		socket.on("error", () => this.drop("disconnected"));
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

	/** Counts it with those without a session; if they are too many, one of them is dropped. */
	wait(): void {
		const { waiting, limits } = this.#service;
		waiting.add(this);
		if (waiting.size > limits.waiting) {
			waiting.last()!.drop("crowded");
		}
	}

	get progress(): number {
		return stages.indexOf(this.#stage);
	}

	/** Begins to read: what arrives waits for this address's turn. The wire is for ssh2. */
	open(): Wire {
		const { turns } = this.#service;
		const wire = new Wire(this.socket);
		this.#wire = wire;
		this.#account = turns.enter(this.visitor);
		wire.on("arrived", () => turns.ask(this));
		wire.on("drain", () => turns.ask(this));
		wire.on("error", () => this.drop("disconnected"));
		wire.on("end", () => this.drop("disconnected"));
		// ssh2 reports nothing of a client whose identification is malformed, and closes half of the socket.
		this.socket.on("finish", () => this.#client ?? this.drop("protocol"));
		return wire;
	}

	get account(): Account {
		return this.#account!;
	}

	get isInside(): boolean {
		return this.#running.size > 0;
	}

	work(deadline: number): boolean {
		const wire = this.#wire!;
		// What was typed is looked at before more of it is read.
		for (let isFirst = true; !this.#isBusy && (isFirst || monotonic() < deadline); isFirst = false) {
			if (!wire.deliver()) {
				break;
			}
		}

		this.#isBusy = false;
		for (const session of this.#running) {
			this.#isBusy = session.work(deadline) || this.#isBusy;
		}

		wire.flush();
		const hasMore = this.#isBusy || wire.hasMore;
		this.check();
		this.#noteBehind(hasMore);
		return hasMore && !this.socket.destroyed;
	}

	#noteBehind(isBehind: boolean): void {
		if (!isBehind) {
			clearTimeout(this.#behind);
			this.#behind = undefined;
		} else if (!this.socket.destroyed) {
			this.#behind ??= setTimeout(() => this.turnAway("behind"), this.#service.limits.behindTime);
		}
	}

	/** Ends it if more is on its way, in either direction, than may be. */
	check(): void {
		const { limits } = this.#service;
		if (this.unsent > limits.unsent) {
			this.turnAway("unsent");
		} else if (this.#sum(({ unread }) => unread) > limits.unread) {
			this.turnAway("unread");
		}
	}

	/** A packet arrived. */
	arrived(payload: Buffer): void {
		if (payload[0] === messages.kexInit && this.#stage === "identified") {
			this.#reach("exchanging", this.#service.limits.loginTime, "login-time");
		}
	}

	/** The client has said what it is. */
	identified(client: Client, { header }: ClientInfo): void {
		const { limits } = this.#service;
		this.#client = client;
		this.#software = header.versions.software.slice(0, longestSoftware);
		this.isCheck = false;
		this.#stage = "identified";
		client.on("error", (error: Error & { level?: string }) => {
			const reasons: Record<string, EndReason> = { socket: "disconnected", "client-timeout": "keepalive" };
			this.drop(reasons[error.level ?? ""] ?? "protocol");
		});
		client.on("end", () => this.drop("disconnected"));
		client.once("handshake", () => {
			this.#stage = "encrypted";
		});
		client.on("authentication", (context: AuthContext) => {
			this.#authAttempts++;
			if (this.#authAttempts > limits.authAttempts) {
				this.drop("auth-attempts");
				return;
			}

			this.user = context.username;
			context.accept();
		});
		client.on("ready", () => this.#reach("authenticated", limits.lingerTime, "idle"));
		client.on("rekey", () => {
			this.#rekeys = take(this.#rekeys, limits.rekeys, 1, monotonic());
			if (isOverdrawn(this.#rekeys, limits.rekeys)) {
				this.turnAway("rekeys");
			}
		});
		client.on("session", (accept: () => Ssh2Session, reject: () => void) => {
			if (this.#mayOpen()) {
				this.#add(accept());
			} else {
				reject();
			}
		});
	}

	#mayOpen(): boolean {
		const { limits, isClosing } = this.#service;
		this.#openings = take(this.#openings, limits.openings, 1, monotonic());
		return (
			!isClosing &&
			!this.#isTurnedAway &&
			this.#sessions.size < limits.sessionsPerConnection &&
			!isOverdrawn(this.#openings, limits.openings)
		);
	}

	#add(opened: Ssh2Session): void {
		nameClassOf(opened);
		// ssh2 sends as many packets as the client's packet size asks for, and does not end for a size of zero.
		if (packetSizeOf(opened) < this.#service.limits.smallestPacket) {
			this.drop("small-packets");
			return;
		}

		const session = new Session(this.#service, this, opened);
		this.#sessions.add(session);
		this.#reason = undefined;
	}

	/** A session is about to show or print something: from here on its own clock counts. */
	started(session: Session): void {
		this.#first ??= session;
		this.#count++;
		this.#running.add(session);
		clearTimeout(this.#timer);
		this.#service.waiting.delete(this);
		this.#wire!.hold();
	}

	/** It has written what comes first. */
	opened(): void {
		this.#wire!.release();
	}

	/** A session is over. */
	finished(session: Session): void {
		this.#sessions.delete(session);
		if (!this.#running.delete(session) || this.#running.size > 0 || this.socket.destroyed) {
			return;
		}

		if (this.#isTurnedAway || this.#service.isClosing) {
			this.#client?.end();
			this.#wire?.flush();
			this.closeWithin(this.#service.limits.parting);
		} else {
			this.#reach("authenticated", this.#service.limits.lingerTime, "disconnected");
			this.wait();
		}
	}

	/** Bytes on their way to the visitor. */
	get unsent(): number {
		return (this.#wire?.writableLength ?? 0) + this.#sum(({ unsent }) => unsent);
	}

	#sum(of: (session: Session) => number): number {
		let sum = 0;
		for (const session of this.#sessions) {
			sum += of(session);
		}

		return sum;
	}

	/** Resolves once the network takes more. */
	drained(): Promise<void> {
		const wire = this.#wire!;
		wire.flush();
		return new Promise((resolve) => {
			wire.needsDrain ? wire.once("drain", resolve) : resolve();
		});
	}

	/** Says why it will have ended, unless another reason came first. */
	setEndReason(reason: EndReason): void {
		this.#reason ??= this.isCheck && reason === "disconnected" ? "check" : reason;
	}

	/** Ends it for a limit: no more is read, and every visitor on it gets the screen back and a word on why. */
	turnAway(reason: EndReason): void {
		if (this.#isTurnedAway || this.socket.destroyed) {
			return;
		}

		this.setEndReason(reason);
		this.#isTurnedAway = true;
		if (this.#running.size === 0) {
			this.drop(reason);
			return;
		}

		this.#wire!.stopReading();
		this.closeWithin(this.#service.limits.refusing);
		for (const session of [...this.#running]) {
			session.turnAway(reason, sentenceOf(reason));
		}
	}

	get isTurnedAway(): boolean {
		return this.#isTurnedAway;
	}

	/** Ends it at once, whatever is still on its way. */
	drop(reason: EndReason): void {
		this.setEndReason(reason);
		this.socket.destroy();
	}

	/** The client has this long, from the last call on, to take what it was sent and to close. */
	closeWithin(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.drop("disconnected"), milliseconds);
	}

	#reach(stage: (typeof stages)[number], milliseconds: number, reason: EndReason): void {
		this.#stage = stage;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.drop(reason), milliseconds);
	}

	#closed(): void {
		const { connections, waiting, turns, log, meter } = this.#service;
		clearTimeout(this.#timer);
		clearTimeout(this.#behind);
		connections.delete(this);
		waiting.delete(this);
		if (this.#account !== undefined) {
			turns.remove(this);
			turns.leave(this.#account);
		}

		this.setEndReason("disconnected");
		for (const session of this.#sessions) {
			session.cut();
		}

		meter.ended(this.#reason!);
		// A balancer asks every other second.
		if (this.#reason !== "check") {
			log.write({
				event: "connection",
				address: this.#address,
				seconds: Math.round(monotonic() - this.#startedAt) / 1000,
				client: this.#software,
				opened: this.#first?.opened ?? "nothing",
				...(this.#count > 1 && { sessions: this.#count }),
				ended: this.#reason,
			});
		}
	}
}
