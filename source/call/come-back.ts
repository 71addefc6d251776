import type { Program } from "../program.ts";
import type { Flags } from "./flags.ts";

/** The command that brings one back to what is shown: the package's own leads to no other résumé than its own. */
export const comeBackOf = ({ resume }: Pick<Flags, "resume">, { command }: Program): string | undefined =>
	resume === undefined ? command : undefined;
