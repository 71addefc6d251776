import type { Block, Resume } from "../../source/resume/model.ts";
import "./wide.ts";

/** Every text of a view model that can be seen, in reading order. */
export function textsOf({ person, sections }: Resume): string[] {
	const blockTexts = ({ spans, children }: Block): string[] => [
		spans.map((span) => span.text).join(""),
		...children.flatMap(blockTexts),
	];
	return [
		person.name,
		person.headline ?? "",
		person.role ?? "",
		person.place ?? "",
		...person.summary,
		...person.contacts.flatMap(({ label, text }) => [label, text]),
		...sections.flatMap(({ title, entries }) => [
			title,
			...entries.flatMap((entry) => [
				entry.title,
				entry.label,
				...entry.details,
				entry.dates?.text ?? "",
				entry.people.map((span) => span.text).join(""),
				entry.peopleNote ?? "",
				...entry.body.flatMap(blockTexts),
				...entry.links.flatMap(({ label, url }) => [label, url]),
			]),
		]),
	].filter((text) => text !== "");
}
