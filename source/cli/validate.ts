import { refuseAddress } from "../call/load.ts";
import type { Call } from "../call/parse.ts";
import type { Program } from "../program.ts";
import { runValidate } from "../resume/validate/report.ts";
import { writeOut } from "./streams.ts";

/** Checks a résumé file and prints its problems. @returns what the process ends with. */
export async function validate({ words, flags }: Call, program: Program): Promise<number> {
	refuseAddress(words[0]!, `| ${program.name} validate -`);
	const { output, exitCode } = await runValidate(words[0]!, {
		isJson: flags.json === true,
		isStrict: flags.strict === true,
	});
	await writeOut(output);
	return exitCode;
}
