import { isObject } from "../document.ts";
import { isHidden } from "../normalise/machine-fields.ts";
import { children, type Place } from "../private.ts";

/** The objects that say themselves that they aren't to be seen. */
export function markedPlaces(document: unknown): Place[] {
	const found: Place[] = [];
	const place: (string | number)[] = [];
	const visit = (value: unknown) => {
		if (isObject(value) && place.length > 0 && isHidden(value)) {
			found.push([...place]);
			return;
		}

		for (const [key, item] of children(value)) {
			if (typeof item === "object" && item !== null) {
				place.push(key);
				visit(item);
				place.pop();
			}
		}
	};
	visit(document);
	return found;
}
