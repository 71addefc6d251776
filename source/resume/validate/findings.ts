import type { Place } from "../private.ts";

/** Something wrong in a document, before it is known where in the file that is. */
export type Finding = {
	severity: "error" | "warning";
	place: Place;
	/** Whether it is the value or its key that is wrong; a value where nothing is said. */
	at?: "key" | "value";
	/** What is wrong, and how to mend it: each a part of a sentence, without its full stop. */
	message: string;
	fix: string;
};

/** A text of the document in a sentence: short, in quotes. */
export const quoted = (value: unknown): string => {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 60 ? `${text.slice(0, 56)}…"` : text;
};
