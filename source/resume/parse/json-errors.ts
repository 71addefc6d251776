import { type ParseError, parseTree } from "jsonc-parser";
import type { SyntaxProblem } from "./parsed.ts";
import { positions } from "./positions.ts";

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
 * All syntax errors, from a parser that goes on after the first. It doesn't know JSON5; for that, the error at which the
 * other parser stopped.
 * @param offset where that was.
 */
export function jsonErrors(text: string, offset: number): SyntaxProblem[] {
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
