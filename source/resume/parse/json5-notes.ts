import type { Token } from "@humanwhocodes/momoa";
import { described } from "../quote.ts";
import type { Slip } from "./parsed.ts";

/**
 * What a text has that JSON5 allows and JSON doesn't: the first of each kind, since whoever writes one comment writes many.
 * @param tokens of the text, with their ranges.
 */
export function json5Notes(tokens: readonly Token[], text: string): Slip[] {
	const kinds = new Map<string, Slip[]>();
	for (const note of notesOf(tokens, text)) {
		const kind = kinds.get(note.message);
		kind ? kind.push(note) : kinds.set(note.message, [note]);
	}

	return [...kinds.values()].map(([first, ...others]) => ({
		...first!,
		message: first!.message + (others.length === 0 ? "" : ` (${others.length + 1} places)`),
	}));
}

function notesOf(tokens: readonly Token[], text: string): Slip[] {
	const words = tokens.filter(({ type }) => !type.endsWith("Comment"));
	const trailing = new Set(
		words.filter(({ type }, index) => type === "Comma" && /^R/.test(words[index + 1]?.type ?? "")),
	);
	return tokens.flatMap((token) => {
		const [offset, end] = (token as Token & { range: [start: number, end: number] }).range;
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

/** Whether a text is JSON as Node.js itself reads it. */
export function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
