import { type Document, isMap, isNode, isPair, isScalar, parseDocument, visit } from "yaml";
import { cleanLine } from "../clean.ts";
import type { Place } from "../private.ts";
import { type Parsed, tooDeep } from "./json.ts";
import { type Position, positions } from "./positions.ts";

/** Parses YAML 1.2, core schema, with merge keys. */
export function parseYaml(text: string): Parsed {
	try {
		return parseNested(text);
	} catch (error) {
		return tooDeep(error);
	}
}

function parseNested(text: string): Parsed {
	const at = positions(text);
	// Equal keys are told of by `repeated`, for JSON and YAML alike, and are no reason to show nothing.
	const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, merge: true, logLevel: "silent" });
	const problems = document.errors.map((error) => ({
		...at(error.pos[0]),
		message: cleanLine(error.message).replace(/\.$/, ""),
		fix: "check the indentation, and put text with : # or quotes in it in quotes",
	}));
	return {
		problems,
		isWhole: problems.length === 0,
		toValue: ({ keepsWords } = { keepsWords: false }) => toValue(document, keepsWords),
		locate: (place, wants) => at(locate(document, place, wants)),
		repeated: repeatedKeys(document, at),
	};
}

function toValue(document: Document, keepsWords: boolean): unknown {
	if (keepsWords) {
		visit(document, {
			Scalar(_, node) {
				if (typeof node.value === "number" && node.source !== undefined) {
					node.value = node.source;
				}
			},
		});
	}

	return document.toJS();
}

function locate(document: Document, place: Place, wants: "key" | "value"): number {
	let node: unknown = document.contents;
	let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
	for (const [index, step] of place.entries()) {
		if (isMap(node)) {
			const pair = node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(step));
			if (!pair) {
				return offset;
			}

			const isLast = index === place.length - 1;
			const named = isNode(pair.key) ? pair.key.range?.[0] : undefined;
			const valued = isNode(pair.value) ? pair.value.range?.[0] : undefined;
			offset = (isLast && wants === "value" ? (valued ?? named) : named) ?? offset;
			node = pair.value;
		} else {
			const item = isNode(node) && "items" in node ? (node.items as unknown[])[Number(step)] : undefined;
			if (!isNode(item)) {
				return offset;
			}

			offset = item.range?.[0] ?? offset;
			node = item;
		}
	}

	return offset;
}

function repeatedKeys(document: Document, at: (offset: number) => Position): Parsed["repeated"] {
	const repeated: Parsed["repeated"] = [];
	visit(document, {
		Map(_, map, ancestors) {
			const seen = new Set<string>();
			for (const { key } of map.items) {
				if (isScalar(key) && !key.range?.includes(-1)) {
					const name = String(key.value);
					if (seen.has(name) && name !== "<<") {
						repeated.push({ place: [...placeOf([...ancestors, map]), name], position: at(key.range?.[0] ?? 0) });
					}

					seen.add(name);
				}
			}
		},
	});
	return repeated;
}

/** The keys and indexes that lead through the nodes to the last one. */
function placeOf(nodes: readonly unknown[]): Place {
	return nodes.flatMap((node, index): (string | number)[] => {
		if (isPair(node)) {
			return isScalar(node.key) ? [String(node.key.value)] : [];
		}

		const next = nodes[index + 1];
		const items = isNode(node) && !isMap(node) && "items" in node ? (node.items as unknown[]) : [];
		return items.includes(next) ? [items.indexOf(next)] : [];
	});
}
