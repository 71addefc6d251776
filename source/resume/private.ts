/**
 * Private paths: what the owner of a résumé keeps to himself. A path names keys joined by points, list places by number
 * from 0, in brackets or not, and `*` for any: `basics.phone`, `work[0].supervisor`, `work.*.lab`.
 */

type Step = string;

/** Whether it can be a path at all. */
export const isPrivatePath = (path: unknown): path is string => typeof path === "string" && stepsOf(path).length > 0;

const stepsOf = (path: string): Step[] =>
	path
		.trim()
		.replace(/^\$(?=[.[])/, "")
		.replace(/\[\s*["']?([^\]"']*)["']?\s*\]/g, ".$1")
		.split(".")
		.map((step) => step.trim())
		.filter((step) => step !== "");

/** A value's place: the keys and list indexes that lead to it. */
export type Place = readonly (string | number)[];

/** The places in `document` that the path matches. */
export function placesOf(document: unknown, path: string): Place[] {
	let found: { value: unknown; place: Place }[] = [{ value: document, place: [] }];
	for (const step of stepsOf(path)) {
		found = found.flatMap(({ value, place }) =>
			children(value, step).map(([key, child]) => ({ value: child, place: [...place, key] })),
		);
	}

	return found.map(({ place }) => place).filter((place) => place.length > 0);
}

function children(value: unknown, step: Step): [string | number, unknown][] {
	if (Array.isArray(value)) {
		const all = value.map((child, index): [number, unknown] => [index, child]);
		return step === "*" ? all : all.filter(([index]) => String(index) === step);
	}

	if (typeof value !== "object" || value === null) {
		return [];
	}

	const all = Object.entries(value);
	return step === "*" ? all : all.filter(([key]) => key === step);
}

/**
 * Removes in place what the paths match, list places counted as they were before anything was removed.
 * @returns the paths that match nothing.
 */
export function removePaths(document: unknown, paths: readonly string[]): string[] {
	const places = paths.map((path) => placesOf(document, path));
	// Items leave their list only at the end, so that no removal moves what another path names.
	const removed = Symbol("removed");
	const lists = new Set<unknown[]>();
	for (const place of places.flat()) {
		const parent = valueAt(document, place.slice(0, -1));
		const key = place.at(-1)!;
		if (Array.isArray(parent)) {
			parent[Number(key)] = removed;
			lists.add(parent);
		} else if (typeof parent === "object" && parent !== null) {
			delete (parent as Record<string, unknown>)[key];
		}
	}

	for (const list of lists) {
		const kept = list.filter((item) => item !== removed);
		list.length = 0;
		for (const item of kept) {
			list.push(item);
		}
	}

	return paths.filter((_, index) => places[index]!.length === 0);
}

/** The value at a place; undefined where there is none. */
export const valueAt = (document: unknown, place: Place): unknown =>
	place.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], document);
