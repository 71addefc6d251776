import { setTimeout } from "node:timers/promises";
import type { ServerChannel, Session as Ssh2Session, WindowChangeInfo } from "ssh2";
import type { Viewer } from "../ui/host.ts";
import { type Answer, answer } from "./answer.ts";
import { Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { terminalSize } from "./limits.ts";
import type { EndReason } from "./meter.ts";
import { send } from "./send.ts";
import type { Service } from "./service.ts";
import { Terminal } from "./terminal.ts";

/** One visitor: what they asked for, the screen they look at, and how it ends. Its failures are its own. */
export class Session {
	/** What was opened, for the log. */
	opened = "nothing";
	readonly #service: Service;
	readonly #connection: Connection;
	#pty: { term: string; columns: number; rows: number } | undefined;
	#channel: ServerChannel | undefined;
	#terminal: Terminal | undefined;
	#viewer: Viewer | undefined;
	#clock: Clock | undefined;
	#farewell: string | undefined;
	#isOver = false;
	#hasFailed = false;
	#isCounted = false;

	constructor(service: Service, connection: Connection, session: Ssh2Session) {
		this.#service = service;
		this.#connection = connection;
		// ssh2 sends as many packets as the client's packet size asks for, and does not end for a size of zero.
		const { packetSize } = (session as unknown as Ssh2Parts)._chanInfo.outgoing;
		if (packetSize < service.limits.smallestPacket) {
			connection.drop("small-packets");
			return;
		}

		session.on("error", (error: unknown) => this.fail(error));
		session.on("pty", (accept: Reply, _reject: Reply, { term, cols, rows }: PtyRequest) => {
			this.#pty ??= { term: String(term ?? ""), ...terminalSize(cols, rows) };
			accept?.();
		});
		session.on("window-change", (accept: Reply, _reject: Reply, { cols, rows }: WindowChangeInfo) => {
			this.#terminal?.output.resize(cols, rows);
			accept?.();
		});
		session.on("signal", (accept: Reply) => {
			this.leave("quit");
			accept?.();
		});
		session.on("shell", (accept: () => ServerChannel | undefined) => this.#start(accept, ""));
		session.on("exec", (accept: () => ServerChannel | undefined, _reject: Reply, { command }: { command: string }) =>
			this.#start(accept, command),
		);
	}

	get #internalError(): string {
		const { name, bugs } = this.#service.program;
		return `${name}: internal error; this visit is over. Please report it at ${bugs}\n`;
	}

	/** Bytes that wait for the visitor's window. */
	get unsent(): number {
		return this.#channel?.writableLength ?? 0;
	}

	/** Bytes that the screen has not read. */
	get unread(): number {
		return (this.#channel?.readableLength ?? 0) + (this.#terminal?.input.unread ?? 0);
	}

	/** Ends it from outside; the farewell stays on the visitor's screen. */
	leave(reason: EndReason, farewell?: string): void {
		this.#connection.because(reason);
		this.#farewell = farewell;
		if (this.#viewer !== undefined) {
			this.#viewer.leave(farewell);
		} else if (this.#channel !== undefined && !this.#isOver) {
			void this.#finish(1, "");
		}
	}

	/** A fault of the program, in whatever this visitor did: they see one sentence, the operator the stack. */
	fail(error: unknown): void {
		this.#report(error);
		if (this.#hasFailed) {
			return;
		}

		this.#hasFailed = true;
		this.#connection.because("fault");
		this.#guard(() => this.#viewer?.leave());
		// The screen is given back first, if what is broken still can.
		const left = this.#viewer?.left.catch(() => undefined);
		void Promise.race([left, setTimeout(this.#service.limits.parting)]).then(() =>
			this.#finish(1, this.#internalError),
		);
	}

	/** The connection is gone. */
	cut(): void {
		this.#isOver = true;
		this.#clock?.stop();
		this.#terminal?.close();
		this.#guard(() => this.#viewer?.leave());
		this.#service.sessions.delete(this);
		if (this.#isCounted) {
			this.#isCounted = false;
			this.#service.visitors.leave(this.#connection.visitor);
		}
	}

	#start(accept: () => ServerChannel | undefined, command: string): void {
		const channel = accept();
		// A second request on one channel; ssh2 has refused it.
		if (channel === undefined) {
			return;
		}

		this.#channel = channel;
		this.#connection.opened();
		channel.on("error", () => this.#connection.drop("disconnected"));
		channel.stderr.on("error", () => this.#connection.drop("disconnected"));
		channel.on("close", () => {
			this.#connection.because("disconnected");
			this.#connection.close();
		});
		this.#service.within(this, () => {
			this.#open(command).catch((error: unknown) => this.fail(error));
		});
	}

	async #open(command: string): Promise<void> {
		const refusal = this.#enter();
		if (refusal !== undefined) {
			this.opened = "refusal";
			this.#service.meter.opened(this.opened);
			await this.#finish(1, refusal);
			return;
		}

		const { program, loaded, comeBack, limits } = this.#service;
		this.#clock = new Clock(limits, {
			warn: (text) => this.#guard(() => this.#viewer?.notify(text)),
			// What is printed to somebody who does not take it ends too.
			end: (reason, farewell) => (this.#isOver ? this.#connection.drop(reason) : this.leave(reason, farewell)),
		});
		const asked = await answer(
			command,
			{ user: this.#connection.user, terminal: this.#pty },
			program,
			loaded,
			comeBack,
		);
		this.opened = asked.kind === "text" ? "print" : asked.kind;
		this.#service.meter.opened(this.opened);
		if (asked.kind === "viewer") {
			await this.#view(asked);
		} else {
			await this.#finish(asked.exitCode, asked.text);
		}
	}

	/** Counts this visit, or says why it may not be. */
	#enter(): string | undefined {
		const { limits, sessions, visitors } = this.#service;
		if (sessions.size >= limits.sessions) {
			this.#connection.because("sessions");
			return `All ${limits.sessions} places are taken at the moment. Please come back in a few minutes.\n`;
		}

		if (!visitors.enter(this.#connection.visitor)) {
			this.#connection.because("sessions-per-address");
			return `There are ${limits.sessionsPerAddress} visits from your address already. Please close one of them first.\n`;
		}

		this.#isCounted = true;
		sessions.add(this);
		return undefined;
	}

	async #view({ start, ...traits }: Extract<Answer, { kind: "viewer" }>): Promise<void> {
		const { limits, loaded, comeBack, meter, mount, within } = this.#service;
		const connection = this.#connection;
		const channel = this.#channel!;
		this.#terminal = new Terminal(channel, this.#pty!, limits, {
			onInput: () => {
				this.#clock?.touch();
				connection.check();
			},
			onFrame: meter.keyToFrame,
			onExcess: (reason) => connection.drop(reason),
			onError: (error) => this.fail(error),
			within: (act) => within(this, act),
			unsent: () => connection.unsent,
		});
		// The visitor's end of input: nothing more can be asked for.
		channel.on("end", () => this.leave("disconnected"));
		const { kind: _kind, ...look } = traits;
		this.#viewer = await mount({
			resume: loaded.resume,
			start,
			input: this.#terminal.input,
			output: this.#terminal.output,
			host: { ...look, comeBack, onError: (error) => this.#report(error) },
		});
		if (this.#isOver || channel.destroyed) {
			this.#viewer.leave();
		} else if (this.#service.isClosing) {
			this.#viewer.leave(this.#farewell);
		}

		const how = await this.#viewer.left;
		if (how === "error") {
			this.#hasFailed = true;
			connection.because("fault");
			await this.#finish(1, this.#internalError);
		} else if (!this.#hasFailed) {
			connection.because("quit");
			await this.#finish(0, "");
		}
	}

	/** Gives the last words and the exit status, and closes; at most once. */
	async #finish(exitCode: number, text: string): Promise<void> {
		const channel = this.#channel;
		if (this.#isOver || channel === undefined) {
			return;
		}

		this.#isOver = true;
		this.#terminal?.close();
		try {
			// What is typed meanwhile is of no use, but the channel does not close before it was read.
			channel.removeAllListeners("data");
			channel.resume();
			const { limits } = this.#service;
			const giveTime = () => this.#connection.closeWithin(this.#isCounted ? limits.closing : limits.refusing);
			giveTime();
			const isForTerminal = this.#pty !== undefined;
			const stream = exitCode === 0 || isForTerminal ? channel : channel.stderr;
			const sent = isForTerminal ? text.replace(/\r?\n/g, "\r\n") : text;
			await send(stream, sent, this.#connection.socket, giveTime);
			this.#connection.because(exitCode === 0 ? "printed" : "refused");
			channel.exit(exitCode);
			channel.end();
		} catch (error) {
			this.#report(error);
		} finally {
			this.#clock?.stop();
		}
	}

	#guard(act: () => void): void {
		try {
			act();
		} catch (error) {
			this.#report(error);
		}
	}

	#report(error: unknown): void {
		const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
		this.#service.log.write({ event: "fault", error: stack });
	}
}

type Reply = (() => void) | undefined;
type PtyRequest = { term?: string; cols: number; rows: number };
/** What is used of ssh2's inner parts. */
type Ssh2Parts = { _chanInfo: { outgoing: { packetSize: number } } };
