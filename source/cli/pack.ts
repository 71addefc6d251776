import { packCard } from "../new/pack.ts";
import type { Program } from "../program.ts";
import { warn } from "./report.ts";

/** Writes what the card in this folder publishes. @returns what the process ends with. */
export async function pack(program: Program): Promise<number> {
	await packCard(process.cwd(), (sentence) => warn(sentence, program));
	return 0;
}
