import { isPrintable } from "./plain.mjs";

// The sequences that change a style, as @alcalzone/ansi-tokenize reads them: SGR and OSC 8. Any other is not for here.
export const sequence =
	/\u001B(?:\[[\d;]*m|\]8;[^;\u0000-\u001F\u007F-\u009F]*;[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\))/g;

/** Whether the text is printable but for line feeds and for sequences that change a style. */
export function areRunsPrintable(text) {
	const runs = text.includes("\u001B") ? text.replace(sequence, "") : text;
	return isPrintable(runs.includes("\n") ? runs.replaceAll("\n", "") : runs);
}
