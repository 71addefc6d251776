import { truncate, widthOf } from "../../text/width.ts";
import type { Field } from "../state/field.ts";
import type { Line } from "./line.ts";

/** A field to type in as it is drawn: what comes before the text, and the text around its caret. */

const prompt = "/ ";

/** As much of the field as there is room for; the caret marked, in case no cursor is seen. */
export function textInputLine(field: Field, columns: number): Line {
	const { text, caret } = field;
	const before = beforeCaret(field, columns);
	const [under = " ", ...after] = [...text.slice(caret)];
	const rest = truncate(after.join(""), columns - prompt.length - widthOf(before) - 1);
	return {
		pieces: [
			{ text: prompt, role: "key" },
			{ text: before, role: "title" },
			{ text: under, role: "caret" },
			{ text: rest, role: "title" },
		],
	};
}

/** The column of the line in which the caret is, from 0. */
export const caretColumn = (field: Field, columns: number): number => widthOf(prompt + beforeCaret(field, columns));

/** The part of the text before its caret that there is room for. */
function beforeCaret({ text, caret }: Field, columns: number): string {
	let before = text.slice(0, caret);
	// A window may be narrower than the prompt.
	while (before !== "" && widthOf(before) > columns - prompt.length - 1) {
		before = [...before].slice(1).join("");
	}

	return before;
}
