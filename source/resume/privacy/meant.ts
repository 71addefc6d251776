import { standardName } from "../normalise/field-names.ts";
import { children, pathText, placesOf, type Step, stepsOf, valueAt } from "../private.ts";
import { nearestOf } from "../select.ts";

/**
 * The path that was most likely meant by one that matches nothing: "basics.phone" for `basics.fone`, `/basics/phone`,
 * `phone`; `work[*].supervisor` for `work.supervisor`. Of a list's places it keeps those that are written.
 * @returns undefined if nothing in the document is near.
 */
export function nearestPath(document: unknown, path: string): string | undefined {
	const words = path.split(/[./\\[\]"'`:>#$]+/).flatMap((word) => word.trim().replace(/^-\d+$/, "*") || []);
	const lastWord = words.slice(-1).filter((word) => !/^(?:\d+|\*)$/.test(word));
	return (
		nearPath(document, [path.trim()], exactKey) ??
		nearPath(document, words, sameKey) ??
		nearPath(document, words, nearKey) ??
		// The right name in the wrong place.
		(words.length > 1 ? nearPath(document, lastWord, nearKey) : undefined)
	);
}

function nearPath(document: unknown, words: string[], find: Finder): string | undefined {
	if (words.length === 0) {
		return undefined;
	}

	return firstOf(containers(document), ({ value, steps }) => {
		const found = follow(value, words, steps, steps.length === 0 && find === sameKey ? nearKey : find);
		const path = found && pathText(found);
		return path !== undefined && placesOf(document, path).length > 0 ? path : undefined;
	});
}

/** "work has 2 items, counted from 0", if a path leads beyond the end of a list; undefined if it doesn't. */
export function beyondList(document: unknown, path: string): string | undefined {
	const steps = stepsOf(path) ?? [];
	for (const [index, step] of steps.entries()) {
		const before = steps.slice(0, index);
		const lists = (index === 0 ? [[]] : placesOf(document, pathText(before))).map((place) => valueAt(document, place));
		const [list] = lists;
		if (
			Array.isArray(list) &&
			/^\d+$/.test(step ?? "") &&
			placesOf(document, pathText([...before, step])).length === 0
		) {
			return `${pathText(before)} has ${list.length} ${list.length === 1 ? "item" : "items"}, counted from 0`;
		}
	}

	return undefined;
}

type Finder = (keys: string[], word: string, section: string) => string | undefined;

const exactKey: Finder = (keys, word) => keys.find((key) => key === word);

/** The key itself, or one that is written or called otherwise: `Phone`, `website`. */
const sameKey: Finder = (keys, word, section) => {
	const name = standardName(section, word).toLowerCase();
	return exactKey(keys, word, section) ?? keys.find((key) => standardName(section, key).toLowerCase() === name);
};

const nearKey: Finder = (keys, word, section) => {
	const nearest = nearestOf(
		word.toLowerCase(),
		keys.map((key) => key.toLowerCase()),
	);
	return sameKey(keys, word, section) ?? keys.find((key) => key.toLowerCase() === nearest);
};

/** The steps that the words lead along; a list's items are searched if the word isn't one's place. */
function follow(value: unknown, words: string[], steps: Step[], find: Finder): Step[] | undefined {
	const [word, ...rest] = words;
	if (word === undefined) {
		return steps;
	}

	if (Array.isArray(value)) {
		const isPlace = /^\d+$/.test(word);
		const items = isPlace ? value.slice(Number(word), Number(word) + 1) : value;
		return firstOf(items, (item) =>
			follow(item, isPlace || word === "*" ? rest : words, [...steps, isPlace ? word : undefined], find),
		);
	}

	const keys = children(value).map(([key]) => String(key));
	const section = steps[0] ?? "basics";
	const key = find(keys, word, section);
	return key === undefined ? undefined : follow((value as Record<string, unknown>)[key], rest, [...steps, key], find);
}

/** The first result for an item that has one. */
function firstOf<Item, Result>(items: Iterable<Item>, test: (item: Item) => Result | undefined): Result | undefined {
	for (const item of items) {
		const found = test(item);
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
}

/** The document and every object in it, the outer ones first; a list's items are any of them. */
function* containers(document: unknown): Generator<{ value: unknown; steps: Step[] }> {
	const queue: { value: unknown; steps: Step[] }[] = [{ value: document, steps: [] }];
	for (const { value, steps } of queue) {
		if (!Array.isArray(value)) {
			yield { value, steps };
		}

		for (const [key, child] of children(value)) {
			if (typeof child === "object" && child !== null && key !== "meta") {
				queue.push({ value: child, steps: [...steps, typeof key === "number" ? undefined : key] });
			}
		}
	}
}
