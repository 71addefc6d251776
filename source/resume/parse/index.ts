import { UserError } from "../../errors.ts";
import type { Position } from "./positions.ts";

/** A place where the text breaks the rules of its language. */
export type SyntaxProblem = Position & { message: string; fix: string };

/** Whether the text is to be read as YAML: by the file's name or, where that tells neither, by its first character. */
export const isYaml = (path: string, text: string): boolean =>
	/\.ya?ml$/i.test(path) || (!/\.json$/i.test(path) && !/^\s*[[{"]/.test(text));

/**
 * The value that a JSON or YAML text stands for. Plain words of a YAML text stay as written: 0123 is no number there.
 * @param name what the file is called in an error.
 * @throws {UserError} naming line and column.
 */
export async function parse(text: string, name: string, asYaml: boolean): Promise<unknown> {
	if (asYaml) {
		const { parseYaml } = await import("./yaml.ts");
		const { problems, toValue } = parseYaml(text);
		refuse(problems, name, "YAML");
		try {
			return toValue({ keepsWords: true });
		} catch {
			throw new UserError(`${name}: its aliases or its nesting grow without measure; write out what they stand for`);
		}
	}

	try {
		return JSON.parse(text);
	} catch {
		// Node's own message differs from version to version and does not always say where.
		const { parseJson } = await import("./json.ts");
		const { problems } = parseJson(text);
		refuse(problems, name, "JSON");
		throw new UserError(`${name}: this is not JSON`);
	}
}

function refuse(problems: SyntaxProblem[], name: string, language: string): void {
	const [first] = problems;
	if (first) {
		const { line, column, message, fix } = first;
		throw new UserError(`${name}:${line}:${column}: this is not ${language}: ${message}; ${fix}`);
	}
}
