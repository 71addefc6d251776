import { distance } from "fastest-levenshtein";
import { isObject, type Json, type Oddity } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import { children, type Place, stepsOf } from "../private.ts";

/** What else people call a list of what isn't to be seen. */
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
	const visit = (value: unknown, place: Place) => {
		for (const [key, item] of children(value)) {
			const at = [...place, key];
			if (typeof key === "string" && isLikely(key, item, place, value as Json, document)) {
				found.push(misplaced(at));
			} else if (!(place[0] === "meta" && key === "languages")) {
				// A document in another language has a list of its own.
				visit(item, at);
			}
		}
	};
	visit(document, []);
	return found;
}

function isLikely(key: string, value: unknown, place: Place, around: Json, document: Json): boolean {
	const isInMeta = place.length === 1 && place[0] === "meta";
	if (isEmpty(value) || (isInMeta && key === "private")) {
		return false;
	}

	const isNamed = otherNames.test(squeeze(key)) || foreignNames.test(squeeze(key));
	const isNear = isNamed || distance(squeeze(key), "private") <= 2;
	if (isInMeta ? isNear : isNamed && place.length === 0) {
		return true;
	}

	// Elsewhere it may be a section or a field of its own.
	return isNear && (namesAny(value, document) || (isNamed && namesAny(value, around)));
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
