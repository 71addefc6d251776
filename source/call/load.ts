import { embeddedResume } from "../resume/embedded.ts";
import type { Loaded } from "../resume/load.ts";
import type { Flags } from "./flags.ts";

/** The flags that say which résumé, and what of it is hidden. */
export type Named = Pick<Flags, "resume" | "hide">;

/**
 * The résumé that the flags name, or the embedded one.
 * @throws {UserError} if it can't be read, isn't a résumé, or has nothing that matches a path to hide.
 */
export async function loadNamed({ resume, hide }: Named): Promise<Loaded> {
	if (resume === undefined && hide === undefined) {
		return embeddedResume();
	}

	const { loadEmbedded, loadFile } = await import("../resume/load.ts");
	return resume === undefined ? loadEmbedded({ hide }) : loadFile(resume, { hide });
}
