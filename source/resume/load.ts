import embedded from "../../data/resume.json" with { type: "json" };
import { UserError } from "../errors.ts";
import { monthIndexOf } from "./dates.ts";
import { harmlessCopy, isObject, type Json, type Oddity, oddityText } from "./document.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import { normalise, rootOf } from "./normalise/index.ts";
import { isPrivatePath, removePaths } from "./private.ts";
import { quote } from "./quote.ts";
import { toResume } from "./sections.ts";

/** What the one door gives: the view model, and the document it came from for those who want the JSON itself. */
export type Loaded = {
	resume: Resume;
	/** The JSON Resume document, harmless to a terminal, its private paths and their list removed. */
	document: unknown;
	/** One clear sentence for each thing that was not as the standard says. */
	oddities: string[];
};

export type LoadOptions = {
	/** The language to show it in, a BCP 47 tag; without it, the document's own. */
	language?: string;
	/** Further private paths, beside those of `meta.private`; each must match something. */
	hide?: readonly string[];
};

/**
 * The résumé that the package carries.
 * @throws {UserError} where it is none.
 */
export function loadEmbedded(options: LoadOptions = {}): Promise<Loaded> {
	return loadDocument(embedded, "data/resume.json", options);
}

/**
 * The résumé of a parsed document.
 * @param name what the document is called in messages.
 * @throws {UserError} if it isn't a résumé, or a private path is wrong.
 */
export const loadDocument = (document: unknown, name: string, options: LoadOptions = {}): Promise<Loaded> =>
	toLoaded(document, name, options);

/**
 * The résumé of a file: JSON, or YAML by its name.
 * @param path `-` is standard input.
 * @throws {UserError} naming the file and, in a syntax error, line and column.
 */
export async function loadFile(path: string, options: LoadOptions = {}): Promise<Loaded> {
	// What only files need stays out of the way of the embedded résumé.
	const [{ fileName, readText }, { isYaml, parse }] = await Promise.all([
		import("./parse/read.ts"),
		import("./parse/index.ts"),
	]);
	const text = await readText(path);
	const document = await parse(text, fileName(path), isYaml(path, text));
	// Any but the commonest character references need HTML's table.
	const decode = /&[a-z][a-z\d]*;/i.test(text)
		? (await import("./normalise/named-references.ts")).decodeNamed
		: undefined;
	return toLoaded(document, fileName(path), options, decode);
}

async function toLoaded(
	source: unknown,
	name: string,
	{ hide = [], language: wanted }: LoadOptions,
	decode?: Decode,
): Promise<Loaded> {
	const oddities: Oddity[] = [];
	const root = rootOf(source);
	if (!root) {
		throw new UserError(
			`${name}: this is not a résumé: it has no section of JSON Resume, such as basics, work or education`,
		);
	}

	if (root !== source) {
		oddities.push({ place: [], message: "is wrapped in something else", fix: "make the object with basics the whole" });
	}

	const document = harmlessCopy(root, (place, message, fix) => oddities.push({ place, message, fix })) as Json;
	// Before anything else sees the document.
	const missing = removePaths(document, [...takePrivatePaths(document, name), ...hide]);
	// Whoever hides something must not show it by a slip of the pen.
	const unhidden = hide.find((path) => missing.includes(path));
	if (unhidden !== undefined) {
		throw new UserError(
			`--hide ${quote(unhidden)} matches nothing in ${name}, so that nothing is shown; write a path that it has, such as basics.phone`,
		);
	}

	const [{ translationsOf }, { wordsOf }] = await Promise.all([
		import("./translations.ts"),
		import("./words/index.ts"),
	]);
	const language = wanted ?? translationsOf(document).languages[0];
	const words = await wordsOf(language);
	const normalised = normalise(document, decode, words);
	return {
		resume: toResume(normalised.resume, { language, words, today: monthIndexOf(new Date()) }),
		document,
		oddities: [
			...missing.map((path) => `the private path ${path} matches nothing`),
			...[...oddities, ...normalised.oddities].map(oddityText),
		],
	};
}

/** The paths of `meta.private`, which is removed with them: the list itself tells what there is to hide. */
function takePrivatePaths({ meta }: Json, name: string): string[] {
	if (!isObject(meta) || meta.private === undefined || meta.private === null) {
		return [];
	}

	const paths = typeof meta.private === "string" ? [meta.private] : meta.private;
	// What is to be hidden must not be shown because its path was not understood.
	if (!Array.isArray(paths) || !paths.every(isPrivatePath)) {
		throw new UserError(
			`${name}: meta.private must be a list of paths, such as ["basics.phone"]; nothing is shown until it is`,
		);
	}

	if (paths.length > 0) {
		delete meta.private;
	}

	return paths;
}
