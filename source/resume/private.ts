/**
 * Private paths: what the owner of a résumé keeps to themselves. A path names keys joined by points, list places by number
 * from 0, in brackets or not, and `*` for any: `basics.phone`, `work[0].supervisor`, `work[*].lab`. A key with a point in
 * it is quoted: `["own.section"]`. A leading `$.` is allowed, as JSONPath (RFC 9535) does.
 */

/** A key or a list place; undefined stands for any. */
export type Step = string | undefined;

const step =
	/(?:(?:^|(?!^)\.)\s*([^.[\]"'\s](?:[^.[\]"']*[^.[\]"'\s])?)|\[\s*(?:(\d+|\*)|"([^"]+)"|'([^']+)')\s*\])\s*/y;

/** The steps of a path; undefined if it can't be one. */
export function stepsOf(path: unknown): Step[] | undefined {
	if (typeof path !== "string") {
		return undefined;
	}

	const text = path.trim().replace(/^\$\.?(?=[^.\s])/, "");
	const steps: Step[] = [];
	step.lastIndex = 0;
	while (step.lastIndex < text.length) {
		const found = step.exec(text);
		if (!found) {
			return undefined;
		}

		const [, name, index, doubleQuoted, singleQuoted] = found;
		const plain = name ?? index;
		steps.push(plain === "*" ? undefined : (plain ?? doubleQuoted ?? singleQuoted));
	}

	return steps.length > 0 ? steps : undefined;
}

/** Whether it can be a path at all. */
export const isPrivatePath = (path: unknown): path is string => stepsOf(path) !== undefined;

/** The path of such steps, as `stepsOf` reads it. */
export const pathText = (steps: readonly (Step | number)[]): string =>
	steps
		.map((each, index) => {
			if (each === undefined) {
				return "[*]";
			}

			if (/^\d+$/.test(String(each))) {
				return `[${each}]`;
			}

			const isPlain = /^[^.[\]"'\s*](?:[^.[\]"']*[^.[\]"'\s])?$/.test(String(each));
			return isPlain ? `${index === 0 ? "" : "."}${each}` : `["${each}"]`;
		})
		.join("");

/** A value's place: the keys and list indexes that lead to it. */
export type Place = readonly (string | number)[];

/** The places in `document` that the path matches. */
export function placesOf(document: unknown, path: string): Place[] {
	let found: { value: unknown; place: Place }[] = [{ value: document, place: [] }];
	for (const each of stepsOf(path) ?? []) {
		found = found.flatMap(({ value, place }) =>
			children(value)
				.filter(([key]) => each === undefined || String(key) === each)
				.map(([key, child]) => ({ value: child, place: [...place, key] })),
		);
	}

	return found.map(({ place }) => place).filter((place) => place.length > 0);
}

/** What an object or a list holds, by key or by index. */
export function children(value: unknown): [string | number, unknown][] {
	if (Array.isArray(value)) {
		return value.map((child, index): [number, unknown] => [index, child]);
	}

	return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** Removes in place what is at the places, list places counted as they were before anything was removed. */
export function removePlaces(document: unknown, places: readonly Place[]): void {
	// Items leave their list only at the end, so that no removal moves what another place names.
	const removed = Symbol("removed");
	const lists = new Set<unknown[]>();
	for (const place of places) {
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
}

/** The value at a place; undefined if there is none. */
export const valueAt = (document: unknown, place: Place): unknown =>
	place.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], document);
