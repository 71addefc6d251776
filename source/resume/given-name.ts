import type { Resume } from "./model.ts";

/** The person's name; undefined of a résumé that has none and is only called one. */
export const givenName = ({ person, words }: Pick<Resume, "person" | "words">): string | undefined =>
	person.name === words.resume ? undefined : person.name;
