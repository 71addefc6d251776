import type { Json } from "../document.ts";
import { formatOf } from "../formats/index.ts";
import { scalarsAt } from "../privacy/leaves.ts";
import { type Place, valueAt } from "../private.ts";
import type { Finding } from "./findings.ts";

/**
 * The findings of a document that was made of another format's, at the places of that file: where it has the same text,
 * since nothing else goes through a conversion as it is.
 */
export function atForeignPlaces(findings: readonly Finding[], source: Json, document: Json): readonly Finding[] {
	if (formatOf(source) === undefined) {
		return findings;
	}

	const theirs = placesByText(source);
	const ordinals = new Map(
		[...placesByText(document).values()].flatMap((places) => places.map((place, index) => [String(place), index])),
	);
	const sourceOf = (place: Place): Place | undefined => {
		const [scalar] = scalarsAt(valueAt(document, place), place);
		if (scalar === undefined) {
			return place.length > 1 ? sourceOf(place.slice(0, -1)) : undefined;
		}

		// The same text may be there more than once, in the same order.
		const written = theirs.get(String(scalar.value)) ?? [];
		return written[ordinals.get(String(scalar.place))!] ?? written[0];
	};
	return findings.map((finding) => {
		const place = finding.place.length === 0 ? undefined : sourceOf(finding.place);
		return place === undefined ? finding : { ...finding, at: "value", place };
	});
}

function placesByText(document: Json): Map<string, Place[]> {
	const places = new Map<string, Place[]>();
	for (const { value, place } of scalarsAt(document, [])) {
		const text = String(value);
		const same = places.get(text);
		same ? same.push(place) : places.set(text, [place]);
	}

	return places;
}
