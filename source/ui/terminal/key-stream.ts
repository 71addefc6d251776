import { EventEmitter } from "node:events";
import { StringDecoder } from "node:string_decoder";
import { isLightColour } from "../../text/background.ts";
import type { Input } from "../host.ts";
import { isBackgroundReply, KeySplitter } from "./key-splitter.ts";
import { isMouseReport } from "./mouse.ts";

/** Keys handed over before others get their turn: many visitors share one process. */
const keysATurn = 64;
const interrupt = "\u0003";

/**
 * Standard input as Ink reads it, made of raw bytes: one whole key for each "readable". By itself Ink takes "jjj" for
 * one key and holds an unfinished escape sequence without bound; here both are fixed for every kind of terminal.
 * What the mouse reports isn't a key: it is emitted as "mouse", in its place among the keys.
 */
export class KeyStream extends EventEmitter {
	readonly isTTY = true;
	readonly #input: Input;
	readonly #decoder = new StringDecoder("utf8");
	readonly #splitter = new KeySplitter();
	/** The keys that have come, and how many of them were handed over. */
	#keys: string[] = [];
	#done = 0;
	#next: string | null = null;
	#timer: NodeJS.Timeout | undefined;
	#turn: NodeJS.Immediate | undefined;

	constructor(input: Input) {
		super();
		this.#input = input;
		input.on("data", this.#receive);
	}

	/** Ends it: no key is handed over after this. */
	close(): void {
		this.#input.removeListener("data", this.#receive);
		clearTimeout(this.#timer);
		clearImmediate(this.#turn);
		this.#keys = [];
		this.#done = 0;
	}

	/** The next key; null until the next "readable". */
	read(): string | null {
		const key = this.#next;
		this.#next = null;
		return key;
	}

	/** Hands over a key as if it had been pressed. */
	press(key: string): void {
		this.#deliver([key]);
	}

	setRawMode(isRaw: boolean): this {
		this.#input.setRawMode?.(isRaw);
		return this;
	}

	setEncoding(): this {
		return this;
	}

	ref(): this {
		this.#input.ref?.();
		this.#input.resume();
		return this;
	}

	unref(): this {
		this.#input.pause();
		this.#input.unref?.();
		return this;
	}

	readonly #receive = (chunk: Uint8Array | string): void => {
		clearTimeout(this.#timer);
		const text = typeof chunk === "string" ? chunk : this.#decoder.write(Buffer.from(chunk));
		this.#deliver(this.#splitter.push(text));
		if (this.#splitter.isWaiting) {
			this.#timer = setTimeout(() => this.#deliver(this.#splitter.flush()), this.#splitter.patience);
		}
	};

	#deliver(keys: string[]): void {
		this.#add(keys);
		clearImmediate(this.#turn);
		const now = this.#keys.slice(this.#done, this.#done + keysATurn);
		this.#done += now.length;
		if (this.#done === this.#keys.length) {
			this.#keys = [];
			this.#done = 0;
		}

		for (const key of now) {
			if (isMouseReport(key)) {
				// Only if it was asked for: otherwise nobody listens, and it's nobody's key.
				this.emit("mouse", key);
			} else if (isBackgroundReply(key)) {
				this.emit("background", isLightColour(key));
			} else {
				this.#next = key;
				this.emit("readable");
			}
		}

		if (this.#keys.length > 0) {
			this.#turn = setImmediate(() => this.#deliver([]));
		}
	}

	/** Ctrl-C goes before all that waits, as in a line that the terminal edits: a pasted megabyte would hold it up. */
	#add(keys: string[]): void {
		const last = keys.lastIndexOf(interrupt);
		const waiting = this.#keys.length - this.#done + last;
		if (last !== -1 && waiting >= keysATurn) {
			this.#keys = keys.slice(last);
			this.#done = 0;
			return;
		}

		for (const key of keys) {
			this.#keys.push(key);
		}
	}
}
