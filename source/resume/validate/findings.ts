import type { Oddity } from "../document.ts";

/** Something wrong in a document, before it is known where in the file that is. */
export type Finding = Oddity & { severity: "error" | "warning" };

/** A text of the document in a sentence: short, in quotes. */
export const quoted = (value: unknown): string => {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 60 ? `${text.slice(0, 56)}…"` : text;
};
