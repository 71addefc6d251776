import { pointMouse, pressKey } from "../../ui/controller.ts";
import { cursorOf } from "../../ui/frame/frame.ts";
import type { Host, Input, Output, Viewer } from "../../ui/host.ts";
import type { MountOptions } from "../../ui/mount.tsx";
import type { Effect } from "../../ui/state/effect.ts";
import { startState } from "../../ui/state/start-state.ts";
import type { State } from "../../ui/state/state.ts";
import { createStore, type Store } from "../../ui/state/store.ts";
import { sayFarewell } from "../../ui/terminal/farewell.ts";
import { lookOf, sizeOf } from "../../ui/terminal/first-frame.ts";
import {
	beginFrame,
	endFrame,
	eraseScreen,
	hideCursor,
	pointTo,
	restoreScreen,
	showCursor,
	startPaste,
	stopPaste,
	takeScreen,
} from "../../ui/terminal/modes.ts";
import { isMouseReport, readMouse } from "../../ui/terminal/mouse.ts";
import { perform } from "../../ui/terminal/perform.ts";
import { Visit } from "../../ui/terminal/visit.ts";
import { monotonic } from "../monotonic.ts";
import type { Drawn, Frames } from "./frames.tsx";
import { Keyboard } from "./keyboard.ts";
import { rawKeyName } from "./raw-key.ts";

const pasted = /^\u001B\[200~(.*)\u001B\[201~$/s;

export type SharedViewerOptions = MountOptions & {
	frames: Frames;
	/** The address that the visitor counts for. */
	address: string;
	/** Asks for a turn: there is something to do. */
	askTurn: () => void;
};

/**
 * The viewer of a visitor whose frames are drawn by `Frames`. It has no tree of components: keys go to the state, and in
 * its turn it writes what changes the frame on the screen into that of the state, however many keys that takes in.
 */
export class SharedViewer implements Viewer {
	readonly left: Promise<Awaited<Viewer["left"]>>;
	readonly #frames: Frames;
	readonly #address: string;
	readonly #askTurn: () => void;
	readonly #host: Host;
	readonly #input: Input;
	readonly #output: Output;
	readonly #store: Store;
	readonly #visit: Visit;
	readonly #keyboard: Keyboard;
	/** What is on the screen, and of which state; undefined before the first frame. */
	#shown: { frame: Drawn; state: State } | undefined;
	/** Whether the next frame is drawn on a cleared screen. */
	#mustClear = false;
	#isOver = false;
	/** Whether the terminal's cursor is in sight. */
	#hasCursor = false;

	constructor({ resume, start, input, output, host, content, frames, address, askTurn }: SharedViewerOptions) {
		this.#frames = frames;
		this.#address = address;
		this.#askTurn = askTurn;
		this.#host = host;
		this.#input = input;
		this.#output = output;
		const shared = content ?? frames.contentOf(resume);
		this.#store = createStore(startState(shared, lookOf(host), sizeOf(output), start));
		this.#visit = new Visit(host.onError);
		this.#keyboard = new Keyboard(input, askTurn);
		output.on("resize", this.#onResize);
		output.on("error", this.#onEnd);
		input.on("end", this.#onEnd);
		input.on("close", this.#onEnd);
		this.left = new Promise((resolve) => {
			this.#visit.endWith(() => resolve(this.#close()));
		});
		askTurn();
	}

	/** Takes in what was typed and draws. @returns whether there is more to take in */
	work(deadline: number): boolean {
		this.#visit.contain(() => {
			for (let raw = this.#keyboard.next(); raw !== undefined && !this.#isOver; raw = this.#keyboard.next()) {
				this.#take(raw);
				if (monotonic() > deadline) {
					break;
				}
			}

			if (!this.#isOver) {
				this.#draw();
			}
		});
		return !this.#isOver && this.#keyboard.hasKeys;
	}

	leave(farewell?: string): void {
		this.#visit.leave("ended", farewell);
	}

	notify(text: string, { stays = false } = {}): void {
		this.#store.dispatch({ type: "notify", text, stays });
		this.#askTurn();
	}

	replace(resume: Parameters<Viewer["replace"]>[0]): void {
		this.#visit.contain(() => {
			this.#store.dispatch({ type: "replace", content: this.#frames.contentOf(resume) });
			this.#askTurn();
		});
	}

	#take(raw: string): void {
		const [, paste] = pasted.exec(raw) ?? [];
		if (paste !== undefined) {
			this.#perform(this.#store.dispatch({ type: "type", text: paste }));
		} else if (isMouseReport(raw)) {
			const report = this.#host.hasMouse === true ? readMouse(raw) : undefined;
			this.#perform(report && pointMouse(this.#store, report));
		} else {
			const key = rawKeyName(raw);
			this.#perform(key === undefined ? undefined : pressKey(this.#store, key));
		}
	}

	#perform(effect: Effect | undefined): void {
		if (effect !== undefined) {
			perform(effect, {
				host: this.#host,
				output: this.#output,
				say: (text) => this.notify(text),
				replace: (resume) => this.replace(resume),
				quit: () => this.#visit.leave("quit"),
				redraw: () => this.#onResize(),
			});
		}
	}

	#draw(): void {
		const state = this.#store.get();
		if ((state === this.#shown?.state && !this.#mustClear) || this.#output.writableNeedDrain === true) {
			return;
		}

		const frame = this.#frames.of(state, this.#host, this.#address);
		const entering =
			this.#shown === undefined ? takeScreen(this.#host.hasMouse === true) + startPaste + hideCursor : "";
		const clearing = this.#mustClear ? eraseScreen : "";
		const from = this.#mustClear ? undefined : this.#shown?.frame;
		const change = from === frame ? "" : this.#frames.change(from, frame, this.#address);
		const drawn = clearing + change;
		// A frame leaves the cursor anywhere.
		const cursor = cursorOf(state);
		const pointing = cursor !== undefined || this.#hasCursor ? pointTo(cursor) : "";
		this.#hasCursor = cursor !== undefined;
		this.#shown = { frame, state };
		this.#mustClear = false;
		if (entering + drawn !== "") {
			this.#output.write(entering + beginFrame + drawn + pointing + endFrame);
		}
	}

	readonly #onResize = (): void => {
		this.#visit.contain(() => {
			this.#store.dispatch({ type: "resize", size: sizeOf(this.#output) });
			this.#mustClear = this.#shown !== undefined;
			this.#askTurn();
		});
	};

	readonly #onEnd = (): void => this.#visit.leave("ended");

	/** Gives the terminal back. */
	#close(): "quit" | "error" | "ended" {
		this.#isOver = true;
		this.#keyboard.close();
		this.#output.off("resize", this.#onResize);
		this.#output.off("error", this.#onEnd);
		this.#input.off("end", this.#onEnd);
		this.#input.off("close", this.#onEnd);
		if (this.#shown !== undefined) {
			const { rows } = this.#shown.state.size;
			this.#output.write(stopPaste + restoreScreen(rows, this.#host.hasMouse === true) + showCursor);
		}

		sayFarewell(this.#output, this.#host, this.#store.get().content.resume, this.#visit.ending);
		return this.#visit.ending.reason;
	}
}
