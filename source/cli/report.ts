import { writeSync } from "node:fs";
import { UserError } from "../errors.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { isSystemError, systemReason } from "./system-error.ts";

/**
 * Says on standard error, in one sentence, why the program could not do what was asked.
 * `NODE_DEBUG` with the program's name shows the stack of an internal error too.
 * @returns what the process ends with.
 */
export async function report(error: unknown, program: Program): Promise<number> {
	if (error instanceof UserError) {
		warn(error.message, program);
		return error.exitCode;
	}

	if (isSystemError(error)) {
		warn(`${cleanLine(error.path ?? error.syscall ?? "")}: ${systemReason(error)}`, program);
		return 1;
	}

	const { debuglog, inspect } = await import("node:util");
	debuglog(program.name)("%s", inspect(error));
	const cause = cleanLine(error instanceof Error ? error.message : String(error));
	warn(`internal error: ${cause}; please report it at ${program.bugs}`, program);
	return 1;
}

/** One line on standard error, the program's name before it. */
export function warn(sentence: string, { name }: Pick<Program, "name">): void {
	try {
		writeSync(2, `${name}: ${sentence}\n`);
	} catch {
		// Nobody reads it: there is nowhere else to say so.
	}
}
