import { EventEmitter } from "node:events";
import type { ServerChannel } from "ssh2";
import type { Input, Output } from "../ui/host.ts";
import { type Bucket, fullBucket, type Limits, refill, take, terminalSize } from "./limits.ts";

export type TerminalEvents = {
	/** Something was typed. */
	onInput: () => void;
	/** The screen answered what was typed, after so many milliseconds. */
	onFrame: (milliseconds: number) => void;
	/** The visitor types, or does not read, more than is allowed. */
	onExcess: (reason: "input" | "unsent") => void;
	/** Something that reads the input threw. */
	onError: (error: unknown) => void;
	/** Bytes on their way to the visitor, the connection's included. */
	unsent: () => number;
};

/** A session channel as the streams of a terminal, held to the limits. */
export class Terminal {
	readonly input: ChannelInput;
	readonly output: ChannelOutput;

	constructor(channel: ServerChannel, size: { columns: number; rows: number }, limits: Limits, events: TerminalEvents) {
		this.output = new ChannelOutput(channel, size, limits, events);
		this.input = new ChannelInput(channel, limits, events, this.output);
	}

	/** Nothing is read or written from here on; what waits to have been written hears that it was. */
	close(): void {
		this.input.close();
		this.output.close();
	}
}

/** While there is more typed than may be read, so many bytes are handed on at a time. */
const INPUT_STEP = 512;

class ChannelInput extends EventEmitter implements Input {
	readonly isTTY = true;
	readonly #limits: Limits;
	readonly #events: TerminalEvents;
	readonly #output: ChannelOutput;
	#bucket: Bucket;
	#waiting: Buffer[] = [];
	#timer: NodeJS.Timeout | undefined;
	#isPaused = false;
	#isClosed = false;

	constructor(channel: ServerChannel, limits: Limits, events: TerminalEvents, output: ChannelOutput) {
		super();
		this.#limits = limits;
		this.#events = events;
		this.#output = output;
		this.#bucket = fullBucket(limits.input, Date.now());
		channel.on("data", (chunk: Buffer) => this.#receive(chunk));
	}

	/** Bytes that arrived and were not read. */
	get unread(): number {
		return this.#waiting.reduce((sum, { length }) => sum + length, 0);
	}

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	pause(): this {
		this.#isPaused = true;
		return this;
	}

	resume(): this {
		this.#isPaused = false;
		this.#deliver();
		return this;
	}

	close(): void {
		this.#isClosed = true;
		this.#waiting = [];
		clearTimeout(this.#timer);
		this.removeAllListeners();
	}

	#receive(chunk: Buffer): void {
		if (this.#isClosed) {
			return;
		}

		this.#waiting.push(chunk);
		this.#deliver();
		this.#events.onInput();
		if (this.unread > this.#limits.input.debt) {
			this.#events.onExcess("input");
		}
	}

	#deliver(): void {
		clearTimeout(this.#timer);
		const { input } = this.#limits;
		while (!this.#isPaused && !this.#isClosed && this.#waiting.length > 0) {
			const chunk = this.#waiting[0]!;
			this.#bucket = refill(this.#bucket, input, Date.now());
			const allowed = Math.min(chunk.length, Math.floor(this.#bucket.tokens));
			if (allowed < Math.min(chunk.length, INPUT_STEP)) {
				const missing = Math.min(chunk.length, INPUT_STEP) - this.#bucket.tokens;
				this.#timer = setTimeout(() => this.#deliver(), Math.ceil((missing / input.perSecond) * 1000));
				return;
			}

			this.#bucket = take(this.#bucket, input, allowed, Date.now());
			if (allowed === chunk.length) {
				this.#waiting.shift();
			} else {
				this.#waiting[0] = chunk.subarray(allowed);
			}

			this.#output.expectFrame();
			try {
				this.emit("data", chunk.subarray(0, allowed));
			} catch (error) {
				this.#events.onError(error);
			}
		}
	}
}

class ChannelOutput extends EventEmitter implements Output {
	readonly isTTY = true;
	columns: number;
	rows: number;
	readonly #channel: ServerChannel;
	readonly #limits: Limits;
	readonly #events: TerminalEvents;
	#text = "";
	#callbacks: Array<() => void> = [];
	#isFlushing = false;
	#isClosed = false;
	#typedAt: number | undefined;
	#resizedAt = Number.NEGATIVE_INFINITY;
	#resizing: NodeJS.Timeout | undefined;
	#nextSize: { columns: number; rows: number } | undefined;

	constructor(
		channel: ServerChannel,
		{ columns, rows }: { columns: number; rows: number },
		limits: Limits,
		events: TerminalEvents,
	) {
		super();
		this.#channel = channel;
		this.#limits = limits;
		this.#events = events;
		this.columns = columns;
		this.rows = rows;
	}

	get writable(): boolean {
		return !this.#isClosed;
	}

	get destroyed(): boolean {
		return this.#isClosed;
	}

	/** What one turn of the event loop writes is one packet. */
	write(text: string, callback?: () => void): boolean {
		if (callback !== undefined) {
			this.#callbacks.push(callback);
		}

		this.#text += text;
		if (!this.#isFlushing) {
			this.#isFlushing = true;
			queueMicrotask(() => {
				this.#isFlushing = false;
				this.flush();
			});
		}

		return !this.#isClosed;
	}

	/**
	 * Sends what was written. A frame is as good as shown once it is handed over: to wait for the visitor's window would
	 * let one who does not read hold up what waits for the callbacks. How much may be on its way is counted instead.
	 */
	flush(): void {
		const callbacks = this.#callbacks;
		const text = this.#text;
		this.#callbacks = [];
		this.#text = "";
		if (text !== "" && !this.#isClosed && this.#channel.writable) {
			this.#send(text.replace(/\r?\n/g, "\r\n"));
		}

		for (const callback of callbacks) {
			callback();
		}
	}

	#send(text: string): void {
		if (this.#events.unsent() + text.length > this.#limits.unsent) {
			this.#events.onExcess("unsent");
			return;
		}

		if (this.#typedAt !== undefined) {
			this.#events.onFrame(performance.now() - this.#typedAt);
			this.#typedAt = undefined;
		}

		this.#channel.write(text);
	}

	/** Starts the measurement that the next frame ends. */
	expectFrame(): void {
		this.#typedAt ??= performance.now();
	}

	/** The terminal was resized; of sizes that come faster than a screen can be drawn, the last one counts. */
	resize(columns: number, rows: number): void {
		this.#nextSize = terminalSize(columns, rows);
		if (this.#resizing !== undefined || this.#isClosed) {
			return;
		}

		const wait = 1000 / this.#limits.resizesPerSecond - (performance.now() - this.#resizedAt);
		if (wait <= 0) {
			this.#applySize();
		} else {
			this.#resizing = setTimeout(() => this.#applySize(), wait);
		}
	}

	close(): void {
		this.flush();
		this.#isClosed = true;
		clearTimeout(this.#resizing);
		this.removeAllListeners();
	}

	#applySize(): void {
		this.#resizing = undefined;
		this.#resizedAt = performance.now();
		const { columns, rows } = this.#nextSize!;
		if (this.#isClosed || (columns === this.columns && rows === this.rows)) {
			return;
		}

		this.columns = columns;
		this.rows = rows;
		try {
			this.emit("resize");
		} catch (error) {
			this.#events.onError(error);
		}
	}
}
