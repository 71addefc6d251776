import path from "node:path";
import type { Call } from "../call/parse.ts";
import { UserError } from "../errors.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import { starter, yamlStarter } from "../resume/starter.ts";
import { deliver } from "./deliver.ts";

/** Where the starter résumé goes if nothing is said: the name that JSON Resume's own tools look for. */
const usualName = "resume.json";

/**
 * Writes a résumé to start from, as YAML if the file is called so.
 * @returns what the process ends with.
 * @throws {UserError} if the file is called as something else.
 */
export async function init({ words, flags }: Call, program: Program): Promise<number> {
	const file = words[0] ?? usualName;
	const { name, ext } = path.parse(file);
	if (ext !== "" && !/^\.(?:ya?ml|json[5c]?)$/i.test(ext)) {
		throw new UserError(`init writes JSON or YAML; name the file ${cleanLine(name)}.json or ${cleanLine(name)}.yaml`);
	}

	const text = /\.ya?ml$/i.test(file) ? await yamlStarter(program.schema) : starter(program.schema);
	await deliver(text, file, { isForced: flags.force, program });
	return 0;
}
