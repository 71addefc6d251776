import type { Output } from "../host.ts";
import type { Store } from "../state/store.ts";
import { sizeOf } from "./first-frame.ts";
import type { FrameOutput } from "./frame-output.ts";
import type { Visit } from "./visit.ts";

/**
 * Lays the screen out anew whenever the terminal has a new size.
 *
 * @param forget makes Ink draw the next frame whole; absent where lines only follow each other
 * @returns stops it
 */
export function followSize(
	output: Output,
	frames: FrameOutput,
	store: Store,
	visit: Visit,
	forget?: () => void,
): () => void {
	const onResize = () => {
		const size = sizeOf(output);
		frames.resize(size, forget);
		visit.contain(() => store.dispatch({ type: "resize", size }));
	};
	output.on("resize", onResize);
	// While Ink was loaded nobody listened.
	const { columns, rows } = sizeOf(output);
	if (columns !== frames.columns || rows !== frames.rows) {
		onResize();
	}

	return () => output.off("resize", onResize);
}
