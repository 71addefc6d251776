import type { Viewer } from "../../ui/host.ts";
import { type MountOptions, mount } from "../../ui/mount.tsx";
import { Frames } from "./frames.tsx";
import { SharedViewer } from "./shared-viewer.ts";

export type OpenOptions = MountOptions & {
	/** The address that the visitor counts for. */
	address: string;
	/** Asks for a turn: there is something to do. */
	askTurn: () => void;
};

/** A viewer; one with `work` does what it has to do in its connection's turn. */
export type Opened = Viewer & { work?: (deadline: number) => boolean };

export type OpenViewer = (options: OpenOptions) => Opened;

/**
 * Gives what opens the viewers of one server, which share their frames. What a screen reader says is not a frame but
 * what Ink's own mode for it writes one after the other: those few visitors have a tree of components each.
 */
export function viewerOpener(): OpenViewer {
	const frames = new Frames();
	return (options) => (options.host.isScreenReader ? mount(options) : new SharedViewer({ ...options, frames }));
}
