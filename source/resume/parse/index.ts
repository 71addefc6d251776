import { UserError } from "../../errors.ts";
import type { Oddity } from "../document.ts";
import type { Place } from "../private.ts";
import type { Position } from "./positions.ts";
import { fileName, readText } from "./read.ts";

/** A place where the text breaks the rules of its language. */
export type SyntaxProblem = Position & { message: string; fix: string };

/** What a file holds. */
export type Source = {
	/** What the file is called in a sentence. */
	name: string;
	text: string;
	value: unknown;
	/** What its language has no name for, and is read all the same. */
	oddities: Oddity[];
	/** Where the value at a place is, or its key. */
	locate: (place: Place, wants: "key" | "value") => Promise<Position>;
};

/** Whether the text is to be read as YAML: by the file's name or, where that tells neither, by its first character. */
export const isYaml = (path: string, text: string): boolean =>
	/\.ya?ml$/i.test(path) || (!/\.json$/i.test(path) && !/^\s*[[{"]/.test(text));

/**
 * The value that a JSON or YAML file stands for. Plain words of a YAML text stay as written: 0123 is no number there.
 * @param path `-` is standard input.
 * @throws {UserError} naming the file and, in a syntax error, line and column.
 */
export async function readSource(path: string): Promise<Source> {
	const text = await readText(path);
	const name = fileName(path);
	return isYaml(path, text) ? yamlSource(text, name) : jsonSource(text, name);
}

async function yamlSource(text: string, name: string): Promise<Source> {
	const { parseYaml } = await import("./yaml.ts");
	const { problems, toValue, locate } = parseYaml(text);
	refuse(problems, name, "YAML");
	try {
		const value = toValue({ keepsWords: true });
		return { name, text, value, oddities: [], locate: async (place, wants) => locate(place, wants) };
	} catch {
		throw new UserError(`${name}: its aliases or its nesting grow without measure; write out what they stand for`);
	}
}

async function jsonSource(text: string, name: string): Promise<Source> {
	const locate: Source["locate"] = async (place, wants) =>
		(await import("./json.ts")).parseJson(text).locate(place, wants);
	try {
		return { name, text, value: JSON.parse(text), oddities: [], locate };
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
