import { EventEmitter } from "node:events";
import type { Output } from "./host.ts";
import type { Size } from "./layout.ts";
import { shrinkFrame } from "./shrink-frame.ts";

// DEC private mode 2026 (synchronized output): Ink writes these around each frame, as writes of their own.
const beginFrame = "\u001B[?2026h";
const endFrame = "\u001B[?2026l";
// Erasing all, and not from the top down, also drops what a terminal keeps beyond the edge of a line it has narrowed.
const eraseAndHome = "\u001B[2J\u001B[H";

/**
 * The output as Ink sees it. A frame goes out in one write, so that a terminal never shows the half of one and an SSH
 * channel sends one packet. Ink is not told of a new size: it would draw the old layout in it, and erase by moves that
 * a terminal may have made wrong by then. Instead the frame that React lays out for it is drawn on a cleared screen.
 */
export class FrameOutput extends EventEmitter {
	readonly isTTY = true;
	columns: number;
	rows: number;
	readonly #output: Output;
	#frame: string | undefined;
	/** Goes before the next frame, within it. */
	#prefix = "";
	#isMuted = false;

	constructor(output: Output, { columns, rows }: Size) {
		super();
		this.#output = output;
		this.columns = columns;
		this.rows = rows;
		this.setMaxListeners(0);
	}

	get writable(): boolean {
		return this.#output.writable ?? true;
	}

	get destroyed(): boolean {
		return this.#output.destroyed ?? false;
	}

	get writableEnded(): boolean {
		return this.destroyed;
	}

	write(text: string, callback?: () => void): boolean {
		if (this.#isMuted) {
			callback?.();
			return true;
		}

		if (text === beginFrame) {
			this.#frame = "";
		} else if (this.#frame !== undefined && text !== endFrame) {
			this.#frame += text;
		} else if (this.#frame !== undefined) {
			const frame = this.#frame;
			this.#frame = undefined;
			const shrunk = this.#prefix + shrinkFrame(frame);
			this.#prefix = "";
			return this.#send(shrunk === "" ? "" : beginFrame + shrunk + endFrame, callback);
		} else {
			return this.#send(text, callback);
		}

		callback?.();
		return true;
	}

	/**
	 * Takes the new size. `forget` makes Ink forget the frame that is on screen, so that the next one is drawn whole; what
	 * it writes to erase it is not needed. Absent where lines only follow each other.
	 */
	resize({ columns, rows }: Size, forget?: () => void): void {
		this.columns = columns;
		this.rows = rows;
		if (forget !== undefined) {
			this.#isMuted = true;
			forget();
			this.#isMuted = false;
			this.#prefix = eraseAndHome;
		}
	}

	#send(text: string, callback?: () => void): boolean {
		if (!this.writable || this.destroyed) {
			callback?.();
			return false;
		}

		if (text === "") {
			// Only the order matters: what was written before is handed over by now.
			if (callback !== undefined) {
				setImmediate(callback);
			}

			return true;
		}

		return this.#output.write(text, callback);
	}
}
