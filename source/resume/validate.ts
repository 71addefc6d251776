import { cleanLine } from "./clean.ts";
import { harmlessCopy, isObject, placeText } from "./document.ts";
import { rootOf } from "./normalise.ts";
import type { Parsed } from "./parse/json.ts";
import { readText } from "./parse/read.ts";
import { isYaml } from "./parse.ts";
import { checkEntries } from "./validate/entries.ts";
import type { Finding } from "./validate/findings.ts";
import { checkMeta } from "./validate/meta.ts";
import { checkNames } from "./validate/names.ts";
import { checkSchema } from "./validate/schema.ts";

/** A finding at its place in the file. */
export type Problem = {
	/** An error breaks the rules of the language or of JSON Resume; a warning is legal and looks wrong. */
	severity: "error" | "warning";
	/** Both from 1; the column in UTF-16 units. */
	line: number;
	column: number;
	/** "work[0].endDate"; empty for the document as a whole. */
	path: string;
	message: string;
	fix: string;
};

export type ValidateOptions = {
	/** What counts as the future: the one place in which the program asks for the day. */
	now: Date;
};

/**
 * Every problem of a résumé file at once, in the order of the file: syntax, the official schema of JSON Resume 1.0
 * (draft-07, by ajv), and what is legal but looks wrong.
 * @param path `-` is standard input.
 * @throws {UserError} where the file cannot be read at all.
 */
export async function validate(path: string, { now }: ValidateOptions): Promise<Problem[]> {
	const text = await readText(path);
	const parsed = isYaml(path, text)
		? (await import("./parse/yaml.ts")).parseYaml(text)
		: (await import("./parse/json.ts")).parseJson(text);
	const problems = parsed.problems.map(
		(problem): Problem => ({ severity: "error", path: "", ...problem, message: cleanLine(problem.message) }),
	);
	const findings = parsed.isWhole ? findingsOf(parsed, now) : [];
	return [...problems, ...repeatedKeys(parsed), ...findings.map((finding) => toProblem(finding, parsed))].sort(
		(a, b) => a.line - b.line || a.column - b.column,
	);
}

function toProblem({ severity, place, at = "value", message, fix }: Finding, parsed: Parsed): Problem {
	const path = cleanLine(placeText(place));
	return { severity, ...parsed.locate(place, at), path, message: cleanLine(message), fix: cleanLine(fix) };
}

const repeatedKeys = ({ repeated }: Parsed): Problem[] =>
	repeated.map(({ place, position }) => ({
		severity: "warning",
		...position,
		path: cleanLine(placeText(place)),
		message: "this stands here more than once, and only the last one counts",
		fix: "join them, or remove all but one",
	}));

function findingsOf(parsed: Parsed, now: Date): Finding[] {
	const document = documentOf(parsed);
	if (!isObject(document) || rootOf(document) !== document) {
		return [notResume(document)];
	}

	const unshown: Finding[] = [];
	harmlessCopy(document, (place, message) =>
		unshown.push({ severity: "warning", place, message, fix: "it is not shown as it stands here; mend it" }),
	);
	const schema = checkSchema(document);
	const known = new Set(schema.map(({ place }) => placeText(place)));
	const others = [...checkEntries(document, now), ...checkNames(document), ...checkMeta(document), ...unshown];
	return [...schema, ...others.filter(({ place }) => !known.has(placeText(place)))];
}

/** The document's value; undefined where aliases or nesting grow without measure. */
function documentOf(parsed: Parsed): unknown {
	try {
		return parsed.toValue();
	} catch {
		return undefined;
	}
}

const notResume = (document: unknown): Finding => ({
	severity: "error",
	place: [],
	message:
		rootOf(document) === undefined
			? "this is not a résumé: it has no section of JSON Resume, such as basics, work or education"
			: "the résumé is wrapped in something else",
	fix:
		rootOf(document) === undefined
			? `"zhen-zhang init" writes one to start from`
			: "make the object with basics, work … the whole document",
});
