import { isObject, type Json } from "../document.ts";
import { standardName } from "../normalise/field-names.ts";
import { normalise } from "../normalise/index.ts";
import { described } from "../quote.ts";
import type { Finding } from "./findings.ts";

/** What the document says of itself: whose it is, and the headings of its sections. */
export function checkMeta(document: Json): Finding[] {
	const meta = isObject(document.meta) ? document.meta : {};
	return [...checkName(document), ...checkHeadings(document, meta.sections)];
}

function checkName(document: Json): Finding[] {
	const { name } = normalise(document).resume.basics;
	const warn = (message: string, fix: string): Finding[] => [
		{ severity: "warning", place: ["basics", "name"], at: "key", message, fix },
	];
	if (name === undefined) {
		return warn("the résumé has no name", "add basics.name");
	}

	// Of a name under another key more is said there.
	const { basics } = document;
	const isInParts = isObject(basics) && !Object.keys(basics).some((key) => standardName("basics", key) === "name");
	return isInParts && !Object.hasOwn(document, "name")
		? warn("this is missing, and other programs don't join it from its parts", `add ${described(name)}`)
		: [];
}

function checkHeadings(document: Json, headings: unknown): Finding[] {
	const seen = new Set<unknown>();
	return (Array.isArray(headings) ? headings : []).flatMap((heading, index): Finding[] => {
		const source: unknown = isObject(heading) ? heading.source : undefined;
		const place = ["meta", "sections", index, "source"];
		if (typeof source !== "string") {
			return [];
		}

		if (seen.has(source)) {
			return [
				{
					severity: "warning",
					place,
					message: `${described(source)} already has a heading`,
					fix: "remove one of the two",
				},
			];
		}

		seen.add(source);
		return source !== "meta" && source !== "basics" && Object.hasOwn(document, source)
			? []
			: [
					{
						severity: "warning",
						place,
						message: `the document has no section ${described(source)}`,
						fix: `write one of ${Object.keys(document).filter(isSection).join(", ")}`,
					},
				];
	});
}

const isSection = (key: string) => key !== "meta" && key !== "basics" && !key.startsWith("$");
