import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import type { Flags } from "./flags.ts";

/** The flags that say which résumé, in which language, and what of it is hidden. */
export type Named = Pick<Flags, "resume" | "hide" | "lang">;

/**
 * The résumé that the flags name, or the program's own.
 * @throws {UserError} if it can't be read, isn't a résumé, isn't in the language, or has nothing that matches a path to
 *   hide.
 */
export async function loadNamed({ resume, hide, lang: language }: Named, program: Program): Promise<Loaded> {
	if (resume === undefined) {
		return program.load({ hide, language });
	}

	const { loadFile } = await import("../resume/load.ts");
	return loadFile(resume, { hide, language });
}
