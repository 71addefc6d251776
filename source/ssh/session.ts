import { setTimeout as wait } from "node:timers/promises";
import type { ServerChannel, Session as Ssh2Session, WindowChangeInfo } from "ssh2";
import { type Answer, answer } from "./answer.ts";
import { Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { foreignSubsystem } from "./foreign.ts";
import { terminalSize } from "./limits.ts";
import type { EndReason } from "./meter.ts";
import { monotonic } from "./monotonic.ts";
import type { Opened } from "./screen/open-viewer.ts";
import { send } from "./send.ts";
import type { Service } from "./service.ts";
import { Terminal } from "./terminal.ts";

/** Variables of the visitor's environment that are looked at, if their client sends them (OpenSSH's SendEnv). */
const variables = ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "COLORFGBG"];
/** What is kept of one, in characters. */
const longestVariable = 64;
/** What is charged for an answer at most, in milliseconds: others may have had their turns meanwhile. */
const longestAnswer = 50;
/** Signals that end a program; WINCH and others don't. */
const endingSignals = ["HUP", "INT", "QUIT", "TERM", "KILL"];

/** One visitor: what they asked for, the screen they look at, and how it ends. Its failures are its own. */
export class Session {
	/** What was opened, for the log. */
	opened = "nothing";
	readonly #service: Service;
	readonly #connection: Connection;
	readonly #environment: Record<string, string> = {};
	#pty: { term: string; columns: number; rows: number } | undefined;
	#channel: ServerChannel | undefined;
	#terminal: Terminal | undefined;
	#viewer: Opened | undefined;
	#clock: Clock | undefined;
	#closing: NodeJS.Timeout | undefined;
	#farewell: string | undefined;
	#isOver = false;
	#isOpening = false;
	#hasFailed = false;
	#isCounted = false;
	#exitCode = 0;

	constructor(service: Service, connection: Connection, session: Ssh2Session) {
		this.#service = service;
		this.#connection = connection;
		session.on("error", (error: unknown) => this.fail(error));
		session.on("close", () => this.#closed());
		session.on("pty", (accept: Reply, _reject: Reply, { term, cols, rows }: PtyRequest) => {
			this.#pty ??= { term: String(term ?? ""), ...terminalSize(cols, rows) };
			accept?.();
		});
		session.on("env", (accept: Reply, _reject: Reply, { key, val }: { key: string; val: string }) => {
			if (variables.includes(key)) {
				this.#environment[key] = String(val).slice(0, longestVariable);
			}

			accept?.();
		});
		session.on("window-change", (accept: Reply, _reject: Reply, { cols, rows }: WindowChangeInfo) => {
			this.#terminal?.output.resize(cols, rows);
			accept?.();
		});
		session.on("signal", (accept: Reply, _reject: Reply, { name }: { name: string }) => {
			if (endingSignals.includes(name)) {
				this.leave("quit");
			}

			accept?.();
		});
		session.on("shell", (accept: Accept) => this.#start(accept, () => this.#open("")));
		session.on("exec", (accept: Accept, _reject: Reply, { command }: { command: string }) =>
			this.#start(accept, () => this.#open(command)),
		);
		session.on("subsystem", (accept: Accept, _reject: Reply, { name }: { name: string }) =>
			this.#start(accept, () => this.#refuse(foreignSubsystem(name, this.#service.program.name))),
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

	/** Does what its screen has to do. @returns whether there is more */
	work(deadline: number): boolean {
		try {
			const hasMore = this.#viewer?.work?.(deadline) ?? false;
			if (this.#viewer !== undefined) {
				this.#terminal?.output.flush();
				this.#hasOpened();
			}

			return hasMore;
		} catch (error) {
			this.fail(error);
			return false;
		}
	}

	/** Ends it from outside; the farewell stays on the visitor's screen. */
	leave(reason: EndReason, farewell?: string): void {
		this.#connection.setEndReason(reason);
		this.#farewell = farewell;
		if (this.#viewer !== undefined) {
			this.#viewer.leave(farewell);
		} else if (this.#channel !== undefined && !this.#isOver) {
			void this.#finish(1, "");
		}
	}

	/** A limit ends it. */
	turnAway(reason: EndReason, sentence: string): void {
		this.#exitCode = 1;
		this.leave(reason, sentence);
	}

	/** An internal error, in whatever this visitor did: they see one sentence, the operator the stack. */
	fail(error: unknown): void {
		this.#report(error);
		if (this.#hasFailed) {
			return;
		}

		this.#hasFailed = true;
		this.#connection.setEndReason("fault");
		this.#guard(() => this.#viewer?.leave());
		// The screen is given back first, if what is broken still can.
		const left = this.#viewer?.left.catch(() => undefined);
		void Promise.race([left, wait(this.#service.limits.parting)]).then(() => this.#finish(1, this.#internalError));
	}

	/** The connection is gone. */
	cut(): void {
		this.#isOver = true;
		this.#clock?.stop();
		clearTimeout(this.#closing);
		this.#terminal?.close();
		this.#guard(() => this.#viewer?.leave());
		this.#service.sessions.delete(this);
		if (this.#isCounted) {
			this.#isCounted = false;
			this.#service.admission.leave(this.#connection.visitor);
		}
	}

	/** The client has closed it too, or never started anything. */
	#closed(): void {
		this.#connection.setEndReason("disconnected");
		this.cut();
		this.#connection.finished(this);
	}

	#start(accept: Accept, act: () => Promise<void>): void {
		const channel = accept();
		// A second request on one channel; ssh2 has refused it.
		if (channel === undefined) {
			return;
		}

		this.#channel = channel;
		this.#isOpening = true;
		this.#connection.started(this);
		channel.on("error", () => this.#connection.drop("disconnected"));
		channel.stderr.on("error", () => this.#connection.drop("disconnected"));
		channel.on("close", () => this.#closed());
		act()
			.catch((error: unknown) => this.fail(error))
			.finally(() => this.#hasOpened());
	}

	/** What it shows or says first is written: it leaves together with the replies to what the client asked for. */
	#hasOpened(): void {
		if (this.#isOpening) {
			this.#isOpening = false;
			this.#connection.opened();
		}
	}

	async #refuse(sentence: string): Promise<void> {
		this.opened = "refusal";
		this.#service.meter.opened(this.opened);
		await this.#finish(1, sentence);
	}

	async #open(command: string): Promise<void> {
		const refusal = await this.#enter();
		if (this.#isOver) {
			return;
		}

		if (refusal !== undefined) {
			await this.#refuse(refusal);
			return;
		}

		const { program, loaded, comeBack, limits } = this.#service;
		this.#clock = new Clock(limits, {
			warn: (text) => this.#guard(() => this.#viewer?.notify(text)),
			// What is printed to somebody who does not take it ends too.
			end: (reason, farewell) => (this.#isOver ? this.#connection.drop(reason) : this.leave(reason, farewell)),
		});
		const visitor = { user: this.#connection.user, terminal: this.#pty, environment: this.#environment };
		const startedAt = monotonic();
		const asked = await answer(command, visitor, program, loaded, comeBack, this.#service.translate);
		this.#service.turns.charge(this.#connection.account, Math.min(monotonic() - startedAt, longestAnswer));
		this.opened = asked.kind === "text" ? "print" : asked.kind;
		this.#service.meter.opened(this.opened);
		if (asked.kind === "viewer") {
			await this.#view(asked);
		} else {
			await this.#finish(asked.exitCode, asked.text, asked.kind === "refusal" ? asked.stream : "stdout");
		}
	}

	/** Counts this visit, or says why it may not be. */
	async #enter(): Promise<string | undefined> {
		const { limits, sessions, admission } = this.#service;
		const { visitor } = this.#connection;
		const full = await admission.enter(visitor);
		if (full !== undefined) {
			this.#connection.setEndReason(full);
			return full === "visits"
				? `All ${limits.visits} places are taken at the moment. Please come back in a few minutes.\n`
				: `This address has reached its ${limits.visitsPerAddress} visits. Please close one of them first.\n`;
		}

		if (this.#isOver) {
			admission.leave(visitor);
			return undefined;
		}

		this.#isCounted = true;
		sessions.add(this);
		return undefined;
	}

	async #view({ resume, start, ...traits }: Extract<Answer, { kind: "viewer" }>): Promise<void> {
		const { limits, comeBack, meter, openViewer, turns } = this.#service;
		const connection = this.#connection;
		const channel = this.#channel!;
		const { kind: _kind, ...look } = traits;
		// Only a tree of components leaves work for later; following it costs time for every promise and timer of the process.
		const within = (act: () => void) => (look.isScreenReader ? this.#service.within(this, act) : act());
		this.#terminal = new Terminal(channel, this.#pty!, limits, {
			onInput: () => {
				this.#clock?.touch();
				connection.check();
			},
			onFrame: meter.keyToFrame,
			onUnsent: () => connection.turnAway("unsent"),
			onError: (error) => this.fail(error),
			within,
			unsent: () => connection.unsent,
		});
		// The visitor's end of input: nothing more can be asked for.
		channel.on("end", () => this.leave("disconnected"));
		const { input, output } = this.#terminal;
		const host = { ...look, comeBack, onError: (error: unknown) => this.#report(error) };
		const askTurn = () => turns.ask(connection);
		channel.on("drain", askTurn);
		within(() => {
			this.#viewer = openViewer({ resume, start, input, output, host, address: connection.visitor, askTurn });
		});
		const viewer = this.#viewer!;
		if (viewer.work === undefined) {
			this.#hasOpened();
		}

		if (this.#isOver || channel.destroyed) {
			viewer.leave();
		} else if (this.#service.isClosing) {
			viewer.leave(this.#farewell);
		}

		const how = await viewer.left;
		if (how === "error") {
			this.#hasFailed = true;
			connection.setEndReason("fault");
			await this.#finish(1, this.#internalError);
		} else if (!this.#hasFailed) {
			connection.setEndReason("quit");
			await this.#finish(this.#exitCode, "");
		}
	}

	/** Gives the last words and the exit status, and closes; at most once. */
	async #finish(exitCode: number, text: string, on: "stdout" | "stderr" = "stderr"): Promise<void> {
		const channel = this.#channel;
		if (this.#isOver || channel === undefined) {
			return;
		}

		this.#isOver = true;
		this.#terminal?.close();
		this.#hasOpened();
		try {
			// What is typed meanwhile is of no use, but the channel does not close before it was read.
			channel.removeAllListeners("data");
			channel.resume();
			const isForTerminal = this.#pty !== undefined;
			const stream = on === "stdout" || isForTerminal ? channel : channel.stderr;
			const sent = isForTerminal ? text.replace(/\r?\n/g, "\r\n") : text;
			this.#closeWithin();
			await send(stream, sent, this.#connection, () => this.#closeWithin());
			this.#connection.setEndReason(exitCode === 0 ? "printed" : "refused");
			channel.exit(exitCode);
			channel.end();
			if (this.#connection.isTurnedAway) {
				// What the client answers is not read any more.
				this.#closed();
			}
		} catch (error) {
			this.#report(error);
		} finally {
			this.#clock?.stop();
		}
	}

	/** The client has this long, from the last call on, to take what it was sent and to close. */
	#closeWithin(): void {
		const { closing, refusing } = this.#service.limits;
		clearTimeout(this.#closing);
		this.#closing = setTimeout(
			() => this.#connection.drop("disconnected"),
			this.#isCounted && !this.#connection.isTurnedAway ? closing : refusing,
		);
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
type Accept = () => ServerChannel | undefined;
type PtyRequest = { term?: string; cols: number; rows: number };
