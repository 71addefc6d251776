import { EventEmitter } from "node:events";
import type { ServerChannel } from "ssh2";
import type { Output } from "../ui/host.ts";
import { type Limits, terminalSize } from "./limits.ts";
import { monotonic } from "./monotonic.ts";
import type { TerminalEvents } from "./terminal.ts";

/** The visitor's screen: its size, and the way there. */
export class ChannelOutput extends EventEmitter implements Output {
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
	#isRefused = false;
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

	get writableNeedDrain(): boolean {
		return this.#events.unsent() > this.#limits.ahead;
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
		// The visit ends for that; what comes then gives the screen back.
		if (!this.#isRefused && this.#events.unsent() + text.length > this.#limits.unsent) {
			this.#isRefused = true;
			this.#events.onUnsent();
			return;
		}

		if (this.#typedAt !== undefined) {
			this.#events.onFrame(monotonic() - this.#typedAt);
			this.#typedAt = undefined;
		}

		this.#channel.write(text);
	}

	/** Starts the measurement that the next frame ends. */
	expectFrame(): void {
		this.#typedAt ??= monotonic();
	}

	/** The terminal was resized; of sizes that come faster than a screen can be drawn, the last one counts. */
	resize(columns: number, rows: number): void {
		this.#nextSize = terminalSize(columns, rows);
		if (this.#resizing !== undefined || this.#isClosed) {
			return;
		}

		const wait = 1000 / this.#limits.resizesPerSecond - (monotonic() - this.#resizedAt);
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
		this.#resizedAt = monotonic();
		if (this.#isClosed) {
			return;
		}

		// Also if the size is the old one again: the terminal may have cut lines meanwhile.
		Object.assign(this, this.#nextSize);
		try {
			this.#events.within(() => this.emit("resize"));
		} catch (error) {
			this.#events.onError(error);
		}
	}
}
