import type { Output } from "../host.ts";
import type { Store } from "../state/store.ts";
import { sizeOf } from "./first-frame.ts";
import type { FrameOutput } from "./frame-output.ts";
import type { Visit } from "./visit.ts";

/**
 * Lays the screen out again whenever the terminal has a new size.
 *
 * @param forget makes Ink draw the next frame whole; absent if lines are only appended
 * @returns draw: does so now, even if the size is the same; stop: ends it
 */
export function followSize(
	output: Output,
	frames: FrameOutput,
	store: Store,
	visit: Visit,
	forget?: () => void,
): { draw: () => void; stop: () => void } {
	const draw = () => {
		const size = sizeOf(output);
		frames.resize(size, forget);
		visit.contain(() => store.dispatch({ type: "resize", size }));
	};
	output.on("resize", draw);
	// While Ink was loaded nobody listened.
	const { columns, rows } = sizeOf(output);
	if (columns !== frames.columns || rows !== frames.rows) {
		draw();
	}

	return { draw, stop: () => output.off("resize", draw) };
}
