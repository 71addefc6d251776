import { isPrinting } from "../call/check.ts";
import { isContinuousIntegration, isDumb } from "../call/colours.ts";
import { commandsFor } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import type { Program } from "../program.ts";
import { selectPlace } from "../resume/select.ts";
import { keepCompiled } from "./compile-cache.ts";
import { load } from "./load.ts";
import { isTerminal } from "./streams.ts";
import { holdWarnings } from "./warnings.ts";

/**
 * Shows the résumé or a part of it: on the screen if there is one to browse on, else printed.
 * @returns what the process ends with.
 */
export async function show({ words, flags }: Call, program: Program): Promise<number> {
	const loaded = await load(flags, program);
	const selection = selectPlace(loaded.resume, words, commandsFor("owner"));
	if (!isPrinting(flags) && isBrowsable()) {
		keepCompiled();
		const { browse } = await import("./browse.ts");
		const releaseWarnings = holdWarnings();
		return browse(loaded, selection, flags, program).finally(releaseWarnings);
	}

	const { printPlace } = await import("./print.ts");
	return printPlace(loaded, selection, flags, program);
}

const isBrowsable = () =>
	isTerminal("stdin") && isTerminal("stdout") && !isContinuousIntegration(process.env) && !isDumb(process.env);
