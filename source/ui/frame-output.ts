import { EventEmitter } from "node:events";
import type { Output } from "./host.ts";
import type { Size } from "./layout.ts";
import { shrinkFrame } from "./shrink-frame.ts";

// DEC private mode 2026 (synchronized output): Ink writes these around each frame, as writes of their own.
const beginFrame = "\u001B[?2026h";
const endFrame = "\u001B[?2026l";

/**
 * The output as Ink sees it. A frame goes out in one write, so that a terminal never shows the half of one and an SSH
 * channel sends one packet. Its size changes when it is told to and not before: Ink draws at once when it hears of a
 * new size, which must not happen before the screen was laid out for it.
 */
export class FrameOutput extends EventEmitter {
	readonly isTTY = true;
	columns: number;
	rows: number;
	readonly #output: Output;
	#frame: string | undefined;

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
		if (text === beginFrame) {
			this.#frame = "";
		} else if (this.#frame !== undefined && text !== endFrame) {
			this.#frame += text;
		} else if (this.#frame !== undefined) {
			const frame = this.#frame;
			this.#frame = undefined;
			return this.#send(frame === "" ? "" : beginFrame + shrinkFrame(frame) + endFrame, callback);
		} else {
			return this.#send(text, callback);
		}

		callback?.();
		return true;
	}

	/** Takes the new size; Ink is told with `announce`, once the screen is laid out for it. */
	resize({ columns, rows }: Size): void {
		this.columns = columns;
		this.rows = rows;
	}

	announce(): void {
		this.emit("resize");
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
