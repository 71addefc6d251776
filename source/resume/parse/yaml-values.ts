import type { YamlCollection, YamlNode, YamlScalar } from "./yaml-nodes.ts";

/** The most that aliases may expand to, in characters: a few lines of them can expand to more than memory holds. */
const longestCopies = 1_000_000;

/**
 * The value of a node.
 * @param keepsWords whether a number stays as written.
 * @throws {RangeError} if its aliases expand to too much, or refer to themselves.
 */
export function toValue(node: YamlNode, keepsWords: boolean): unknown {
	let copied = 0;
	const read = (each: YamlNode, isCopy: boolean): unknown => {
		copied += isCopy ? 1 + (each.kind === "scalar" ? each.text.length : 0) : 0;
		if (copied > longestCopies) {
			throw new RangeError("the aliases expand to too much");
		}

		switch (each.kind) {
			case "alias":
				return each.of && read(each.of, true);
			case "scalar":
				return keepsWords && typeof scalarValue(each) === "number" ? each.text : scalarValue(each);
			case "sequence":
				return each.items.map((item) => read(item, isCopy));
			case "mapping":
				return mappingValue(each, (item) => read(item, isCopy));
		}
	};
	return read(node, false);
}

function mappingValue(mapping: YamlCollection, read: (node: YamlNode) => unknown): object {
	const entries = new Map<string, unknown>();
	for (const [key, value] of pairs(mapping)) {
		const merged = isMergeKey(key) ? mergedEntries(value, read) : undefined;
		for (const [name, inherited] of merged ?? []) {
			if (!entries.has(name)) {
				entries.set(name, inherited);
			}
		}

		if (!merged) {
			entries.set(keyName(read(key)), read(value));
		}
	}

	// Unlike assignment, this makes "__proto__" a key like any other.
	return Object.fromEntries(entries);
}

const keyName = (value: unknown): string =>
	typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");

/** What `<<` merges (https://yaml.org/type/merge.html); undefined if it isn't a mapping: `<<` is then just a key. */
function mergedEntries(source: YamlNode, read: (node: YamlNode) => unknown): [string, unknown][] | undefined {
	const target = aliased(source);
	const sources = target?.kind === "sequence" ? target.items : [source];
	return sources.every((each) => aliased(each)?.kind === "mapping")
		? sources.flatMap((each) => Object.entries(read(each) as object))
		: undefined;
}

/** The node itself, or what the alias refers to. */
const aliased = (node: YamlNode) => (node.kind === "alias" ? node.of : node);

/** A mapping's keys with their values. */
export function* pairs({ items }: YamlCollection): Generator<[key: YamlNode, value: YamlNode]> {
	for (let index = 0; index < items.length; index += 2) {
		yield [items[index]!, items[index + 1]!];
	}
}

/** Whether it is the key that merges another mapping into its own. */
export const isMergeKey = (key: YamlNode): boolean => key.kind === "scalar" && key.isPlain && key.text === "<<";

/** A scalar's value by the core schema (YAML 1.2.2 §10.3.2). What has a tag of another kind stays text. */
export function scalarValue({ text, tag, isPlain }: YamlScalar): string | number | boolean | null {
	const isResolved = tag === "" ? isPlain : /^!!(?:null|bool|int|float)$/.test(tag);
	if (!isResolved) {
		return text;
	}

	if (/^(?:null|Null|NULL|~|)$/.test(text)) {
		return null;
	}

	if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) {
		return text.toLowerCase() === "true";
	}

	if (/^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/.test(text)) {
		return Number(text);
	}

	if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) {
		return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	}

	return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}
