import { programName } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { embeddedResume } from "../resume/embedded.ts";
import type { Loaded } from "../resume/load.ts";
import type { Flags } from "./flags.ts";
import { warn } from "./report.ts";

/**
 * The résumé that the flags name, the embedded one where they name none; says in one line how much of a file was not as
 * the standard has it.
 * @throws {UserError} where it cannot be read, or is none.
 */
export async function load({ resume, hide }: Pick<Flags, "resume" | "hide">): Promise<Loaded> {
	if (resume === undefined && hide === undefined) {
		return embeddedResume();
	}

	const { loadEmbedded, loadFile } = await import("../resume/load.ts");
	if (resume === undefined) {
		return loadEmbedded({ hide });
	}

	const loaded = await loadFile(resume, { hide });
	const { length } = loaded.oddities;
	if (length > 0) {
		const [what, name] = resume === "-" ? ["standard input", "FILE"] : [cleanLine(resume), cleanLine(resume)];
		warn(
			`${what} has ${length === 1 ? "one oddity" : `${length} oddities`}, shown as well as can be; "${programName} validate ${name}" tells more`,
		);
	}

	return loaded;
}
