import { isObject, type Json } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import { described } from "../quote.ts";
import type { Finding } from "./findings.ts";

/** What the document says of itself: whose it is, and the headings of its sections. */
export function checkMeta(document: Json): Finding[] {
	const basics = isObject(document.basics) ? document.basics : {};
	const meta = isObject(document.meta) ? document.meta : {};
	const nameless: Finding[] =
		leaves(basics.name).length > 0
			? []
			: [
					{
						severity: "warning",
						place: ["basics", "name"],
						at: "key",
						message: "the résumé has no name",
						fix: "add basics.name",
					},
				];
	return [...nameless, ...checkHeadings(document, meta.sections)];
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
