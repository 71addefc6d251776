import { UserError } from "../errors.ts";
import { cleanLine } from "./clean.ts";
import { monthIndexOf } from "./dates.ts";
import { isObject, type Json, type Oddity, oddityText, Refusal } from "./document.ts";
import { hasMarks, plainInline } from "./marks.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import { normalise } from "./normalise/index.ts";
import type { Source, SyntaxProblem } from "./parse/index.ts";
import { privacyOf } from "./privacy/index.ts";
import { type Place, removePlaces } from "./private.ts";
import { toDocument } from "./root.ts";
import { toResume } from "./sections.ts";

/** What the one door gives: the view model, and the document it came from for those who want the JSON itself. */
export type Loaded = {
	resume: Resume;
	/** The JSON Resume document, harmless to a terminal, its private paths and their list removed. */
	document: unknown;
	/** One clear sentence for each thing that isn't as the standard says. */
	oddities: string[];
	/** One clear sentence for each private text that is still said elsewhere. */
	warnings: string[];
};

export type LoadOptions = {
	/** The language to show it in, a BCP 47 tag; without it, the document's own. */
	language?: string;
	/** Further private paths, beside those of `meta.private`; each must match something. */
	hide?: readonly string[];
};

/**
 * The résumé of a parsed document.
 * @param name what the document is called in messages.
 * @throws {UserError} if it isn't a résumé, or a private path is wrong.
 */
export async function loadDocument(document: unknown, name: string, options: LoadOptions = {}): Promise<Loaded> {
	try {
		return await toLoaded(document, name, [], options);
	} catch (error) {
		throw error instanceof Refusal ? new UserError(`${name}: ${error.message}`) : error;
	}
}

/**
 * The résumé of a file: JSON, or YAML by its name.
 * @param path `-` is standard input.
 * @throws {UserError} naming the file and, if a place in it is wrong, line and column.
 */
export async function loadFile(path: string, options: LoadOptions = {}): Promise<Loaded> {
	// What only files need stays out of the way of the embedded résumé.
	const { readSource } = await import("./parse/index.ts");
	const source = await readSource(path);
	try {
		return await toLoaded(
			source.value,
			source.name,
			source.notes.map(noteText),
			options,
			await decoderFor(source.text),
		);
	} catch (error) {
		throw error instanceof Refusal ? await located(error, source) : error;
	}
}

/** What decodes the character references of a text: any but the commonest need HTML's table. */
export const decoderFor = async (text: string): Promise<Decode | undefined> =>
	/&[a-z][a-z\d]*;/i.test(text) ? (await import("./normalise/named-references.ts")).decodeNamed : undefined;

const noteText = ({ line, column, message, fix }: SyntaxProblem) => cleanLine(`${line}:${column}: ${message}; ${fix}`);

async function located({ oddity, message }: Refusal, { name, locate }: Source): Promise<UserError> {
	if (oddity.place.length === 0) {
		return new UserError(`${name}: ${message}`);
	}

	const { line, column } = await locate(oddity.place, oddity.at ?? "value");
	return new UserError(`${name}:${line}:${column}: ${message}`);
}

async function toLoaded(
	source: unknown,
	name: string,
	notes: readonly string[],
	{ hide, language: wanted }: LoadOptions,
	decode?: Decode,
): Promise<Loaded> {
	const read = toDocument(source);
	const { document } = read;
	const { places, refused, said } = privacyOf(document, hide);
	const [first] = refused;
	if (first) {
		// A path of the command line has no place in the document.
		throw first.place.length === 0 ? new UserError(oddityText(first)) : new Refusal(within(read.root, first));
	}

	// Before anything else sees the document.
	removePlaces(document, places);
	forgetPaths(document);
	const shown = await interpret(document, wanted, decode);
	return {
		resume: shown.resume,
		document,
		oddities: [...notes, ...[...read.oddities, ...shown.oddities].map((each) => oddityText(within(read.root, each)))],
		warnings: said.map((oddity) => `${name}: ${oddityText(oddity)}`),
	};
}

/**
 * What is shown of a document, and what had to be interpreted for it.
 * @param wanted the language to show it in; without it, the document's own.
 * @param decode what decodes HTML's character references.
 */
export async function interpret(
	document: Json,
	wanted?: string,
	decode?: Decode,
): Promise<{ resume: Resume; oddities: Oddity[] }> {
	const [{ translationsOf }, { wordsOf }] = await Promise.all([
		import("./translations.ts"),
		import("./words/index.ts"),
	]);
	const language = wanted ?? translationsOf(document).languages[0];
	const words = await wordsOf(language);
	const { resume, oddities } = normalise(document, decode, words);
	// Most documents have none, and what reads it is large.
	const inline = hasMarks(document) ? (await import("./inline.ts")).parseInline : plainInline;
	return { resume: toResume(resume, { language, words, today: monthIndexOf(new Date()), inline }), oddities };
}

/** The list of what is private tells what there is to hide. */
function forgetPaths({ meta }: Json): void {
	if (isObject(meta) && (Array.isArray(meta.private) ? meta.private.length > 0 : typeof meta.private === "string")) {
		delete meta.private;
	}
}

const within = (root: Place, oddity: Oddity): Oddity => ({ ...oddity, place: [...root, ...oddity.place] });
