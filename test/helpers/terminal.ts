import { setTimeout as timer } from "node:timers";
import { type IPty, spawn } from "@lydell/node-pty";
import { Unicode11Addon } from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import { keyBytes } from "./keys.ts";
import { type Cell, historyText, readCells, screenText } from "./screen.ts";

/** What would make a program believe that it is not in a person's terminal, or in a particular one. */
const disturbing = [
	"BUILD_NUMBER",
	"CI",
	"COLORTERM",
	"COLUMNS",
	"CONTINUOUS_INTEGRATION",
	"FORCE_COLOR",
	"GITHUB_ACTIONS",
	"INK_SCREEN_READER",
	"LINES",
	"NODE_OPTIONS",
	"NODE_TEST_CONTEXT",
	"NO_COLOR",
	"RUN_ID",
	"SSH_CONNECTION",
	"SSH_TTY",
	"STY",
	"TERM_PROGRAM",
	"TMUX",
];

export type Options = {
	columns?: number;
	rows?: number;
	cwd?: string;
	/** Set above a clean environment; `undefined` unsets. */
	env?: Record<string, string | undefined>;
	/** The answer to a question for the background colour (OSC 11), as `#rrggbb`; a terminal that is not asked to answer says nothing. */
	background?: string;
};

export type Exit = { code: number; signal: number };

export type Modes = {
	isAlternateScreen: boolean;
	isCursorHidden: boolean;
	hasBracketedPaste: boolean;
	/** DEC private modes that are set now, by number: 7 wrapping, 25 cursor, 1049 alternate screen, 1000–1006 mouse, 2004 bracketed paste … */
	set: readonly number[];
};

export type Terminal = AsyncDisposable & {
	readonly pid: number;
	readonly columns: number;
	readonly rows: number;
	/** Everything that the program has written, as text. */
	readonly raw: string;
	/** How many bytes the program has written so far. */
	readonly bytes: number;
	/** What was copied by OSC 52, oldest first. */
	readonly clipboard: readonly string[];
	/** The window's title. */
	readonly title: string;
	/** Resolves once the program has ended and all that it wrote is on the screen. */
	readonly exited: Promise<Exit>;
	/** Types keys by name, all at once: "Down", "Enter", "Esc", "C-c", "S-Tab", "PgUp", "j", "text:words". */
	press: (...keys: string[]) => void;
	/** Sends bytes as they are. */
	write: (bytes: string) => void;
	/**
	 * Waits until the screen has this on it, or until `what(screen text)` is true.
	 *
	 * @throws after `limit` ms, or when the program ended without it; the message has the last screen.
	 */
	waitFor: (what: string | RegExp | ((screen: string) => boolean), limit?: number) => Promise<void>;
	/** Waits until the program has ended; throws with the last screen after `limit` ms. */
	waitForExit: (limit?: number) => Promise<Exit>;
	/** The visible screen, `rows` lines at most, without trailing spaces and trailing empty lines. */
	text: () => string;
	/** The visible screen, line by line, exactly `rows` of them, without trailing spaces. */
	lines: () => string[];
	/** The normal screen with its scrollback: what a person finds when scrolling back after the program has ended. */
	history: () => string;
	/** The cells of each line; the right half of a wide character has no cell of its own. */
	cells: () => Cell[][];
	/** The cells of the first place where this text is shown; throws with the screen if it isn't. */
	find: (text: string) => Cell[];
	modes: () => Modes;
	/** Where the cursor is, from 0. */
	cursor: () => { column: number; row: number };
	resize: (columns: number, rows: number) => void;
	/** Writes onto the screen from its top left corner, as another program would. */
	scribble: (text: string) => Promise<void>;
	/** Sends a signal to the program. */
	kill: (signal: NodeJS.Signals) => void;
	/** Closes the terminal's side, as a closed window or a dropped line does. */
	hangUp: () => void;
};

/**
 * Starts a program in a real pseudo-terminal whose screen is kept by xterm.js.
 *
 * Use it with `await using`, which ends the program, or call `[Symbol.asyncDispose]()`.
 *
 * @param argv the program and its arguments
 */
export function open(argv: readonly string[], options: Options = {}): Terminal {
	const { columns = 80, rows = 24, cwd = process.cwd(), background } = options;
	const env: Record<string, string | undefined> = { ...process.env };
	for (const name of disturbing) {
		delete env[name];
	}
	Object.assign(env, { TERM: "xterm-256color", COLORTERM: "truecolor", LANG: "C.UTF-8" }, options.env);
	for (const [name, value] of Object.entries(env)) {
		if (value === undefined) {
			delete env[name];
		}
	}

	const screen = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
	// Unicode 11: wide emoji are two columns wide, as they are in most terminals.
	screen.loadAddon(new Unicode11Addon());
	screen.unicode.activeVersion = "11";
	// node-pty makes TERM of the name.
	const pty = spawn(argv[0]!, argv.slice(1), { name: env.TERM ?? "", cols: columns, rows, cwd, env });
	return attach(screen, pty, background);
}

function attach(screen: headless.Terminal, pty: IPty, background: string | undefined): Terminal {
	const chunks: string[] = [];
	const clipboard: string[] = [];
	const privateModes = new Set<number>();
	const checks = new Set<() => void>();
	let bytes = 0;
	let title = "";
	let exit: Exit | undefined;

	const check = () => {
		for (const each of [...checks]) {
			each();
		}
	};
	pty.onData((data) => {
		chunks.push(data);
		bytes += Buffer.byteLength(data);
		screen.write(data, check);
	});
	const exited = new Promise<Exit>((resolve) => {
		pty.onExit(({ exitCode, signal }) => {
			// An empty write is answered after all that came before it is on the screen.
			screen.write("", () => {
				exit = { code: exitCode, signal: signal ?? 0 };
				resolve(exit);
				check();
			});
		});
	});
	const reply = (data: string) => {
		if (!exit) {
			pty.write(data);
		}
	};
	screen.onData(reply);
	screen.onTitleChange((value) => {
		title = value;
	});
	screen.parser.registerOscHandler(11, (data) => {
		if (data === "?" && background) {
			const channels = [1, 3, 5].map((start) => background.slice(start, start + 2).repeat(2));
			reply(`\u001B]11;rgb:${channels.join("/")}\u001B\\`);
		}
		return true;
	});
	screen.parser.registerOscHandler(52, (data) => {
		clipboard.push(Buffer.from(data.slice(data.indexOf(";") + 1), "base64").toString());
		return true;
	});
	for (const final of ["h", "l"]) {
		screen.parser.registerCsiHandler({ prefix: "?", final }, (parameters) => {
			for (const parameter of parameters.flat()) {
				if (final === "h") {
					privateModes.add(parameter);
				} else {
					privateModes.delete(parameter);
				}
			}
			return false;
		});
	}
	// Text goes on in the next row, and the cursor is shown, unless the program says otherwise.
	privateModes.add(7).add(25);

	const text = () => screenText(screen).join("\n").replace(/\n+$/, "");
	const describe = () => {
		const rule = "─".repeat(screen.cols);
		const state = exit ? `ended with code ${exit.code}, signal ${exit.signal}` : "still running";
		return `${screen.cols}×${screen.rows}, ${state}\n${rule}\n${screenText(screen).join("\n")}\n${rule}`;
	};
	const waitUntil = (isDone: () => boolean, what: string, limit: number, canOutliveExit = false) =>
		new Promise<void>((resolve, reject) => {
			const settle = (act: () => void) => {
				clearTimeout(timeout);
				checks.delete(look);
				act();
			};
			const look = () => {
				// Nobody sees a frame that is still being written (synchronized output).
				if (isDone() && (exit || !privateModes.has(2026))) {
					settle(resolve);
				} else if (exit && !canOutliveExit) {
					settle(() => reject(new Error(`the program ended before ${what}: ${describe()}`)));
				}
			};
			const timeout = timer(
				() => settle(() => reject(new Error(`after ${limit} ms not ${what}: ${describe()}`))),
				limit,
			);
			checks.add(look);
			look();
		});

	const terminal: Terminal = {
		pid: pty.pid,
		get columns() {
			return screen.cols;
		},
		get rows() {
			return screen.rows;
		},
		get raw() {
			return chunks.join("");
		},
		get bytes() {
			return bytes;
		},
		get title() {
			return title;
		},
		clipboard,
		exited,
		press: (...keys) => pty.write(keys.map((key) => keyBytes(key, screen.modes)).join("")),
		write: (data) => pty.write(data),
		waitFor: (what, limit = 10_000) => {
			if (typeof what === "function") {
				return waitUntil(() => what(text()), "what was asked for", limit);
			}
			const isShown = typeof what === "string" ? () => text().includes(what) : () => what.test(text());
			return waitUntil(isShown, `shown ${typeof what === "string" ? JSON.stringify(what) : what}`, limit);
		},
		waitForExit: async (limit = 10_000) => {
			await waitUntil(() => exit !== undefined, "ended", limit, true);
			return exit!;
		},
		text,
		lines: () => screenText(screen),
		history: () => historyText(screen),
		cells: () => readCells(screen),
		find: (wanted) => {
			for (const line of readCells(screen)) {
				// Offsets in the joined text count UTF-16 units; a cell may hold several.
				const starts: number[] = [];
				let joined = "";
				for (const cell of line) {
					starts.push(joined.length);
					joined += cell.text;
				}
				const at = joined.indexOf(wanted);
				if (at !== -1) {
					return line.filter((_, index) => starts[index]! >= at && starts[index]! < at + wanted.length);
				}
			}
			throw new Error(`${JSON.stringify(wanted)} is not shown: ${describe()}`);
		},
		modes: () => ({
			isAlternateScreen: screen.buffer.active.type === "alternate",
			isCursorHidden: !privateModes.has(25),
			hasBracketedPaste: screen.modes.bracketedPasteMode,
			set: [...privateModes].sort((a, b) => a - b),
		}),
		resize: (columns, rows) => {
			screen.resize(columns, rows);
			pty.resize(columns, rows);
		},
		cursor: () => ({ column: screen.buffer.active.cursorX, row: screen.buffer.active.cursorY }),
		scribble: (text) => new Promise((resolve) => screen.write(`\u001B[H${text}`, resolve)),
		kill: (signal) => process.kill(pty.pid, signal),
		hangUp: () => {
			// Closes the terminal's side and sends SIGHUP, as a terminal window does; node-pty's typings leave it out.
			(pty as IPty & { destroy: () => void }).destroy();
		},
		[Symbol.asyncDispose]: async () => {
			if (!exit) {
				pty.kill("SIGKILL");
				await exited;
			}
			screen.dispose();
		},
	};
	return terminal;
}
