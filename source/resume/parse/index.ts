import { UserError } from "../../errors.ts";
import type { Place } from "../private.ts";
import type { Parsed, SyntaxProblem } from "./parsed.ts";
import type { Position } from "./positions.ts";
import { fileName, readText } from "./read.ts";

/** What a file holds. */
export type Source = {
	/** What the file is called in a sentence. */
	name: string;
	text: string;
	value: unknown;
	/** What its language doesn't allow and is read anyway. */
	notes: SyntaxProblem[];
	/** The places of keys that an object has more than once, as far as they may hold what is private. */
	repeated: Place[];
	/** Where the value at a place is, or its key. */
	locate: (place: Place, wants: "key" | "value") => Promise<Position>;
};

/** Whether to read the text as YAML: by the file's name or, if that doesn't say, by its first character. */
export const isYaml = (path: string, text: string): boolean =>
	/\.ya?ml$/i.test(path) || (!/\.json[5c]?$/i.test(path) && !/^\s*(?:[[{"]|\/[/*])/.test(text));

/** Whether a file is JSON with comments or JSON5 by its name, so that what these have is no mistake. */
const isJson5 = (path: string): boolean => /\.json[5c]$/i.test(path);

/** What a file's text is made of, with places; a JSON text as `isYaml` decides. */
export const parseText = async (path: string, text: string): Promise<Parsed> =>
	isYaml(path, text)
		? (await import("./yaml.ts")).parseYaml(text)
		: (await import("./json.ts")).parseJson(text, isJson5(path));

/**
 * The value of a JSON or YAML file. Plain words of a YAML text stay as written: 0123 isn't a number there.
 * @param path `-` is standard input.
 * @throws {UserError} naming the file and, in a syntax error, line and column.
 */
export async function readSource(path: string): Promise<Source> {
	const text = await readText(path);
	const name = fileName(path);
	return isYaml(path, text) ? yamlSource(text, name) : jsonSource(text, name, isJson5(path));
}

async function yamlSource(text: string, name: string): Promise<Source> {
	const { parseYaml } = await import("./yaml.ts");
	const { problems, notes, toValue, locate, repeated } = parseYaml(text);
	refuse(problems, name, "YAML");
	try {
		const value = toValue({ keepsWords: true });
		return {
			name,
			text,
			value,
			notes,
			repeated: repeated.map(({ place }) => place),
			locate: async (place, wants) => locate(place, wants),
		};
	} catch {
		throw new UserError(`${name}: its aliases or its nesting grow without limit; write them out`);
	}
}

async function jsonSource(text: string, name: string, json5: boolean): Promise<Source> {
	const parsed = async () => (await import("./json.ts")).parseJson(text, json5);
	const locate: Source["locate"] = async (place, wants) => (await parsed()).locate(place, wants);
	const plain = mayRepeat.test(text) ? undefined : plainJson(text);
	if (plain) {
		return { name, text, value: plain.value, notes: [], repeated: [], locate };
	}

	// Anything but plain JSON needs a parser that keeps positions.
	const { problems, notes, toValue, repeated } = await parsed();
	refuse(problems, name, "JSON");
	return { name, text, value: toValue(), notes, repeated: repeated.map(({ place }) => place), locate };
}

function plainJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** Node's own parser keeps the last of equal keys, and says nothing. */
const mayRepeat = /"(meta|private)"\s*:[\s\S]*"\1"\s*:/;

function refuse(problems: SyntaxProblem[], name: string, language: string): void {
	const [first] = problems;
	if (first) {
		const { line, column, message, fix } = first;
		throw new UserError(`${name}:${line}:${column}: this isn't ${language}: ${message}; ${fix}`);
	}
}
