import { isObject, type Json, type Oddity, placeText } from "../document.ts";
import { isPrivatePath, type Place, placesOf } from "../private.ts";
import { quote } from "../quote.ts";
import { markedPlaces } from "./marked.ts";
import { beyondList, nearestPath } from "./meant.ts";
import { type Mention, mentions } from "./mentions.ts";
import { misnamed } from "./misnamed.ts";
import { sameFacts } from "./same-fact.ts";

/** What a document keeps to itself. */
export type Privacy = {
	/** What isn't shown: what the paths match, and the other places of the same facts. */
	places: Place[];
	/** Why it isn't clear what to hide. Nothing may be shown if there is any. */
	refused: Oddity[];
	/** What is hidden in one place, and still said in a text elsewhere. */
	said: Oddity[];
};

/**
 * What `meta.private` and further paths hide, and whether that's clear: a path that matches nothing may be a slip of the
 * pen, and what it was meant to hide must not be shown.
 * @param hide the values of `--hide`.
 * @param everywhere the places with those that hold the same in another language.
 */
export function privacyOf(
	document: Json,
	hide: readonly string[] = [],
	everywhere: (places: readonly Place[]) => Place[] = (places) => [...places],
): Privacy {
	const meta = isObject(document.meta) ? document.meta : {};
	const list = listed(meta.private);
	const refused = [...misnamed(document), ...list.refused];
	const matched: Place[] = markedPlaces(document);
	for (const { path, place } of [...list.paths, ...hide.map((each): Path => ({ path: each, place: [] }))]) {
		const places = isPrivatePath(path) ? placesOf(document, path) : [];
		matched.push(...places);
		if (places.length === 0) {
			refused.push(unmatched(document, path, place));
		}
	}

	const places = sameFacts(document, everywhere(matched));
	const found = mentions(document, places);
	return {
		places,
		refused: [...refused, ...found.filter(({ isContact }) => isContact).map(mention)],
		said: found.filter(({ isContact }) => !isContact).map(mention),
	};
}

/** Whether it's `meta` or `meta.private`, of a résumé or of one in a wrapper: twice in a file, it's not clear what is private. */
export const mayHoldPaths = (place: Place): boolean =>
	place.at(-1) === "private" || (place.at(-1) === "meta" && place.length <= 2);

export const repeatedPaths = {
	message: "duplicate key; only the last is used, so it isn't clear what is private",
	fix: "join them",
};

type Path = { path: unknown; place: Place };

/** The paths of `meta.private`: a list, or a single one. */
function listed(value: unknown): { paths: Path[]; refused: Oddity[] } {
	const place = ["meta", "private"];
	if (value === undefined || value === null) {
		return { paths: [], refused: [] };
	}

	if (typeof value === "object" ? !Array.isArray(value) : typeof value !== "string") {
		const message = "a list of paths belongs here";
		return { paths: [], refused: [{ place, message, fix: 'write ["basics.phone"], or remove it' }] };
	}

	const paths = Array.isArray(value)
		? value.map((path: unknown, index) => ({ path, place: [...place, index] }))
		: [{ path: value, place }];
	return { paths, refused: [] };
}

/** @param place of the path in the document; empty for one of the command line. */
function unmatched(document: Json, path: unknown, place: Place): Oddity {
	if (typeof path !== "string") {
		return { place, message: "this isn't a path", fix: 'write a text such as "basics.phone", or remove it' };
	}

	const what = place.length === 0 ? `--hide ${quote(path)}` : quote(path);
	const message = `${what} ${isPrivatePath(path) ? "matches nothing" : "isn't a path"}`;
	const joined = path.split(/\s*,\s*/).filter((each) => each !== "");
	if (joined.length > 1 && joined.every(isPrivatePath)) {
		const fix =
			place.length === 0
				? `repeat the option: ${joined.map((each) => `--hide ${each}`).join(" ")}`
				: `write a list: [${joined.map((each) => JSON.stringify(each)).join(", ")}]`;
		return { place, message, fix };
	}

	const beyond = beyondList(document, path);
	const meant = beyond ?? nearestPath(document, path);
	const fix =
		meant === undefined
			? "write a path such as basics.phone, work[0].summary or work[*].location, or remove it"
			: (beyond ?? `did you mean ${meant}?`);
	return { place, message, fix };
}

const mention = ({ place, hidden, isContact }: Mention): Oddity => ({
	place,
	message: `${placeText(hidden)} is private, but this text says it too`,
	fix: isContact
		? "take it out of the text, or make the text private too"
		: "take it out of the text, if it's to be hidden",
});
