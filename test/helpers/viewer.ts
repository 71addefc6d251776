import { EventEmitter } from "node:events";
import { Unicode11Addon } from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import type { Resume } from "../../source/resume/model.ts";
import type { Selection } from "../../source/resume/select.ts";
import type { Host, Input, Output, Viewer } from "../../source/ui/host.ts";
import { mount } from "../../source/ui/mount.tsx";
import { escapeKey } from "../../source/ui/terminal/key-splitter.ts";
import "./wide.ts";
import { keyBytes } from "./keys.ts";
import { type Cell, readCells, screenText } from "./screen.ts";

export type ViewOptions = {
	columns?: number;
	rows?: number;
	start?: Selection;
	host?: Partial<Host>;
	/**
	 * Columns and rows that the screen has beyond the size that the viewer is given: what is drawn there is drawn over the
	 * edge, where a real terminal would wrap or scroll.
	 */
	beyond?: number;
	/** Where to keep what was written, for a viewer that never comes to be. */
	written?: string[];
};

/** A viewer in this process on a screen kept by xterm.js: quicker to start than one in a pty. */
export type View = AsyncDisposable & {
	readonly viewer: Viewer;
	/** Everything that was written. */
	readonly raw: string;
	/** The same, write by write. */
	readonly writes: readonly string[];
	readonly clipboard: readonly string[];
	/** Types keys by name, all in one chunk. */
	press: (...keys: string[]) => void;
	write: (bytes: string) => void;
	resize: (columns: number, rows: number) => void;
	/** Waits until the screen has this on it; throws with the last screen after `limit` ms. */
	waitFor: (what: string | ((screen: string) => boolean), limit?: number) => Promise<void>;
	/**
	 * Waits until all that was pressed is drawn: until a notice that was said after it is on the screen. The notice
	 * stays there until the next key. Not for a screen that is too small to show one, nor after leaving.
	 */
	drawn: () => Promise<void>;
	/** `drawn`, and then until the footer is back. */
	settled: () => Promise<void>;
	lines: () => string[];
	text: () => string;
	cells: () => Cell[][];
};

const keyThatDoesNothing = "C-x";

/** Mounts the viewer on a fake terminal. Use it with `await using`, which leaves the viewer. */
export function view(resume: Resume, options: ViewOptions = {}): View {
	const { columns = 80, rows = 24, start = {}, host, beyond = 0, written: chunks = [] } = options;
	const screen = new headless.Terminal({
		cols: columns + beyond,
		rows: rows + beyond,
		scrollback: 0,
		allowProposedApi: true,
		// As the line discipline of a terminal does.
		convertEol: true,
	});
	screen.loadAddon(new Unicode11Addon());
	screen.unicode.activeVersion = "11";
	const clipboard: string[] = [];
	screen.parser.registerOscHandler(52, (data) => {
		clipboard.push(Buffer.from(data.slice(data.indexOf(";") + 1), "base64").toString());
		return true;
	});

	const checks = new Set<() => void>();
	const output: Output = Object.assign(new EventEmitter(), {
		isTTY: true,
		columns,
		rows,
		write(text: string, callback?: () => void) {
			chunks.push(text);
			screen.write(text, () => {
				for (const check of [...checks]) {
					check();
				}
			});
			callback?.();
			return true;
		},
	});
	const input: Input = Object.assign(new EventEmitter(), { isTTY: true, resume() {}, pause() {} });
	const viewer = mount({
		resume,
		start,
		input,
		output,
		host: { hasColours: true, hasHyperlinks: true, isScreenReader: false, comeBack: "npx resume", ...host },
	});

	const text = () => screenText(screen).join("\n").replace(/\n+$/, "");
	const waitFor: View["waitFor"] = (what, limit = 10_000) =>
		new Promise<void>((resolve, reject) => {
			const isShown = typeof what === "string" ? () => text().includes(what) : () => what(text());
			const check = () => {
				if (isShown()) {
					clearTimeout(timer);
					checks.delete(check);
					resolve();
				}
			};
			const timer = setTimeout(() => {
				checks.delete(check);
				const rule = "─".repeat(screen.cols);
				reject(new Error(`after ${limit} ms not shown ${what}: ${columns}×${rows}\n${rule}\n${text()}\n${rule}`));
			}, limit);
			checks.add(check);
			check();
		});

	let notices = 0;
	const drawn = () => {
		notices++;
		const notice = `drawn ${notices}.`;
		viewer.notify(notice);
		return waitFor(notice);
	};
	// The lone byte of Esc may be the beginning of what is pressed next.
	const bytesOf = (key: string) => (key === "Esc" ? escapeKey : keyBytes(key, screen.modes));
	const press = (...keys: string[]) => {
		input.emit("data", Buffer.from(keys.map(bytesOf).join("")));
	};
	return {
		viewer,
		get raw() {
			return chunks.join("");
		},
		writes: chunks,
		clipboard,
		press,
		write: (bytes) => void input.emit("data", Buffer.from(bytes)),
		resize(newColumns, newRows) {
			screen.resize(newColumns + beyond, newRows + beyond);
			Object.assign(output, { columns: newColumns, rows: newRows });
			output.emit("resize");
		},
		waitFor,
		drawn,
		async settled() {
			await drawn();
			press(keyThatDoesNothing);
			await waitFor((shown) => !shown.includes(`drawn ${notices}.`));
		},
		lines: () => screenText(screen),
		text,
		cells: () => readCells(screen),
		async [Symbol.asyncDispose]() {
			viewer.leave();
			await viewer.left;
			screen.dispose();
		},
	};
}
