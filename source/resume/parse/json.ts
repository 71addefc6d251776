import { getNodeValue, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { Place } from "../private.ts";
import type { SyntaxProblem } from "./index.ts";
import { type Position, positions } from "./positions.ts";

/** A text with the places of its values. */
export type Parsed = {
	problems: SyntaxProblem[];
	/** Whether the value can be relied on although there are problems. */
	isWhole: boolean;
	toValue: (options?: { keepsWords: boolean }) => unknown;
	/** Where the value at a place stands, or its key; the nearest one around it where it is missing. */
	locate: (place: Place, wants: "key" | "value") => Position;
	/** Keys that an object has more than once. */
	repeated: { place: Place; position: Position }[];
};

// By jsonc-parser's ParseErrorCode, which is a const enum and not there at run time.
const meanings: Record<number, [message: string, fix: string]> = {
	1: ["this word is no value", "put text in double quotes"],
	2: ["this number is not complete", "complete it, or put it in double quotes"],
	3: ["a name in double quotes is expected here", "write the name, or remove the comma before"],
	4: ["a value is expected here", "write the value, or remove the comma before"],
	5: ["a colon is missing before this", "write a colon between the name and its value"],
	6: ["a comma is missing before this", "write a comma after the value before"],
	7: ["a closing brace } is missing", "close what was opened"],
	8: ["a closing bracket ] is missing", "close what was opened"],
	9: ["there is more after the end of the document", "remove it, or check the brackets before"],
	10: ["JSON has no comments", "remove the comment"],
	11: ["this comment has no end", "remove the comment"],
	12: ["this text has no closing quote on its line", "close it with a double quote; a line break in it is written \\n"],
	13: ["this number is not complete", "complete it, or put it in double quotes"],
	14: ["\\u is followed by four hexadecimal digits", "write all four, or double the backslash"],
	15: ["there is no such escape", "double the backslash to have one in the text"],
	16: ["a control character stands in this text", "remove it; a line break is written \\n, a tab \\t"],
};

/** Parses JSON as RFC 8259 has it, going on after an error, so that all are found. */
export function parseJson(text: string): Parsed {
	try {
		return parseNested(text);
	} catch (error) {
		return tooDeep(error);
	}
}

/** What is left where parsing, which is recursive, ran out of stack. */
export function tooDeep(error: unknown): Parsed {
	if (!(error instanceof RangeError)) {
		throw error;
	}

	const start = { line: 1, column: 1 };
	const problem = { ...start, message: "it is nested too deep for a résumé", fix: "check its brackets" };
	return { problems: [problem], isWhole: false, toValue: () => undefined, locate: () => start, repeated: [] };
}

function parseNested(text: string): Parsed {
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
	const lenient: ParseError[] = [];
	if (errors.length > 0) {
		parseTree(text, lenient, { disallowComments: false, allowTrailingComma: true });
	}

	const at = positions(text);
	const seen = new Set<number>();
	const problems = errors
		// One slip makes several errors at one place; the first says it best.
		.filter(({ offset }) => !seen.has(offset) && seen.add(offset))
		.map(({ error, offset }) => {
			const [message, fix] = meanings[error] ?? ["it breaks off here", "check what stands before"];
			return { ...at(offset), message, fix };
		});
	const repeated: Parsed["repeated"] = [];
	const value: unknown = tree ? getNodeValue(tree) : undefined;
	const nodes = indexNodes(tree, (place, offset) => repeated.push({ place, position: at(offset) }));
	return {
		problems,
		isWhole: lenient.length === 0,
		toValue: () => value,
		locate: (place, wants) => {
			for (let length = place.length; length > 0; length--) {
				const node = nodes.get(JSON.stringify(place.slice(0, length)));
				if (node) {
					const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
					return at((wants === "key" || length < place.length ? (key ?? node) : node).offset);
				}
			}

			return at(tree?.offset ?? 0);
		},
		repeated,
	};
}

/** The nodes by their place, as JSON text; the last of equal keys counts, as for `JSON.parse`. */
function indexNodes(tree: Node | undefined, onRepeated: (place: Place, offset: number) => void): Map<string, Node> {
	const nodes = new Map<string, Node>();
	const visit = (node: Node, place: Place) => {
		nodes.set(JSON.stringify(place), node);
		const keys = new Set<string>();
		for (const [index, child] of (node.children ?? []).entries()) {
			if (node.type === "array") {
				visit(child, [...place, index]);
				continue;
			}

			const key = String(child.children?.[0]?.value);
			if (keys.has(key)) {
				onRepeated([...place, key], child.offset);
			}

			keys.add(key);
			if (child.children?.[1]) {
				visit(child.children[1], [...place, key]);
			}
		}
	};

	if (tree) {
		visit(tree, []);
	}

	return nodes;
}
