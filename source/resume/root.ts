import { harmlessCopy, isObject, type Json, type Oddity, Refusal } from "./document.ts";
import { rootOf } from "./normalise/index.ts";
import { privacyOf } from "./privacy/index.ts";
import type { Place } from "./private.ts";

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
