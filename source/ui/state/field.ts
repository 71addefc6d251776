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

/** The field after typing at the caret, at most `longest` characters in all. */
export function typeInto({ text, caret }: Field, typed: string, longest: number): Field {
	const room = Math.max(0, longest - text.length);
	const added = typed.slice(0, room);
	return { text: text.slice(0, caret) + added + text.slice(caret), caret: caret + added.length };
}

/** Erases everything between the caret and another place. */
function eraseTo({ text, caret }: Field, place: number): Field {
	const [from, to] = place < caret ? [place, caret] : [caret, place];
	return { text: text.slice(0, from) + text.slice(to), caret: from };
}

/** The length of a character with its combining marks: what the caret steps over. */
const lengthBefore = (text: string, caret: number) => /(?:\P{M}\p{M}*|\p{M}+)?$/u.exec(text.slice(0, caret))![0].length;
const lengthAfter = (text: string, caret: number) => /^(?:\P{M}\p{M}*|\p{M}+)?/u.exec(text.slice(caret))![0].length;
