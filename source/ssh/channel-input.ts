import { EventEmitter } from "node:events";
import type { ServerChannel } from "ssh2";
import type { Input } from "../ui/host.ts";
import type { ChannelOutput } from "./channel-output.ts";
import { type Bucket, fullBucket, type Limits, refill, take } from "./limits.ts";
import type { TerminalEvents } from "./terminal.ts";

/** While there is more typed than may be read, so many bytes are handed on at a time. */
const INPUT_STEP = 512;

/** What a visitor types, no faster than the limits allow. */
export class ChannelInput extends EventEmitter implements Input {
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
				this.#events.within(() => this.emit("data", chunk.subarray(0, allowed)));
			} catch (error) {
				this.#events.onError(error);
			}
		}
	}
}
