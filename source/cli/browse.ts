import { constants } from "node:os";
import type { Flags } from "../call/flags.ts";
import { loadOptionsOf } from "../call/load.ts";
import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import type { Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import type { Host, LocalViewer } from "../ui/host.ts";
import { showFirstFrame } from "../ui/terminal/first-frame.ts";
import { localHost } from "./local-host.ts";
import { endings } from "./signals.ts";

/**
 * Browses on this terminal until the visitor leaves or a signal ends it.
 * @returns what the process ends with: 128 and the signal's number after a signal, as in shells.
 * @throws whatever a screen threw, once the terminal is as it was.
 */
export async function browse(loaded: Loaded, start: Selection, flags: Flags, program: Program): Promise<number> {
	const { resume } = loaded;
	const { stdin, stdout } = process;
	let exitCode = 0;
	let fault: unknown;
	let viewer: LocalViewer | undefined;
	const languages = switchOf(loaded);
	const host: Host = {
		...localHost(flags, program, (error) => {
			fault = error;
		}),
		inLanguage: languages.to,
	};
	const stopWatching = flags.watch
		? await watch(flags.resume ?? program.file!, flags, languages, () => viewer)
		: undefined;
	// From here on the terminal would write what is typed into the first frame.
	stdin.setRawMode(true);
	// Nor sooner: a job in the background stops there, and there is nothing yet to give back.
	for (const signal of endings) {
		// Not once: a second one must not end the process before the terminal is given back.
		process.on(signal, () => {
			exitCode ||= 128 + constants.signals[signal];
			viewer?.leave();
		});
	}

	if (process.platform !== "win32") {
		// `kill -TSTP` as Ctrl-Z: by itself Node.js would stop with the terminal still in raw mode.
		process.on("SIGTSTP", () => viewer?.suspend());
	}

	// Node.js says nothing of a window that has its old size again when it looks: the terminal may have cut the screen
	// in between.
	process.on("SIGWINCH", () => stdout.emit("resize"));

	const first = showFirstFrame({ resume, start, output: stdout, host });
	// Without anything to wait for, Node.js would wait for V8's threads: until Yoga's WebAssembly is compiled in the best
	// way, no key is read.
	const waiting = setInterval(() => {}, 60_000);
	try {
		const { mount } = await import("../ui/mount.tsx");
		viewer = mount({ resume, start, input: stdin, output: stdout, host, first });
	} catch (error) {
		first.frames.close();
		throw error;
	} finally {
		clearInterval(waiting);
	}

	const { left, leave } = viewer;
	if (exitCode !== 0) {
		leave();
	}

	// A terminal that has gone is read with an error.
	stdin.on("error", () => leave());
	const reason = await left;
	stopWatching?.();
	if (reason === "error") {
		throw fault;
	}

	return exitCode;
}

/** The languages of what is shown: one that was changed to stays, when the file is read again. */
function switchOf(loaded: Loaded) {
	let current = loaded;
	const to = async (language: string): Promise<Resume> => {
		const { reload } = await import("../resume/load.ts");
		current = await reload(current, { language });
		return current.resume;
	};
	return {
		to,
		async readAgain(next: Loaded): Promise<Resume> {
			const { language } = current.resume;
			current = next;
			const isOther = language !== next.resume.language && next.resume.languages.includes(language);
			return isOther ? to(language) : next.resume;
		},
	};
}

/** Shows each version of the file of --resume that can be read, and says why another cannot. @returns stops it. */
async function watch(
	file: string,
	flags: Flags,
	languages: ReturnType<typeof switchOf>,
	viewer: () => LocalViewer | undefined,
): Promise<() => void> {
	const { brief, startOf, watchResume } = await import("../resume/watch.ts");
	return watchResume(
		file,
		async (loaded) => {
			viewer()?.replace(await languages.readAgain(loaded));
			viewer()?.notify("the résumé was read again");
		},
		({ message }) => viewer()?.notify(brief(message, file), { stays: true }),
		loadOptionsOf(flags),
		// It was read after the start, and may have been written again since.
		startOf(process),
	);
}
