import type { Place } from "../private.ts";
import type { Position } from "./positions.ts";

/** A syntax error. */
export type SyntaxProblem = Position & { message: string; fix: string };

/** Something at an offset of a text, and how to fix it. */
export type Slip = { offset: number; message: string; fix: string };

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

/** A text that couldn't be parsed, by its syntax errors. */
export const unread = (problems: SyntaxProblem[]): Parsed => ({
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
