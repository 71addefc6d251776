import type { Call } from "../call/parse.ts";
import type { Program } from "../program.ts";
import { starter } from "../resume/starter.ts";
import { deliver } from "./deliver.ts";

/** Where the starter résumé goes if nothing is said: the name that JSON Resume's own tools look for. */
const usualName = "resume.json";

/** Writes a résumé to start from. @returns what the process ends with. */
export async function init({ words, flags }: Call, program: Program): Promise<number> {
	await deliver(starter(program.schema), words[0] ?? usualName, { isForced: flags.force, program });
	return 0;
}
