// @ts-check
// How wide a text is, source/text/width.ts knows alone, for Ink too.
import stripAnsi from "strip-ansi";
import { widthOf } from "../../source/text/width.ts";

export default function stringWidth(/** @type {string} */ text, { countAnsiEscapeCodes = false } = {}) {
	return widthOf(countAnsiEscapeCodes ? text : stripAnsi(text));
}
