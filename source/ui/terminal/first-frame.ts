import type { Resume } from "../../resume/model.ts";
import type { Selection } from "../../resume/select.ts";
import { createTheme } from "../../theme.ts";
import { type Content, createContent } from "../content.ts";
import { frameOf, frameRows } from "../frame/frame.ts";
import type { Size } from "../frame/layout.ts";
import type { Host, Output } from "../host.ts";
import { startState } from "../state/start-state.ts";
import type { Look, State } from "../state/state.ts";
import { FrameOutput } from "./frame-output.ts";
import { paintLine } from "./paint-line.ts";

export type FirstFrameOptions = {
	resume: Resume;
	/** Where it opens; nothing named is the home screen. */
	start: Selection;
	output: Output;
	host: Host;
	/** What is derived from the résumé, if other visitors share it. */
	content?: Content;
};

/** What a viewer begins with, and what `mount` takes over. */
export type FirstFrame = {
	/** What the first frame shows. */
	state: State;
	frames: FrameOutput;
};

/**
 * Shows the first frame before Ink and React, which take most of a start, are even loaded. A caller that never mounts
 * must call `frames.close()`.
 *
 * @throws whatever a screen throws, before anything is written
 */
export function showFirstFrame({ resume, start, output, host, content }: FirstFrameOptions): FirstFrame {
	const size = sizeOf(output);
	const state = startState(content ?? createContent(resume), lookOf(host), size, start);
	const frames = new FrameOutput(output, size, host);
	// Ink's mode for screen readers puts its lines together differently.
	if (!host.isScreenReader) {
		const theme = createTheme(host, resume.accent);
		frames.open(frameRows(frameOf(state)).map((line) => paintLine(line, theme, host.hasHyperlinks)));
	}

	return { state, frames };
}

/** What a viewer on this host draws with. */
export const lookOf = (host: Host): Look => ({
	...(host.comeBack !== undefined && { comeBack: host.comeBack }),
	isInkDark: host.hasColours || host.isBackgroundLight === true,
	hasCode: !host.isScreenReader,
});

/** The size of a terminal, even of one that doesn't report it. */
export const sizeOf = ({ columns, rows }: Size): Size => ({ columns: columns || 80, rows: rows || 24 });
