import { EventEmitter } from "node:events";
import type { Size } from "../frame/layout.ts";
import type { Output } from "../host.ts";
import type { Cell } from "../screens/screen.ts";
import {
	beginFrame,
	endFrame,
	enterAlternateScreen,
	eraseScreen,
	hideCursor,
	leaveAlternateScreen,
	pointTo,
	restoreScreen,
	showCursor,
	takeScreen,
} from "./modes.ts";
import { freshScreen, screenUpdate } from "./screen-update.ts";

/** What Ink erases the previous frame with. */
const erasing = /^(?:\u001B\[(?:2K|1A|G|1;1H|J))*/;

/**
 * The output as Ink sees it. A frame goes out in one write, so that a terminal never shows half of one and an SSH
 * channel sends one packet; on the alternate screen it is only what has changed. Ink doesn't hear of a new size: it would
 * draw the old layout in it, and erase by moves that a terminal may have made wrong by then. Instead the frame that
 * React lays out for it is drawn on a cleared screen.
 */
export class FrameOutput extends EventEmitter {
	readonly isTTY = true;
	columns: number;
	rows: number;
	/** Says where the cursor belongs on the alternate screen; out of sight if nowhere. */
	cursor: (() => Cell | undefined) | undefined;
	readonly #output: Output;
	/** What Ink has written of a frame that is not whole yet. */
	#frame: string | undefined;
	/** Goes before the next frame, within it. */
	#prefix = "";
	/** The rows on the alternate screen; undefined on the normal one, where lines are only appended. */
	#shown: readonly string[] | undefined;
	#isMuted = false;
	#isCursorHidden = false;
	/** Whether the cursor is in sight where it belongs. */
	#hasCursor = false;
	readonly #hasMouse: boolean;

	constructor(output: Output, { columns, rows }: Size, { hasMouse = false }: { hasMouse?: boolean } = {}) {
		super();
		this.#output = output;
		this.#hasMouse = hasMouse;
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

	/** Shows a frame on the alternate screen before Ink is there; Ink's own first one then draws what differs. */
	open(rows: readonly string[]): void {
		this.#shown = rows;
		this.#isCursorHidden = true;
		this.#send(this.#entering + hideCursor + beginFrame + freshScreen(rows) + endFrame);
	}

	/** Gives the screen back if Ink never got to do so. */
	close(): void {
		if (this.#shown !== undefined) {
			this.#shown = undefined;
			this.#send(this.#leaving + this.#tracked(showCursor));
		}
	}

	write(text: string, callback?: () => void): boolean {
		if (this.#isMuted) {
			callback?.();
			return true;
		}

		if (text === beginFrame) {
			this.#frame = "";
		} else if (this.#frame === undefined) {
			return this.#send(this.#tracked(text), callback);
		} else if (text === endFrame) {
			const drawn = this.#prefix + this.#drawn(this.#frame);
			this.#frame = undefined;
			this.#prefix = "";
			return this.#send(drawn === "" ? "" : beginFrame + drawn + this.#pointing() + endFrame, callback);
		} else if (text === hideCursor) {
			this.#prefix += this.#tracked(text);
		} else {
			this.#frame += text;
		}

		callback?.();
		return true;
	}

	/**
	 * Takes the new size. `forget` makes Ink forget the frame that is on screen, so that the next one is drawn whole; what
	 * it writes to erase it is not needed. Absent if lines are only appended.
	 */
	resize({ columns, rows }: Size, forget?: () => void): void {
		this.columns = columns;
		this.rows = rows;
		if (forget !== undefined) {
			this.#isMuted = true;
			forget();
			this.#isMuted = false;
			// While the job is suspended there is no screen of its own to clear.
			if (this.#shown !== undefined) {
				this.#shown = [];
				this.#prefix = eraseScreen;
			}
		}
	}

	/** Puts the cursor where it belongs after a frame, which leaves it anywhere. */
	#pointing(): string {
		const cell = this.#shown === undefined ? undefined : this.cursor?.();
		const wasThere = this.#hasCursor;
		this.#hasCursor = cell !== undefined;
		return cell !== undefined || wasThere ? pointTo(cell) : "";
	}

	/** What isn't part of a frame's text; the alternate screen is entered once, and the cursor hidden once. */
	#tracked(text: string): string {
		if (text === enterAlternateScreen) {
			const isThere = this.#shown !== undefined;
			this.#shown ??= [];
			return isThere ? "" : this.#entering;
		}

		if (text === leaveAlternateScreen) {
			this.#shown = undefined;
			return this.#leaving;
		}

		if (text === hideCursor) {
			const isHidden = this.#isCursorHidden;
			this.#isCursorHidden = true;
			return isHidden ? "" : text;
		}

		if (text === showCursor) {
			this.#isCursorHidden = false;
		}

		return text;
	}

	/** The viewer has the mouse on its own screen only. */
	get #entering(): string {
		return takeScreen(this.#hasMouse);
	}

	get #leaving(): string {
		return restoreScreen(this.rows, this.#hasMouse);
	}

	#drawn(frame: string): string {
		if (this.#shown === undefined) {
			return frame;
		}

		// A screen that is not filled ends in a line feed.
		const rows = frame.replace(erasing, "").replace(/\n$/, "").split("\n");
		const update = screenUpdate(this.#shown, rows);
		this.#shown = rows;
		return update;
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
