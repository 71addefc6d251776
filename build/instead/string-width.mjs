// The same widths as string-width, whose expressions are compiled when the first text comes that is not plain.
import realStringWidth from "string-width";
import stripAnsi from "strip-ansi";
import { isPlain, plainWidth } from "./plain.mjs";

export default function stringWidth(input, options = {}) {
	if (typeof input !== "string") {
		return 0;
	}
	const { ambiguousIsNarrow = true, countAnsiEscapeCodes = false } = options;
	const hasEscapes = !countAnsiEscapeCodes && (input.includes("\u001B") || input.includes("\u009B"));
	const text = hasEscapes ? stripAnsi(input) : input;
	if (ambiguousIsNarrow && isPlain(text)) {
		return plainWidth(text);
	}
	return realStringWidth(text, { ambiguousIsNarrow, countAnsiEscapeCodes: true });
}
