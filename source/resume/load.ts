import type { Accent } from "../accent.ts";
import { UserError } from "../errors.ts";
import { prepareFor } from "../text/width.ts";
import { cleanLine } from "./clean.ts";
import { oddityText, Refusal, within } from "./document.ts";
import { openDocument } from "./examine.ts";
import { decoderFor, interpret } from "./interpret.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import type { SyntaxProblem } from "./parse/parsed.ts";

/** What the one door gives: the view model, and the document it came from for those who want the JSON itself. */
export type Loaded = {
	resume: Resume;
	/**
	 * The JSON Resume document, harmless to a terminal, its private paths and their list removed. It has all its languages,
	 * if none was asked for.
	 */
	document: unknown;
	/** The document in all its languages, if one was asked for. */
	translations?: unknown;
	/** The page's address, if it was given beside the document. */
	page?: string;
	/** One clear sentence for each thing that doesn't follow the standard. */
	oddities: string[];
	/** One clear sentence for each private text that is still said elsewhere. */
	warnings: string[];
};

export type LoadOptions = {
	/** The language to show it in, a BCP 47 tag; without it, the document's own. */
	language?: string;
	/** The accent colour, before the document's own. */
	accent?: Accent;
	/** Further private paths, beside those of `meta.private`; each must match something. */
	hide?: readonly string[];
	/** Where the résumé's page is published; without it, `basics.url`. */
	page?: string;
};

/**
 * The résumé of a parsed document.
 * @param name what the document is called in messages.
 * @throws {UserError} if it isn't a résumé, or a private path is wrong.
 */
export async function loadDocument(document: unknown, name: string, options: LoadOptions = {}): Promise<Loaded> {
	try {
		return await toLoaded(document, name, [], options, await decoderFor(JSON.stringify(document)));
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
	const { orLocated, readFiles } = await import("./source-files.ts");
	const { source, others, document } = await readFiles(path);
	const decode = await decoderFor([source, ...others].map(({ text }) => text).join("\n"));
	return orLocated(source, () => toLoaded(document, source.name, source.notes.map(noteText), options, decode));
}

/**
 * The same résumé, with more of it hidden or in another of its languages.
 * @throws {UserError} if a path matches nothing, or it isn't in that language.
 */
export const reload = (
	{ resume, document, translations = document, page }: Loaded,
	options: LoadOptions,
): Promise<Loaded> =>
	loadDocument(translations, "the résumé", {
		...options,
		accent: options.accent ?? resume.accent,
		page: options.page ?? page,
	});

const noteText = ({ line, column, message, fix }: SyntaxProblem) => cleanLine(`${line}:${column}: ${message}; ${fix}`);

async function toLoaded(
	source: unknown,
	name: string,
	notes: readonly string[],
	{ hide, accent, language: wanted, page }: LoadOptions,
	decode?: Decode,
): Promise<Loaded> {
	const { document, root, oddities, said } = openDocument(source, hide);
	const { resume, shown, ...read } = await interpret(document, wanted, decode);
	// Anything that has a résumé may lay it out.
	await prepareFor(JSON.stringify(resume));
	const isChosen = wanted !== undefined && resume.languages.length > 1;
	if (page !== undefined) {
		resume.person.page = page;
	}

	return {
		resume: accent === undefined ? resume : { ...resume, accent },
		document: isChosen ? shown : document,
		...(page !== undefined && { page }),
		...(isChosen && { translations: document }),
		oddities: [...notes, ...[...oddities, ...read.oddities].map((each) => oddityText(within(root, each)))],
		warnings: said.map((oddity) => `${name}: ${oddityText(oddity)}`),
	};
}
