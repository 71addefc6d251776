import { EventEmitter } from "node:events";
import type { ServerChannel } from "ssh2";
import type { Input } from "../ui/host.ts";
import type { ChannelOutput } from "./channel-output.ts";
import type { TerminalEvents } from "./terminal.ts";

/** What a visitor types. */
export class ChannelInput extends EventEmitter implements Input {
	readonly isTTY = true;
	readonly #events: TerminalEvents;
	readonly #output: ChannelOutput;
	#waiting: Buffer[] = [];
	#isPaused = false;
	#isClosed = false;

	constructor(channel: ServerChannel, events: TerminalEvents, output: ChannelOutput) {
		super();
		this.#events = events;
		this.#output = output;
		channel.on("data", (chunk: Buffer) => this.#receive(chunk));
	}

	/** Bytes that arrived while nobody read. */
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
		this.removeAllListeners();
	}

	#receive(chunk: Buffer): void {
		if (!this.#isClosed) {
			this.#waiting.push(chunk);
			this.#deliver();
			this.#events.onInput();
		}
	}

	#deliver(): void {
		while (!this.#isPaused && !this.#isClosed && this.#waiting.length > 0) {
			const chunk = this.#waiting.shift();
			this.#output.expectFrame();
			try {
				this.#events.within(() => this.emit("data", chunk));
			} catch (error) {
				this.#events.onError(error);
			}
		}
	}
}
