import { fileName } from "../parse/read.ts";
import { type Problem, validate } from "./index.ts";

/**
 * `validate FILE`: what it prints and ends with.
 *
 * For people a line `file:line:column: error: path: what is wrong`, as compilers write it so that editors can jump
 * there, a line with how to fix it, and a count. For machines one JSON object `{file, errors, warnings, problems}`.
 * Errors end it with 1; warnings alone, which are legal, with 0, and with 1 if `isStrict`.
 * @throws {UserError} if the file can't be read.
 */
export async function runValidate(
	path: string,
	{ isJson, isStrict = false, now = new Date() }: { isJson: boolean; isStrict?: boolean; now?: Date },
): Promise<{ output: string; exitCode: 0 | 1 }> {
	const problems = await validate(path, { now });
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const warnings = problems.length - errors;
	const file = fileName(path);
	const output = isJson
		? JSON.stringify({ file, errors, warnings, problems }, undefined, 2)
		: [...problems.map((problem) => problemText(file, problem)), summary(file, errors, warnings)].join("\n");
	return { output: `${output}\n`, exitCode: errors > 0 || (isStrict && warnings > 0) ? 1 : 0 };
}

function problemText(file: string, { line, column, severity, path, message, fix }: Problem): string {
	const what = path === "" ? message : `${path}: ${message}`;
	return `${file}:${line}:${column}: ${severity}: ${what}\n  fix: ${fix}`;
}

function summary(file: string, errors: number, warnings: number): string {
	const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? "" : "s"}`]);
	const counts = [...count(errors, "error"), ...count(warnings, "warning")].join(", ");
	return counts === "" ? `${file}: no problems found` : `${file}: ${counts}`;
}
