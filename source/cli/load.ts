import { loadNamed, type Named } from "../call/load.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded } from "../resume/load.ts";
import { warn } from "./report.ts";

/** Loads the named résumé, and says on stderr what of it isn't as it should be. */
export async function load(named: Named, program: Program): Promise<Loaded> {
	const loaded = await loadNamed(named, program);
	for (const sentence of loaded.warnings) {
		warn(sentence, program);
	}

	const { length } = loaded.oddities;
	const file = named.resume ?? program.file;
	if (file !== undefined && length > 0) {
		const [what, name] = file === "-" ? ["standard input", "FILE"] : [cleanLine(file), cleanLine(file)];
		warn(
			`${what}: ${length === 1 ? "1 problem" : `${length} problems`}; showing what could be read; "${program.name} validate ${name}" lists ${length === 1 ? "it" : "them"}`,
			program,
		);
	}

	return loaded;
}
