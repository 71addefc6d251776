import { isObject } from "../document.ts";
import { children, type Place } from "../private.ts";

const hiding = /^(?:is)?_?(?:hide|hidden|private)$/i;
const showing = /^(?:is)?_?visible$/i;

const saysTrue = (value: unknown) => value === true || value === "true";
const saysFalse = (value: unknown) => value === false || value === "false";

/**
 * The objects that say themselves that they aren't to be seen: `"hide": true`, `"hidden": true`, `"private": true`,
 * `"visible": false`. Themes and other editors write these.
 */
export function markedPlaces(value: unknown, place: Place = []): Place[] {
	const entries = children(value);
	const isMarked =
		isObject(value) &&
		place.length > 0 &&
		entries.some(([key, item]) =>
			hiding.test(String(key)) ? saysTrue(item) : showing.test(String(key)) && saysFalse(item),
		);
	return isMarked ? [place] : entries.flatMap(([key, item]) => markedPlaces(item, [...place, key]));
}
