import { cleanLine } from "../clean.ts";
import { harmlessCopy, isObject, type Json, type Oddity, placeText } from "../document.ts";
import { normalise, rootOf } from "../normalise/index.ts";
import { isYaml } from "../parse/index.ts";
import type { Parsed } from "../parse/json.ts";
import { readText } from "../parse/read.ts";
import { checkEntries } from "./entries.ts";
import type { Finding } from "./findings.ts";
import { checkMeta } from "./meta.ts";
import { checkNames } from "./names.ts";
import { checkPlaceholders } from "./placeholders.ts";
import { checkSchema } from "./schema.ts";

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
		? (await import("../parse/yaml.ts")).parseYaml(text)
		: (await import("../parse/json.ts")).parseJson(text);
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

	const schema = checkSchema(document);
	const others = [
		...checkEntries(document, now),
		...checkNames(document),
		...checkMeta(document),
		...checkPlaceholders(document),
	];
	const said = [...schema, ...unless(schema, others)];
	return [...said, ...unless(said, oddities(document))];
}

/** Those of the others that stand where nothing is said yet, of the value itself or of one around it. */
function unless(said: Finding[], others: Finding[]): Finding[] {
	const places = new Set(said.map(({ place }) => placeText(place)));
	return others.filter(({ place }) => !place.some((_, index) => places.has(placeText(place.slice(0, index + 1)))));
}

/** What the loader has to interpret to show it. */
function oddities(document: Json): Finding[] {
	const found: Oddity[] = [];
	const copy = harmlessCopy(document, (place, message, fix) => found.push({ place, message, fix })) as Json;
	return [...found, ...normalise(copy).oddities].map(({ place, message, fix }) => ({
		severity: "warning",
		place,
		message: `it ${message}`,
		fix,
	}));
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
			? 'the command "init" writes one to start from'
			: "make the object with basics, work … the whole document",
});
