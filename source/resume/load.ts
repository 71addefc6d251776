import { UserError } from "../errors.ts";
import { monthIndexOf } from "./dates.ts";
import { harmlessCopy, isObject, type Json, type Oddity, oddityText, Refusal } from "./document.ts";
import { hasMarks, plainInline } from "./marks.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import { normalise, rootOf } from "./normalise/index.ts";
import type { Source } from "./parse/index.ts";
import { privacyOf } from "./privacy/index.ts";
import { type Place, removePlaces } from "./private.ts";
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
	// Any but the commonest character references need HTML's table.
	const decode = /&[a-z][a-z\d]*;/i.test(source.text)
		? (await import("./normalise/named-references.ts")).decodeNamed
		: undefined;
	try {
		return await toLoaded(source.value, source.name, source.oddities, options, decode);
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
	oddities: readonly Oddity[],
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
	const [{ translationsOf }, { wordsOf }] = await Promise.all([
		import("./translations.ts"),
		import("./words/index.ts"),
	]);
	const language = wanted ?? translationsOf(document).languages[0];
	const words = await wordsOf(language);
	const normalised = normalise(document, decode, words);
	// Most documents have none, and what reads it is large.
	const inline = hasMarks(document) ? (await import("./inline.ts")).parseInline : plainInline;
	return {
		resume: toResume(normalised.resume, { language, words, today: monthIndexOf(new Date()), inline }),
		document,
		oddities: [...oddities, ...read.oddities, ...normalised.oddities].map(oddityText),
		warnings: said.map((oddity) => `${name}: ${oddityText(oddity)}`),
	};
}

/** The list of what is private tells what there is to hide. */
function forgetPaths({ meta }: Json): void {
	if (isObject(meta) && (Array.isArray(meta.private) ? meta.private.length > 0 : typeof meta.private === "string")) {
		delete meta.private;
	}
}

/** The résumé in what a file holds, before anything of it is hidden or interpreted. */
export type ReadDocument = {
	/** A copy, harmless to a terminal. */
	document: Json;
	/** Where in the file's value it is. */
	root: Place;
	oddities: Oddity[];
};

/** @throws {Refusal} if there is none in it. */
export function toDocument(source: unknown): ReadDocument {
	const root = rootOf(source);
	if (!root) {
		throw new Refusal({
			place: [],
			message: "this isn't a résumé: it has no section of JSON Resume, such as basics, work or education",
			fix: "see https://jsonresume.org/schema",
		});
	}

	const oddities: Oddity[] = [];
	const place = placeOfRoot(source, root);
	if (place.length > 0) {
		refusePrivateAround(source, place);
		oddities.push({ place: [], message: "the résumé is wrapped in something else", fix: "unwrap it" });
	}

	const document = harmlessCopy(root, (at, message, fix) => oddities.push({ place: at, message, fix })) as Json;
	return { document, root: place, oddities };
}

const placeOfRoot = (source: unknown, root: Json): Place =>
	source === root
		? []
		: Object.entries(source as object)
				.filter(([, value]) => value === root)
				.map(([key]) => (Array.isArray(source) ? Number(key) : key));

/** Around the résumé no path would be read. */
function refusePrivateAround(source: unknown, root: Place): void {
	const around = isObject(source) ? { ...source, [root[0]!]: null } : {};
	const { refused } = privacyOf(around);
	const list: Oddity[] =
		isObject(around.meta) && around.meta.private !== undefined
			? [{ place: ["meta", "private"], message: "nothing is read here, outside of the résumé", fix: "move it into it" }]
			: [];
	const [first] = [...list, ...refused];
	if (first) {
		throw new Refusal(first);
	}
}

const within = (root: Place, oddity: Oddity): Oddity =>
	oddity.place.length === 0 ? oddity : { ...oddity, place: [...root, ...oddity.place] };
