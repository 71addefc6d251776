import { UserError } from "../errors.ts";
import { isObject, type Json, oddityText, Refusal, within } from "./document.ts";
import { inEveryLanguage } from "./privacy/every-language.ts";
import { type Privacy, privacyOf } from "./privacy/index.ts";
import { removePlaces } from "./private.ts";
import { type ReadDocument, toDocument } from "./root.ts";
import { unfolded, variantsOf } from "./translations/variants.ts";

/** What a file holds, and what of it is private. */
export type Examined = ReadDocument & Privacy & { variants: Json[] };

/**
 * The document in what a file holds, and what is private of it in all its languages; nothing is removed yet.
 * @param hide further private paths.
 * @throws {Refusal} if there is none.
 */
export function examine(source: unknown, hide: readonly string[] = []): Examined {
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
export function openDocument(source: unknown, hide: readonly string[] = []): Examined {
	const examined = examine(source, hide);
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

/** The list of what is private reveals what there is to hide. */
function forgetPaths({ meta }: Json): void {
	if (isObject(meta) && (Array.isArray(meta.private) ? meta.private.length > 0 : typeof meta.private === "string")) {
		delete meta.private;
	}
}
