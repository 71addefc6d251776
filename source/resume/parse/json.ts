import { type DocumentNode, type MemberNode, parse, type Token, type ValueNode } from "@humanwhocodes/momoa";
import { type ParseError, parseTree } from "jsonc-parser";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import type { SyntaxProblem } from "./index.ts";
import { type Position, positions } from "./positions.ts";

/** A text with the places of its values. */
export type Parsed = {
	/** Its syntax errors: with any, it has no value. */
	problems: SyntaxProblem[];
	/** What its language doesn't allow and is read anyway. */
	notes: SyntaxProblem[];
	toValue: (options?: { keepsWords: boolean }) => unknown;
	/** Where the value at a place is, or its key; the nearest one around it if it is missing. */
	locate: (place: Place, wants: "key" | "value") => Position;
	/** Keys that an object has more than once. */
	repeated: { place: Place; position: Position }[];
	/** Plain words of a YAML text that are numbers to YAML, which writes them otherwise: +49, 012, 4.0. */
	numbers: { place: Place; written: string; value: number }[];
};

// By jsonc-parser's ParseErrorCode, which is a const enum and not there at run time.
const meanings: Record<number, [message: string, fix: string]> = {
	1: ["this word isn't a value", "put text in double quotes"],
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
	15: ["JSON has no such escape", "double the backslash to have one in the text"],
	16: ["this text has a control character in it", "remove it; a line break is written \\n, a tab \\t"],
};

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
			return unread(problemsOf(text, Number(error.offset)));
		}

		// What Node's own parser still reads has a value, if not the places in it.
		return isJson(text) ? { ...unread([]), toValue: () => JSON.parse(text) } : nestedTooDeeply(error);
	}
}

/** A text that couldn't be parsed. */
const unread = (problems: SyntaxProblem[]): Parsed => ({
	problems,
	notes: [],
	toValue: () => undefined,
	locate: () => ({ line: 1, column: 1 }),
	repeated: [],
	numbers: [],
});

/** A text whose nesting overflowed the stack, since parsing is recursive. */
export function nestedTooDeeply(error: unknown): Parsed {
	if (!(error instanceof RangeError)) {
		throw error;
	}

	const start = { line: 1, column: 1 };
	const problem = { ...start, message: "it's nested too deeply for a résumé", fix: "check its brackets" };
	return unread([problem]);
}

/**
 * All syntax errors, from a parser that goes on after the first. It doesn't know JSON5; for that, the error at which the
 * other parser stopped.
 */
function problemsOf(text: string, offset: number): SyntaxProblem[] {
	const at = positions(text);
	const errors: ParseError[] = [];
	parseTree(text, errors, { disallowComments: false, allowTrailingComma: true });
	if (errors.length === 0 || looksLikeJson5(text.slice(0, offset))) {
		const [message, fix] =
			text.slice(offset).trim() === ""
				? ["a bracket or a quote is missing", "close what was opened"]
				: ["this isn't expected here", "check what comes before it: a comma, a colon or a bracket may be missing"];
		return [{ ...at(offset), message, fix }];
	}

	const seen = new Set<number>();
	// One mistake makes several errors at one place; the first says it best.
	const found = errors.filter((error) => !seen.has(error.offset) && seen.add(error.offset));
	const end = text.trimEnd().length;
	const last = found.at(-1)!;
	const isCutOff = last.offset >= end && (isAwaited(last) || isOpen(found.at(-2), text.slice(0, end)));
	return (isCutOff ? found.filter((each) => each !== last && !isOpen(each, text.slice(0, end))) : found)
		.map((each) => {
			const [message, fix] = meanings[each.error] ?? endsEarly;
			return { ...at(each.offset), message, fix };
		})
		.concat(isCutOff ? { ...at(end), message: endsEarly[0], fix: endsEarly[1] } : []);
}

const endsEarly = ["the file ends too early", "add what is missing, and close what was opened"] as const;

/** Whether a name, a value or a colon is still to come: `{"name":` doesn't lack a bracket alone. */
const isAwaited = ({ error }: ParseError): boolean => [3, 4, 5].includes(error);

/** Whether a word or a text goes on to the end of the file, which cuts it off. */
const isOpen = (error: ParseError | undefined, text: string): boolean =>
	error !== undefined &&
	[1, 12].includes(error.error) &&
	!/[\n,:\]}]/.test(text.slice(error.offset).replace(/^"[^\n]*/, ""));

/** Whether the beginning of a text has keys without quotes or texts in single ones. */
const looksLikeJson5 = (beginning: string): boolean =>
	/[{,]\s*[\p{L}_$][\p{L}\d_$]*\s*:|[:[{,]\s*'/u.test(beginning.replace(/"(?:[^"\\]|\\.)*"?/g, '""'));

type Ranged<Node> = Node & { range: [start: number, end: number] };

const startOf = (node: object): number => (node as Ranged<object>).range[0];

function toParsed({ body, tokens = [] }: DocumentNode, text: string): Parsed {
	const at = positions(text);
	const repeated: Parsed["repeated"] = [];
	const nodes = indexNodes(body, (place, offset) => repeated.push({ place, position: at(offset) }));
	return {
		problems: [],
		notes: oncePerKind(notesOf(tokens, text)).map(({ offset, message, fix }) => ({ ...at(offset), message, fix })),
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

type Note = { offset: number; message: string; fix: string };

/** The first of each kind: whoever writes one comment writes many. */
function oncePerKind(notes: readonly Note[]): Note[] {
	const kinds = new Map<string, Note[]>();
	for (const note of notes) {
		const kind = kinds.get(note.message);
		kind ? kind.push(note) : kinds.set(note.message, [note]);
	}

	return [...kinds.values()].map(([first, ...others]) => ({
		...first!,
		message: first!.message + (others.length === 0 ? "" : ` (${others.length + 1} places)`),
	}));
}

/** What JSON doesn't have, token by token. */
function notesOf(tokens: readonly Token[], text: string): Note[] {
	const words = tokens.filter(({ type }) => !type.endsWith("Comment"));
	const trailing = new Set(
		words.filter(({ type }, index) => type === "Comma" && /^R/.test(words[index + 1]?.type ?? "")),
	);
	return tokens.flatMap((token) => {
		const [offset, end] = (token as Ranged<Token>).range;
		const note = trailing.has(token)
			? ["JSON has no comma before a closing bracket", "remove it"]
			: noteOf(token.type, text.slice(offset, end));
		return note ? [{ offset, message: note[0]!, fix: note[1]! }] : [];
	});
}

function noteOf(type: Token["type"], written: string): [message: string, fix: string] | undefined {
	switch (type) {
		case "LineComment":
		case "BlockComment":
			return ["JSON has no comments", "remove it"];
		case "Identifier":
			return ["JSON has no keys without quotes", `write ${described(written)}`];
		case "String":
			return written.startsWith("'")
				? ["JSON has no single quotes", "write double quotes"]
				: isJson(written)
					? undefined
					: [...written].some((character) => character < " ")
						? ["this text has a control character in it", "remove it; a line break is written \\n, a tab \\t"]
						: ["JSON has no such escape", "double the backslash to have one in the text"];
		case "Number":
			return isJson(written) ? undefined : [`JSON doesn't write numbers as ${written}`, "write its digits alone"];
		default:
			return undefined;
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
