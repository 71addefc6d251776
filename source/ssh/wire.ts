import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** Handed on at a time, in bytes: some tens of the smallest packets, so that a turn can end between two pieces. */
const piece = 512;
/** What may wait here before no more is read from the network, in bytes; the sender's own side then holds it back. */
const most = 64 * 1024;

/**
 * The visitor's socket as ssh2 sees it. What arrives waits here for the connection's turn (see `Turns`), and what ssh2
 * writes in several parts leaves in one. Emits "data" in pieces, "end" after the last of them, "drain", "error" and
 * "close" as a socket does, and "arrived" for each chunk that came.
 */
export class Wire extends EventEmitter {
	readonly #socket: Socket;
	#arrived: Buffer[] = [];
	#waiting = 0;
	#written: Buffer[] = [];
	#unwritten = 0;
	#isFlushing = false;
	#isHeld = false;
	#hasEnded = false;
	#isDeaf = false;
	#isHeard = false;

	constructor(socket: Socket) {
		super();
		this.#socket = socket;
		socket.on("data", (chunk: Buffer) => {
			if (this.#isDeaf) {
				return;
			}

			this.#arrived.push(chunk);
			this.#waiting += chunk.length;
			if (this.#waiting > most) {
				socket.pause();
			}

			this.emit("arrived");
		});
		socket.on("end", () => {
			this.#hasEnded = true;
			this.emit("arrived");
		});
		socket.on("drain", () => this.emit("drain"));
		socket.on("error", (error) => this.emit("error", error));
		socket.on("close", () => {
			this.#arrived = [];
			this.#written = [];
			this.emit("close");
		});
	}

	/** Hands a piece on, or the end. @returns whether there is more. */
	deliver(): boolean {
		const [chunk] = this.#arrived;
		if (!this.#isHeard) {
			return false;
		}

		if (chunk === undefined) {
			if (this.#hasEnded && !this.#isDeaf) {
				this.#isDeaf = true;
				this.emit("end");
			}

			return false;
		}

		const part = chunk.subarray(0, piece);
		if (chunk.length > piece) {
			this.#arrived[0] = chunk.subarray(piece);
		} else {
			this.#arrived.shift();
		}

		this.#waiting -= part.length;
		if (this.#waiting <= most) {
			this.#socket.resume();
		}

		this.emit("data", part);
		return this.hasMore;
	}

	/** Whether there is more to deliver. */
	get hasMore(): boolean {
		return this.#isHeard && (this.#arrived.length > 0 || (this.#hasEnded && !this.#isDeaf));
	}

	/** Takes nothing more in: what is still to be written leaves. */
	stopReading(): void {
		this.#isDeaf = true;
		this.#arrived = [];
		this.#waiting = 0;
		// Read and dropped: a socket closed over what nobody read would take what is on its way to the visitor along.
		this.#socket.resume();
	}

	write(data: Uint8Array | string): boolean {
		const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.length);
		this.#written.push(bytes);
		this.#unwritten += bytes.length;
		this.#flushSoon();
		return !this.needsDrain;
	}

	#flushSoon(): void {
		if (!this.#isFlushing) {
			this.#isFlushing = true;
			queueMicrotask(() => {
				this.#isFlushing = false;
				this.flush();
			});
		}
	}

	/** Keeps what is written until `release`: more is about to follow. */
	hold(): void {
		this.#isHeld = true;
	}

	release(): void {
		this.#isHeld = false;
		this.#flushSoon();
	}

	/** Sends what was written, unless it is held. */
	flush(): void {
		if (this.#isHeld || this.#written.length === 0) {
			return;
		}

		const all = this.#written.length === 1 ? this.#written[0]! : Buffer.concat(this.#written, this.#unwritten);
		this.#written = [];
		this.#unwritten = 0;
		if (this.#socket.writable) {
			this.#socket.write(all);
		}
	}

	/** Bytes written that the network has not taken. */
	get writableLength(): number {
		return this.#unwritten + this.#socket.writableLength;
	}

	/** Whether more should be written only after "drain". */
	get needsDrain(): boolean {
		return this.#socket.writableNeedDrain;
	}

	end(): void {
		this.#isHeld = false;
		this.flush();
		this.#socket.end();
	}

	destroy(): void {
		this.#socket.destroy();
	}

	get writable(): boolean {
		return this.#socket.writable;
	}

	/** ssh2 looks here for whether the other side has ended. */
	get _readableState(): { ended: boolean } {
		return { ended: this.#hasEnded };
	}

	get remoteAddress(): string | undefined {
		return this.#socket.remoteAddress;
	}

	get remoteFamily(): string | undefined {
		return this.#socket.remoteFamily;
	}

	get remotePort(): number | undefined {
		return this.#socket.remotePort;
	}

	/** ssh2 pauses its socket until it listens, and resumes it then. */
	pause(): this {
		this.#isHeard = false;
		return this;
	}

	resume(): this {
		this.#isHeard = true;
		this.#socket.resume();
		this.emit("arrived");
		return this;
	}
}
