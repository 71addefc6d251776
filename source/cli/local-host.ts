import { colourDepthOf, hasColours, hasHyperlinks, isLightBackground, longestStringOf } from "../call/colours.ts";
import { comeBackOf } from "../call/come-back.ts";
import type { Flags } from "../call/flags.ts";
import type { Program } from "../program.ts";
import type { Host } from "../ui/host.ts";
import { endings, unlisten } from "./signals.ts";

/** The viewer's host for a visitor at this machine. */
export function localHost(flags: Flags, program: Program, onError: (error: unknown) => void): Host {
	const { env, platform, stdout } = process;
	return {
		open: openLink,
		copy: async (text) => (await import("./clipboard.ts")).copyToClipboard(text),
		...(platform !== "win32" && { suspend }),
		hasColours: hasColours(flags, env, stdout),
		colourDepth: colourDepthOf(env),
		isBackgroundLight: isLightBackground(flags, env),
		hasHyperlinks: hasHyperlinks(env),
		longestString: longestStringOf(env),
		// Ink's own variable, which its users have set already.
		isScreenReader: flags.screenReader ?? env.INK_SCREEN_READER === "true",
		hasMouse: flags.mouse === true,
		comeBack: comeBackOf(flags, program),
		onError,
	};
}

/** Longest wait in ms for an opener's complaint; one that is still at work then has opened something. */
const openerPatience = 1000;

/** Opens a web, mail or telephone address with the system's opener; rejects with why not. */
async function openLink(url: string): Promise<void> {
	const { env, platform } = process;
	if (!/^(https?|mailto|tel):/i.test(url)) {
		throw new Error("only web, mail and telephone addresses are opened");
	}

	const hasDesktop = env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME;
	if (!hasDesktop && platform !== "darwin" && platform !== "win32") {
		throw new Error("no desktop here");
	}

	const { default: open } = await import("open");
	const opener = await open(url);
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(resolve, openerPatience);
		opener.once("error", () => reject(new Error("no program to open it was found")));
		opener.once("exit", (code) => {
			clearTimeout(timer);
			if (code === 0 || code === null) {
				resolve();
			} else {
				reject(new Error("no program to open it was found"));
			}
		});
	});
}

/**
 * Stops the whole job until `fg`: under `npx` the shell waits for npm, which must stop as well. Resolves afterwards;
 * if there is no shell to come back from, the system ignores the signal and it resolves at once.
 */
function suspend(): Promise<void> {
	// This time SIGTSTP is to stop the process, and not to ask for it. The screen is the shell's then, and nothing is to
	// be given back: a signal that ends the process ends it at once, where it would write over the shell's lines.
	const listenAgain = unlisten(["SIGTSTP", ...endings]);
	process.kill(0, "SIGTSTP");
	// The signal may reach another thread first. Time does not pass for a timer while the process is stopped.
	return new Promise((resolve) => {
		setTimeout(() => {
			// A stopped job doesn't hear of a new size: Node.js asks for it now as if it had been, and the layout follows
			// before the screen is drawn again.
			process.emit("SIGWINCH");
			setImmediate(() => {
				resolve();
				// In the background the system stops the job again when it takes the terminal, which comes in between.
				setImmediate(listenAgain);
			});
		}, 50);
	});
}
