import type { Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import { type Content, createContent } from "./content.ts";
import type { Host, Output } from "./host.ts";
import type { Size } from "./layout.ts";
import { frameLines } from "./lines/frame-lines.ts";
import { FrameOutput } from "./output/frame-output.ts";
import { paintLine } from "./output/paint.ts";
import { initialState, isTooSmall, type State } from "./state.ts";
import { createTheme } from "./theme.ts";

export type OpeningOptions = {
	resume: Resume;
	/** Where it opens; nothing named is the home screen. */
	start: Selection;
	output: Output;
	host: Host;
};

/** What a viewer begins with, and what `mount` takes over. */
export type Opening = {
	/** What the first frame shows. */
	state: State;
	frames: FrameOutput;
	/** Another résumé as the viewer needs it. */
	contentOf: (resume: Resume) => Content;
};

/**
 * Shows the first frame: on the visitor's screen it stands before Ink and React, which take most of a start, are even
 * loaded. Who opens and does not mount must call `frames.close()`.
 */
export function openViewer({ resume, start, output, host }: OpeningOptions): Opening {
	const contentOf = (shown: Resume) =>
		createContent(shown, {
			comeBack: host.comeBack,
			isInkDark: host.hasColours || host.isBackgroundLight === true,
			hasCode: !host.isScreenReader,
		});
	const size = sizeOf(output);
	const state = initialState(contentOf(resume), size, start);
	const frames = new FrameOutput(output, size, host);
	// Ink's mode for screen readers puts its lines together differently, and a screen that is too small shows nothing.
	if (!host.isScreenReader && !isTooSmall(state)) {
		const theme = createTheme(host);
		try {
			frames.open(frameLines(state).map((line) => paintLine(line, theme, host.hasHyperlinks)));
		} catch {
			// What cannot be drawn here cannot be drawn by Ink, whose first frame ends the visit as any other does.
		}
	}

	return { state, frames, contentOf };
}

/** The size of a terminal, also of one that does not tell it. */
export const sizeOf = ({ columns, rows }: Size): Size => ({ columns: columns || 80, rows: rows || 24 });
