import { spawn } from "node:child_process";

/** A program that takes what is copied from its standard input. */
type Command = readonly [program: string, ...args: string[]];

type Environment = Readonly<Record<string, string | undefined>>;

/** Longest wait in ms for such a program: one that hangs on a display that is gone must not be waited for. */
const patience = 1000;

/**
 * The programs by which this system's clipboard can be written, best first. tmux keeps what is copied itself and hands
 * it on to the terminal that it is shown in (-w). The packages for this bring binaries of their own, or find only the
 * first of several.
 */
export function clipboardCommands(environment: Environment, platform: NodeJS.Platform): Command[] {
	const { TMUX: tmux, WAYLAND_DISPLAY: wayland, DISPLAY: display, WSL_DISTRO_NAME: wsl } = environment;
	const isTermux = environment.TERMUX_VERSION !== undefined;
	return [
		...(platform === "darwin" ? [["pbcopy"] as const] : []),
		...(platform === "win32" || wsl ? [powershell] : []),
		...(isTermux ? [["termux-clipboard-set"] as const] : []),
		...(wayland ? [["wl-copy"] as const] : []),
		...(display ? [["xclip", "-selection", "clipboard"] as const, ["xsel", "--clipboard", "--input"] as const] : []),
		...(tmux ? [["tmux", "load-buffer", "-w", "-"] as const] : []),
	];
}

/** clip.exe reads the console's own character set; this reads UTF-8. */
const powershell: Command = [
	"powershell.exe",
	"-NoProfile",
	"-NonInteractive",
	"-Command",
	"[Console]::InputEncoding = [Text.UTF8Encoding]::new(); Set-Clipboard ([Console]::In.ReadToEnd())",
];

/** Writes the system's clipboard. @returns whether a program took the text. */
export async function copyToClipboard(text: string): Promise<boolean> {
	for (const command of clipboardCommands(process.env, process.platform)) {
		if (await feed(command, text)) {
			return true;
		}
	}

	return false;
}

/** @returns whether the program was there, read the text and ended well. */
function feed([program, ...args]: Command, text: string): Promise<boolean> {
	return new Promise((resolve) => {
		// xclip stays behind to hand out what was copied: with nothing of ours but its input it holds nobody up.
		const child = spawn(program, args, { stdio: ["pipe", "ignore", "ignore"], timeout: patience });
		child.on("error", () => resolve(false));
		child.on("exit", (code) => resolve(code === 0));
		child.stdin.on("error", () => {});
		child.stdin.end(text);
	});
}
