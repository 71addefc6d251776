import { graphemesOf, truncate, widthOf } from "../../text/width.ts";
import type { Field } from "../state/field.ts";
import type { Line } from "./line.ts";

/** A field to type in as it is drawn: what comes before the text, and the text around its caret. */

const prompt = "/ ";

/** As much of the field as there is room for; the caret marked, in case no cursor is seen. */
export function textInputLine(field: Field, columns: number): Line {
	const { text, caret } = field;
	const before = beforeCaret(field, columns);
	const under = underCaret(field);
	const rest = truncate(text.slice(caret + under.length), columns - prompt.length - widthOf(before + under));
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

/** The character that the caret is on; a blank at the end. */
const underCaret = ({ text, caret }: Field): string => graphemesOf(text.slice(caret))[0] ?? " ";

/** The part of the text before its caret that there is room for. */
function beforeCaret(field: Field, columns: number): string {
	const room = columns - prompt.length - widthOf(underCaret(field));
	const before = graphemesOf(field.text.slice(0, field.caret));
	// A window may be narrower than the prompt.
	while (before.length > 0 && widthOf(before.join("")) > room) {
		before.shift();
	}

	return before.join("");
}
