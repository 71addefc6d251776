import type { EventEmitter } from "node:events";
import type { ColourDepth } from "../accent.ts";
import type { Resume } from "../resume/model.ts";

/**
 * Where a visitor's keys come from, as raw bytes. `process.stdin` is one; an SSH channel is wrapped into one.
 * `setRawMode` is absent if there is no terminal mode to change.
 */
export type Input = EventEmitter & {
	isTTY?: boolean;
	setRawMode?: (isRaw: boolean) => unknown;
	resume: () => unknown;
	pause: () => unknown;
	ref?: () => unknown;
	unref?: () => unknown;
};

/**
 * Where frames go. `process.stdout` is one; over SSH it writes to a channel, turning `\n` into `\r\n`.
 * Emits "resize" after `columns` or `rows` have changed; both are always at least 1.
 */
export type Output = EventEmitter & {
	isTTY?: boolean;
	columns: number;
	rows: number;
	writable?: boolean;
	destroyed?: boolean;
	/** Whether so much is on its way that more should wait. */
	writableNeedDrain?: boolean;
	write: (text: string, callback?: () => void) => boolean;
};

/** What differs between the command line and an SSH session, and nothing else. */
export type Host = {
	/** Opens a link in a browser; rejects with why not. Absent if nothing can be opened (SSH). */
	open?: (url: string) => Promise<void>;
	/** The résumé in another of its languages. */
	inLanguage?: (language: string) => Promise<Resume>;
	/** Writes the system's clipboard; resolves with whether it could. Absent if there's only the terminal's own (SSH). */
	copy?: (text: string) => Promise<boolean>;
	/** Stops the process until `fg` (Ctrl-Z); absent if there is no shell to go back to. */
	suspend?: () => Promise<void> | void;
	/** Whether the sixteen colours may be used; bold, dim and reverse video are used in either case. */
	hasColours: boolean;
	/** How many bits of colour the terminal shows: 4 if it isn't known. */
	colourDepth?: ColourDepth;
	/** Whether the terminal is known to be dark on light; dark is the common one. */
	isBackgroundLight?: boolean;
	/** Whether the terminal is known to show OSC 8 hyperlinks, or at least to ignore them. */
	hasHyperlinks: boolean;
	/** The most bytes that a control string (OSC) to the terminal may have, 0 if none may be sent; any number if absent. */
	longestString?: number;
	/** Whether clicks and the wheel are asked for; the terminal then selects text only with Shift. */
	hasMouse?: boolean;
	/** Linear text for a screen reader: no boxes, no alternate screen, position said in words. */
	isScreenReader: boolean;
	/** The command to come back with, as shown on leaving: "npx …" or "ssh …"; absent if none leads to this résumé. */
	comeBack?: string;
	/** An error that a screen threw, after the terminal was given back. The visitor sees one sentence, never this. */
	onError?: (error: unknown) => void;
};

/** What `mount` gives. */
export type Viewer = {
	/** Resolves once the visitor has left and the terminal is as it was; "error" if a screen threw. */
	left: Promise<"quit" | "error" | "ended">;
	/** Ends it from outside (a signal, a limit); the farewell, one line, stays on the visitor's screen. */
	leave: (farewell?: string) => void;
	/** Says something in the footer's place: until the next key or, if it `stays`, until another résumé is shown. */
	notify: (text: string, options?: { stays?: boolean }) => void;
	/** Shows another résumé, keeping the visitor's place as far as it still exists. */
	replace: (resume: Resume) => void;
};

/** The viewer of a terminal with a shell behind it. */
export type LocalViewer = Viewer & {
	/** Stops it as Ctrl-Z does, for a signal that asks for it. */
	suspend: () => void;
};
