import { distance } from "fastest-levenshtein";
import { isObject, type Json, type Oddity } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import { children, type Place, stepsOf } from "../private.ts";

/** Other names that people give to a list of private things. */
const otherNames =
	/^(?:private|hid(?:e|den)|secrets?|confidential|exclude[ds]?|omit(?:ted)?|redact(?:ed)?|internal|nonpublic|notpublic|unpublished)(?:fields?|paths?|keys?|list)?$/;

/** The same in other languages, without accents. */
const foreignNames =
	/^(?:privee?s?|caches?|masquee?s?|confidentiels?|vertraulich|versteckt|verborgen|ausgeblendet|geheim|privad[oa]s?|ocult[oa]s?|ocultar|confidencial|secret[oa]s?|privat[oi]|nascost[oi]|riservat[oi]|prive|prywatne|ukryte|приватн\p{L}*|скрыт\p{L}*|секретн\p{L}*|私有|私人|私密|隐私|隱私|隐藏|隱藏|保密|非公开|非公開|秘密|プライベート|비공개|숨김|개인정보|خاص|مخفي|خصوصی|פרטי|מוסתר)$/u;

/**
 * Keys that were likely meant to be `meta.private` and would hide nothing: `meta.Private`, `meta.privat`, `meta.hidden`,
 * a `private` beside `basics`, whatever they hold; anywhere else, as in `Meta.private` or `basics.hide`, one that holds
 * paths or names of its neighbours.
 */
export function misnamed(document: Json): Oddity[] {
	const found: Oddity[] = [];
	const likeness = new Map<string, Likeness>();
	const place: (string | number)[] = [];
	const visit = (value: unknown) => {
		for (const [key, item] of children(value)) {
			place.push(key);
			if (typeof key === "string" && isLikely(place, item, value as Json, document, likeness)) {
				found.push(misplaced([...place]));
			} else if (typeof item === "object" && item !== null && !(place[0] === "meta" && key === "languages")) {
				// A document in another language has a list of its own.
				visit(item);
			}

			place.pop();
		}
	};
	visit(document);
	return isMetaOfPaths(document) ? [...found, misplaced(["meta"])] : found;
}

/** Whether `meta` isn't an object, and still says what is private: "private: basics.phone", `["private", "basics.phone"]`. */
function isMetaOfPaths(document: Json): boolean {
	const { meta } = document;
	const words = isObject(meta) ? [] : leaves(meta).flatMap((text) => text.split(/[\s,;:="'[\]{}]+/));
	return words.some((word) => likenessOf(word).isNamed || (word.includes(".") && namesAny(word, document)));
}

/** Whether a key is a name for what is private, or is near to "private". */
type Likeness = { isNamed: boolean; isNear: boolean };

function likenessOf(key: string): Likeness {
	// "meta.private" as one key is what a path in a program would be.
	const name = squeeze(key.slice(key.lastIndexOf(".") + 1));
	const isNamed = otherNames.test(name) || foreignNames.test(name);
	return { isNamed, isNear: isNamed || distance(name, "private") <= 2 };
}

/** @param likeness of the keys met so far, of which a document has few. */
function isLikely(
	place: Place,
	value: unknown,
	around: Json,
	document: Json,
	likeness: Map<string, Likeness>,
): boolean {
	const key = place.at(-1) as string;
	const known = likeness.get(key) ?? likenessOf(key);
	likeness.set(key, known);
	const { isNamed, isNear } = known;
	const isInMeta = place.length === 2 && place[0] === "meta";
	if (!isNear || isEmpty(value) || (isInMeta && key === "private")) {
		return false;
	}

	// Elsewhere it may be a section or a field of its own.
	return (
		isInMeta || (isNamed && place.length === 1) || namesAny(value, document) || (isNamed && namesAny(value, around))
	);
}

const misplaced = (place: Place): Oddity => ({
	place,
	at: "key",
	message: "this isn't read, so it hides nothing",
	fix: "did you mean meta.private? If not, give it another name",
});

const squeeze = (key: string) =>
	key
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}]/gu, "")
		.normalize("NFC");

const isEmpty = (value: unknown) =>
	value === null || value === false || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Whether a text in it begins as a path into the object does. */
const namesAny = (value: unknown, object: Json): boolean =>
	isObject(object) &&
	leaves(value).some((text) => {
		const first = stepsOf(text)?.[0];
		return first !== undefined && Object.hasOwn(object, first);
	});
