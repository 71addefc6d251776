import { programName } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { embeddedResume } from "../resume/embedded.ts";
import type { Loaded } from "../resume/load.ts";
import type { Flags } from "./flags.ts";
import { warn } from "./report.ts";

type Named = Pick<Flags, "resume" | "hide">;

/**
 * The résumé that the flags name, the embedded one where they name none.
 * @throws {UserError} where it cannot be read, or is none, or has nothing of what is to be hidden.
 */
export async function loadQuietly({ resume, hide }: Named): Promise<Loaded> {
	if (resume === undefined && hide === undefined) {
		return embeddedResume();
	}

	const { loadEmbedded, loadFile } = await import("../resume/load.ts");
	return resume === undefined ? loadEmbedded({ hide }) : loadFile(resume, { hide });
}

/** The same; says in one line on standard error how much of a file was not as the standard has it. */
export async function load({ resume, hide }: Named): Promise<Loaded> {
	const loaded = await loadQuietly({ resume, hide });
	const { length } = loaded.oddities;
	if (resume !== undefined && length > 0) {
		const [what, name] = resume === "-" ? ["standard input", "FILE"] : [cleanLine(resume), cleanLine(resume)];
		warn(
			`${what} has ${length === 1 ? "one oddity" : `${length} oddities`}, shown as well as can be; "${programName} validate ${name}" tells more`,
		);
	}

	return loaded;
}
