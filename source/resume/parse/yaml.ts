import { YAMLException } from "js-yaml";
import { cleanLine } from "../clean.ts";
import type { Place } from "../private.ts";
import { nestedTooDeeply, type Parsed, type Slip } from "./parsed.ts";
import { positions } from "./positions.ts";
import { type Composed, compose, type YamlNode, type YamlScalar } from "./yaml-nodes.ts";
import { explain, explainAlias, losses } from "./yaml-slips.ts";
import { isMergeKey, pairs, scalarValue, toValue } from "./yaml-values.ts";

/** Parses YAML 1.2, core schema, with merge keys. It reports the first syntax error only. */
export function parseYaml(text: string): Parsed {
	try {
		return parseNested(text);
	} catch (error) {
		return nestedTooDeeply(error);
	}
}

function parseNested(text: string): Parsed {
	const at = positions(text);
	const { documents, aliases, scalars, problems } = read(text);
	const nothing: YamlScalar = { kind: "scalar", at: 0, text: "", tag: "", isPlain: true, end: 0 };
	const [root = nothing, second] = documents;
	for (const { at: offset = 0, name, of } of aliases) {
		if (!of) {
			problems.push(explainAlias(text, offset, name));
		}
	}

	if (second) {
		problems.push({
			offset: second.at ?? text.length,
			message: "a second document starts here",
			fix: "keep one in the file",
		});
	}

	const placed = ({ offset, message, fix }: Slip) => ({
		...at(offset),
		message: cleanLine(message),
		fix: cleanLine(fix),
	});
	return {
		problems: problems.map(placed),
		notes: losses(text, scalars, aliases).map(placed),
		toValue: ({ keepsWords } = { keepsWords: false }) => toValue(root, keepsWords),
		locate: (place, wants) => at(locate(root, place, wants)),
		repeated: repeatedKeys(root).map(({ place, offset }) => ({ place, position: at(offset) })),
		numbers: numbersOf(root),
	};
}

type Read = Composed & { problems: Slip[] };

function read(text: string): Read {
	try {
		return { ...compose(text), problems: [] };
	} catch (error) {
		if (!(error instanceof YAMLException)) {
			throw error;
		}

		const slip = explain(text, error.mark?.position ?? 0, error.reason);
		return { documents: [], aliases: [], scalars: [], problems: [slip] };
	}
}

/** The keys that lead to a value, and the last pair that each leads to. */
function locate(root: YamlNode, place: Place, wants: "key" | "value"): number {
	let node = root;
	let offset = root.at ?? 0;
	for (const [index, step] of place.entries()) {
		if (node.kind === "mapping") {
			const found = [...pairs(node)].findLast(([key]) => keyText(key) === String(step));
			if (!found) {
				return offset;
			}

			const [key, value] = found;
			const isLast = index === place.length - 1;
			offset = (isLast && wants === "value" ? value.at : undefined) ?? key.at ?? offset;
			node = value;
		} else {
			const item = node.kind === "sequence" ? node.items[Number(step)] : undefined;
			if (!item) {
				return offset;
			}

			offset = item.at ?? offset;
			node = item;
		}
	}

	return offset;
}

/** A key as text, if it is written in place. */
const keyText = (key: YamlNode): string | undefined =>
	key.kind === "scalar" ? String(scalarValue(key) ?? "") : undefined;

/** Goes through all nodes that have a place of their own. */
function walk(root: YamlNode, onNode: (node: YamlNode, place: Place) => void): void {
	const visit = (node: YamlNode, place: Place) => {
		onNode(node, place);
		if (node.kind === "sequence") {
			for (const [index, item] of node.items.entries()) {
				visit(item, [...place, index]);
			}
		} else if (node.kind === "mapping") {
			for (const [key, value] of pairs(node)) {
				const name = keyText(key);
				if (name !== undefined) {
					visit(value, [...place, name]);
				}
			}
		}
	};
	visit(root, []);
}

function repeatedKeys(root: YamlNode): { place: Place; offset: number }[] {
	const repeated: { place: Place; offset: number }[] = [];
	walk(root, (node, place) => {
		const seen = new Set<string>();
		for (const [key] of node.kind === "mapping" ? pairs(node) : []) {
			const name = keyText(key);
			if (name !== undefined && seen.has(name) && !isMergeKey(key)) {
				repeated.push({ place: [...place, name], offset: key.at ?? 0 });
			}

			seen.add(name ?? "");
		}
	});
	return repeated;
}

/** Plain words that YAML reads as numbers and would write otherwise. */
function numbersOf(root: YamlNode): Parsed["numbers"] {
	const numbers: Parsed["numbers"] = [];
	walk(root, (node, place) => {
		const value = node.kind === "scalar" && node.isPlain ? scalarValue(node) : undefined;
		if (typeof value === "number" && node.kind === "scalar" && String(value) !== node.text) {
			numbers.push({ place, written: node.text, value });
		}
	});
	return numbers;
}
