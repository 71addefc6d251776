import { isObject } from "../document.ts";
import { isHidden } from "../normalise/machine-fields.ts";
import { children, type Place } from "../private.ts";

/** The objects that say themselves that they aren't to be seen. */
export const markedPlaces = (value: unknown, place: Place = []): Place[] =>
	isObject(value) && place.length > 0 && isHidden(value)
		? [place]
		: children(value).flatMap(([key, item]) => markedPlaces(item, [...place, key]));
