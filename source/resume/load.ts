import type { Accent } from "../accent.ts";
import { UserError } from "../errors.ts";
import { prepareFor } from "../text/width.ts";
import { cleanLine } from "./clean.ts";
import { monthIndexOf } from "./dates.ts";
import { isObject, type Json, type Oddity, oddityText, Refusal } from "./document.ts";
import { hasMarks, plainInline } from "./marks.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import { normalise, rootOf } from "./normalise/index.ts";
import type { Source } from "./parse/index.ts";
import type { SyntaxProblem } from "./parse/parsed.ts";
import { plainPhone } from "./person.ts";
import { mayHoldPaths, type Privacy, privacyOf, repeatedPaths } from "./privacy/index.ts";
import { type Place, removePlaces } from "./private.ts";
import { type ReadDocument, toDocument } from "./root.ts";
import { toResume } from "./sections.ts";

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
	const { source, others, document } = await readFiles(path);
	const decode = await decoderFor([source, ...others].map(({ text }) => text).join("\n"));
	return orLocated(source, () => toLoaded(document, source.name, source.notes.map(noteText), options, decode));
}

/**
 * What a file holds, nothing of it removed, and what is private of it.
 * @throws {UserError} as `loadFile`.
 */
export async function examineFile(path: string): Promise<Examined> {
	const { source, document } = await readFiles(path);
	return orLocated(source, () => examine(document));
}

/** A file, those beside it in other languages, and the document that they are together. */
async function readFiles(path: string) {
	// What only files need stays out of the way of the embedded résumé.
	const [{ readSource: read }, { filesBeside, languageOfName, withBeside }] = await Promise.all([
		import("./parse/index.ts"),
		import("./beside.ts"),
	]);
	const readSource = async (file: string) => withClearPaths(await read(file));
	const source = await readSource(path);
	const others = await Promise.all(
		(await filesBeside(path)).map(async ({ file, tag }) => {
			const other = await readSource(file);
			// What is wrong there is reported for that file.
			await orLocated(other, () => (rootOf(other.value) === undefined ? undefined : openDocument(other.value)));
			return { tag, value: other.value, text: other.text };
		}),
	);
	return { source, others, document: withBeside(source.value, languageOfName(path), others) };
}

/** @throws {UserError} if a list of private paths is overwritten by another: which is meant? */
async function withClearPaths(source: Source): Promise<Source> {
	const place = source.repeated.find(mayHoldPaths);
	if (place) {
		throw await located(new Refusal({ place, at: "key", ...repeatedPaths }), source);
	}

	return source;
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

/** What decodes the character references of a text: any but the commonest need HTML's table. */
export const decoderFor = async (text: string): Promise<Decode | undefined> =>
	/&[a-z][a-z\d]*;/i.test(text) ? (await import("./normalise/named-references.ts")).decodeNamed : undefined;

const noteText = ({ line, column, message, fix }: SyntaxProblem) => cleanLine(`${line}:${column}: ${message}; ${fix}`);

async function orLocated<Value>(source: Source, read: () => Value | Promise<Value>): Promise<Value> {
	try {
		return await read();
	} catch (error) {
		throw error instanceof Refusal ? await located(error, source) : error;
	}
}

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
	{ hide, accent, language: wanted, page }: LoadOptions,
	decode?: Decode,
): Promise<Loaded> {
	const { document, root, oddities, said } = await openDocument(source, hide);
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

/** What a file holds, and what of it is private. */
export type Examined = ReadDocument & Privacy & { variants: Json[] };

/**
 * The document in what a file holds, and what is private of it in all its languages; nothing is removed yet.
 * @param hide further private paths.
 * @throws {Refusal} if there is none.
 */
export async function examine(source: unknown, hide: readonly string[] = []): Promise<Examined> {
	const { inEveryLanguage, unfolded, variantsOf } = await import("./translations.ts");
	const read = toDocument(unfolded(source));
	const { document } = read;
	const variants = variantsOf(document).map(({ place, variant }) => ({ place, variant, ...privacyOf(variant) }));
	const theirs = variants.flatMap(({ places }) => places);
	const { places, refused, said } = privacyOf(document, hide, (found) =>
		inEveryLanguage(document, [...found, ...theirs]),
	);
	return {
		...read,
		places,
		refused: [...refused, ...variants.flatMap((each) => each.refused.map((oddity) => within(each.place, oddity)))],
		said,
		variants: variants.map(({ variant }) => variant),
	};
}

/**
 * The same with what is private removed from it: before anything else sees it.
 * @throws {Refusal | UserError} if there is no document, or it isn't clear what is private.
 */
async function openDocument(source: unknown, hide: readonly string[] = []): Promise<Examined> {
	const examined = await examine(source, hide);
	const { document, root, places, refused, variants } = examined;
	const [first] = refused;
	if (first) {
		// A path of the command line has no place in the document.
		throw first.place.length === 0 ? new UserError(oddityText(first)) : new Refusal(within(root, first));
	}

	removePlaces(document, places);
	for (const each of [document, ...variants]) {
		forgetPaths(each);
	}

	return examined;
}

/** What is shown of a document, and what had to be interpreted for it. */
type Interpreted = {
	resume: Resume;
	/** The document in the language shown. */
	shown: Json;
	oddities: Oddity[];
};

/**
 * @param wanted the language to show it in; without it, the document's own.
 * @param decode what decodes HTML's character references.
 * @throws {UserError} if it isn't in that language.
 */
export async function interpret(document: Json, wanted?: string, decode?: Decode): Promise<Interpreted> {
	const [{ languageFor, translationsOf, whyNot }, { wordsOf }] = await Promise.all([
		import("./translations.ts"),
		import("./words/index.ts"),
	]);
	const translations = translationsOf(document);
	const { languages } = translations;
	const language = wanted === undefined ? languages[0] : languageFor(wanted, languages);
	if (language === undefined) {
		throw new UserError(whyNot(wanted!, languages));
	}

	const words = await wordsOf(language);
	const shown = translations.in(language);
	// Most documents need none of these, and what they load is large.
	const countryNames = /"country/i.test(JSON.stringify(shown))
		? (await import("./country.ts")).countryNamesIn(language)
		: () => [];
	const { resume, oddities } = normalise(shown, decode, words, countryNames);
	const { phones } = resume.basics;
	const setting = {
		language,
		languages,
		words,
		today: monthIndexOf(new Date()),
		inline: hasMarks(shown) ? (await import("./inline.ts")).parseInline : plainInline,
		phoneLink: phones.every(plainPhone) ? plainPhone : (await import("./phone.ts")).phoneLink,
		countryNames,
	};
	return { resume: toResume(resume, setting), shown, oddities };
}

/** The list of what is private reveals what there is to hide. */
function forgetPaths({ meta }: Json): void {
	if (isObject(meta) && (Array.isArray(meta.private) ? meta.private.length > 0 : typeof meta.private === "string")) {
		delete meta.private;
	}
}

const within = (root: Place, oddity: Oddity): Oddity => ({ ...oddity, place: [...root, ...oddity.place] });
