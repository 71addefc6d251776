import { harmlessCopy, isObject, type Json, type Oddity, Refusal } from "./document.ts";
import type { ForeignFormat } from "./formats/format.ts";
import { formatOf } from "./formats/index.ts";
import { rootOf } from "./normalise/index.ts";
import { misnamed } from "./privacy/misnamed.ts";
import type { Place } from "./private.ts";

/** The résumé in what a file holds, before anything of it is hidden or interpreted. */
export type ReadDocument = {
	/** A copy, harmless to a terminal. */
	document: Json;
	/** Where in the file's value it is. */
	root: Place;
	oddities: Oddity[];
};

/**
 * The résumé in a parsed file: JSON Resume, or another format turned into it, or either in a wrapper.
 * @throws {Refusal} if there is none in it.
 */
export function toDocument(source: unknown): ReadDocument {
	const foreign = isObject(source) ? formatOf(source) : undefined;
	if (foreign) {
		return fromForeign(source as Json, foreign);
	}

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

function fromForeign(source: Json, { name, toJsonResume }: ForeignFormat): ReadDocument {
	const oddities: Oddity[] = [
		{ place: [], message: `this is ${name}, not JSON Resume`, fix: "--format json -o resume.json converts it" },
	];
	const converted = toJsonResume(source);
	if (!(isObject(converted.meta) && converted.meta.private !== undefined)) {
		refusePrivateAround(source, []);
		for (const [key, value] of Object.entries(source)) {
			refusePrivateAround(value, [key]);
		}
	}

	const document = harmlessCopy(converted, (at, message, fix) => oddities.push({ place: at, message, fix })) as Json;
	return { document, root: [], oddities };
}

const placeOfRoot = (source: unknown, root: Json): Place =>
	source === root
		? []
		: Object.entries(source as object)
				.filter(([, value]) => value === root)
				.map(([key]) => (Array.isArray(source) ? Number(key) : key));

/** Around the résumé, and in another format, no path would be read. */
function refusePrivateAround(source: unknown, root: Place): void {
	const around = isObject(source) ? { ...source, ...(root[0] !== undefined && { [root[0]]: null }) } : {};
	const list: Oddity[] =
		isObject(around.meta) && around.meta.private !== undefined
			? [
					{
						place: ["meta", "private"],
						message: "this isn't read here, so it hides nothing",
						fix: "write it in the résumé, or use --hide",
					},
				]
			: [];
	const [first] = [...list, ...misnamed(around)];
	if (first) {
		throw new Refusal(first);
	}
}
