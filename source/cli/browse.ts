import { constants } from "node:os";
import process from "node:process";
import type { Loaded } from "../resume/load.ts";
import type { Selection } from "../resume/select.ts";
import { watchResume } from "../resume/watch.ts";
import type { Viewer } from "../ui/host.ts";
import { mount } from "../ui/mount.tsx";
import type { Flags } from "./flags.ts";
import { localHost } from "./local-host.ts";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Browses on this terminal until the visitor leaves or a signal ends it.
 * @returns what the process ends with: 128 and the signal's number after a signal, as shells have it.
 * @throws whatever a screen threw, once the terminal is as it was.
 */
export async function browse({ resume }: Loaded, start: Selection, flags: Flags): Promise<number> {
	const { stdin, stdout } = process;
	let exitCode = 0;
	let fault: unknown;
	const host = localHost(flags, (error) => {
		fault = error;
	});
	const stopWatching = flags.watch ? watch(flags, () => viewer) : undefined;
	const viewer = mount({ resume, start, input: stdin, output: stdout, host });
	for (const signal of endings) {
		process.once(signal, () => {
			exitCode ||= 128 + constants.signals[signal];
			viewer.leave();
		});
	}

	// A terminal that has gone is read with an error.
	stdin.on("error", () => viewer.leave());
	const reason = await viewer.left;
	stopWatching?.();
	if (reason === "error") {
		throw fault;
	}

	return exitCode;
}

/** Shows each version of the file of --resume that can be read, and says why another cannot. @returns stops it. */
function watch({ resume, hide }: Flags, viewer: () => Viewer): () => void {
	return watchResume(
		resume!,
		(loaded) => {
			viewer().replace(loaded.resume);
			viewer().notify("the résumé was read again");
		},
		(error) => viewer().notify(error.message),
		{ hide },
	);
}
