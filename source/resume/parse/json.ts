import { type DocumentNode, type MemberNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Place } from "../private.ts";
import { jsonErrors } from "./json-errors.ts";
import { isJson, json5Notes } from "./json5-notes.ts";
import { nestedTooDeeply, type Parsed, unread } from "./parsed.ts";
import { positions } from "./positions.ts";

/**
 * Parses JSON (RFC 8259), and reads what JSON5 (https://spec.json5.org) allows beyond it: comments, commas at the end,
 * single quotes, keys without quotes. Each kind of these is a note, since other tools may not read it.
 * @param isJson5 whether the text is to be JSON5, so that there is nothing to note.
 */
export function parseJson(text: string, isJson5 = false): Parsed {
	try {
		const document = parse(text, { mode: "json5", ranges: true, tokens: true, allowTrailingCommas: true });
		const parsed = toParsed(document as Ranged<DocumentNode>, text);
		return isJson5 ? { ...parsed, notes: [] } : parsed;
	} catch (error) {
		if (error instanceof Error && "offset" in error) {
			return unread(jsonErrors(text, Number(error.offset)));
		}

		// What Node's own parser still reads has a value, if not the places in it.
		return isJson(text) ? { ...unread([]), toValue: () => JSON.parse(text) } : nestedTooDeeply(error);
	}
}

type Ranged<Node> = Node & { range: [start: number, end: number] };

const startOf = (node: object): number => (node as Ranged<object>).range[0];

function toParsed({ body, tokens = [] }: DocumentNode, text: string): Parsed {
	const at = positions(text);
	const repeated: Parsed["repeated"] = [];
	const nodes = indexNodes(body, (place, offset) => repeated.push({ place, position: at(offset) }));
	return {
		problems: [],
		notes: json5Notes(tokens, text).map(({ offset, message, fix }) => ({ ...at(offset), message, fix })),
		toValue: () => jsonValue(body),
		locate: (place, wants) => {
			for (let length = place.length; length > 0; length--) {
				const found = nodes.get(JSON.stringify(place.slice(0, length)));
				if (found) {
					return at(wants === "key" || length < place.length ? found.key : found.value);
				}
			}

			return at(startOf(body));
		},
		repeated,
		numbers: [],
	};
}

function jsonValue(node: ValueNode): unknown {
	switch (node.type) {
		case "Object":
			// Unlike assignment, this makes "__proto__" a key like any other.
			return Object.fromEntries(node.members.map(({ name, value }) => [keyOf(name), jsonValue(value)]));
		case "Array":
			return node.elements.map(({ value }) => jsonValue(value));
		case "Null":
			return null;
		case "NaN":
			return Number.NaN;
		case "Infinity":
			return node.sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
		default:
			return node.value;
	}
}

const keyOf = (name: MemberNode["name"]): string => (name.type === "Identifier" ? name.name : name.value);

/** The offsets of keys and values by their place, as JSON text; the last of equal keys counts, as for `JSON.parse`. */
function indexNodes(body: ValueNode, onRepeated: (place: Place, offset: number) => void) {
	const nodes = new Map<string, { key: number; value: number }>();
	const visit = (node: ValueNode, place: Place, key: number) => {
		nodes.set(JSON.stringify(place), { key, value: startOf(node) });
		if (node.type === "Array") {
			for (const [index, { value }] of node.elements.entries()) {
				visit(value, [...place, index], startOf(value));
			}
		} else if (node.type === "Object") {
			const keys = new Set<string>();
			for (const { name, value } of node.members) {
				const own = keyOf(name);
				if (keys.has(own)) {
					onRepeated([...place, own], startOf(name));
				}

				keys.add(own);
				visit(value, [...place, own], startOf(name));
			}
		}
	};
	visit(body, [], startOf(body));
	return nodes;
}
