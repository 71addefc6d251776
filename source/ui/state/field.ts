import { graphemesOf } from "../../text/width.ts";

/** A line of text being typed, and where the next character goes: an index into `text`. */
export type Field = { text: string; caret: number };

/** What a key does to a field, by the verbs of the keymap; as in a shell. */
export const edits = {
	caretLeft: ({ text, caret }) => ({ text, caret: caret - lengthBefore(text, caret) }),
	caretRight: ({ text, caret }) => ({ text, caret: caret + lengthAfter(text, caret) }),
	caretStart: ({ text }) => ({ text, caret: 0 }),
	caretEnd: ({ text }) => ({ text, caret: text.length }),
	erase: (field) => eraseTo(field, field.caret - lengthBefore(field.text, field.caret)),
	eraseNext: (field) => eraseTo(field, field.caret + lengthAfter(field.text, field.caret)),
	eraseWord: (field) => eraseTo(field, field.text.slice(0, field.caret).search(/\S*\s*$/)),
	eraseAll: (field) => eraseTo(field, 0),
} as const satisfies Record<string, (field: Field) => Field>;

export type Edit = keyof typeof edits;

/**
 * The field after typing at the caret.
 *
 * @param tidy what is made of the text up to the caret: a mark that is typed joins the letter before it
 * @param longest code units that the text has at most; a character that there is no room for is left out whole
 */
export function typeInto(
	{ text, caret }: Field,
	typed: string,
	tidy: (text: string) => string,
	longest: number,
): Field {
	const after = text.slice(caret);
	const before = cutTo(tidy(text.slice(0, caret) + typed), Math.max(caret, longest - after.length));
	return { text: before + after, caret: before.length };
}

/** As many whole characters of the text as are at most so long. */
function cutTo(text: string, length: number): string {
	let cut = text;
	for (const grapheme of text.length > length ? graphemesOf(text).reverse() : []) {
		if (cut.length <= length) {
			break;
		}

		cut = cut.slice(0, -grapheme.length);
	}

	return cut;
}

/** Erases everything between the caret and another place. */
function eraseTo({ text, caret }: Field, place: number): Field {
	const [from, to] = place < caret ? [place, caret] : [caret, place];
	return { text: text.slice(0, from) + text.slice(to), caret: from };
}

/** The length of what the caret steps over. */
const lengthBefore = (text: string, caret: number) => graphemesOf(text.slice(0, caret)).at(-1)?.length ?? 0;
const lengthAfter = (text: string, caret: number) => graphemesOf(text.slice(caret))[0]?.length ?? 0;
