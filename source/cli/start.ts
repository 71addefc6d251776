import { parseCall } from "../call/parse.ts";
import type { Program } from "../program.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";

/**
 * Does what the command line asks. The only place that exits; it does so at once, because what Ink leaves running would
 * hold the process.
 */
export async function start(program: Program): Promise<never> {
	const exitCode = await parseCall(process.argv.slice(2), program.caller, program.file)
		.then((call) => run(call, program))
		.catch((error: unknown) => report(error, program));
	process.exit(exitCode);
}
