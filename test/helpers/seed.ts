import type { Block, Entry, Resume } from "../../source/resume/model.ts";
import { seed } from "./sample.ts";

/**
 * The résumé as its owner wrote it, a fact a line: the marks of its lists, links and columns taken away, the dashes of
 * its dates made alike.
 */
export const seedLines = seed
	.split("\n")
	.flatMap((line) => line.replace(/^\s*- /, "").split(" | "))
	.map((line) =>
		line
			.replace(/\[([^\]]*)\]\(#\)/g, "$1")
			.replace(/\\([()])/g, "$1")
			.replace(/^e: /, "")
			.replace(/(\d{4})-([A-Z][a-z]{2} \d{4})/, "$1 – $2")
			.trim(),
	)
	.filter((line) => line !== "");

/** Its head, and its sections by their headings, which are in capitals. */
export const seedHeadings = seedLines.filter((line, index) => index > 0 && /^[A-Z ]{8,}$/.test(line));
/** The texts of a block and of those under it. */
export const bodyLines = ({ spans, children }: Block): string[] => [
	spans.map(({ text }) => text).join(""),
	...children.flatMap(bodyLines),
];

/** The facts of an entry as the seed has them: the venue in brackets behind the title, the note in brackets. */
export const entryFacts = ({ title, details, dates, people, peopleNote, body, publication }: Entry): string[] =>
	[
		publication?.venue === undefined ? title : `${title} (${publication.venue})`,
		...details.filter((detail) => detail !== publication?.venue),
		...(publication === undefined && dates ? [dates.text] : []),
		people.map(({ text }) => text).join(""),
		...(peopleNote === undefined ? [] : [`(${peopleNote})`]),
		...body.flatMap(bodyLines),
	].filter((fact) => fact !== "");

/** The facts of a résumé as the seed has them, without the headings' letter case. */
export const factsOf = ({ person, sections }: Resume): string[] => [
	person.name.toUpperCase(),
	person.place ?? "",
	...person.contacts.map(({ text }) => text),
	...sections.flatMap(({ title, entries }) => [title.toUpperCase(), ...entries.flatMap(entryFacts)]),
];
