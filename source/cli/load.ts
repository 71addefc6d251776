import { loadNamed, type Named } from "../call/load.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded } from "../resume/load.ts";
import { warn } from "./report.ts";

/** Loads the named résumé, and says in one line on stderr how many oddities a file has. */
export async function load({ resume, hide }: Named, program: Program): Promise<Loaded> {
	const loaded = await loadNamed({ resume, hide }, program);
	const { length } = loaded.oddities;
	if (resume !== undefined && length > 0) {
		const [what, name] = resume === "-" ? ["standard input", "FILE"] : [cleanLine(resume), cleanLine(resume)];
		warn(
			`${what} has ${length === 1 ? "one oddity" : `${length} oddities`}, shown as well as can be; "${program.name} validate ${name}" tells more`,
			program,
		);
	}

	return loaded;
}
