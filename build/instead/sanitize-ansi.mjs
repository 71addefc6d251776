// Ink takes control characters out of each text by expressions that are slow to make; most texts have none to take out.
import sanitizeAnsi from "ink/build/sanitize-ansi.js";
import { areRunsPrintable } from "./sequences.mjs";

export default function sanitize(text) {
	return areRunsPrintable(text) ? text : sanitizeAnsi(text);
}
