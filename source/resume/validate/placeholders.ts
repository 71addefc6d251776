import document from "../../../data/starter.json" with { type: "json" };
import type { Json } from "../document.ts";
import { leaves } from "../normalise/values.ts";
import type { Place } from "../private.ts";
import { described } from "../quote.ts";
import type { Finding } from "./findings.ts";

/**
 * The starter's placeholder texts. Its single words, such as a language or a degree, may be anyone's, and so may what it
 * says about the document.
 */
function placeholders(): Set<string> {
	const { $schema: _, meta: __, ...sections } = document;
	return new Set(leaves(sections).filter((text) => /\s|@|\/\//.test(text)));
}

/** What is still the starter's in the résumé. */
export function checkPlaceholders({ $schema: _, meta: __, ...sections }: Json): Finding[] {
	const own = placeholders();
	const find = (value: unknown, place: Place): Finding[] => {
		if (typeof value === "string") {
			return own.has(value)
				? [
						{
							severity: "warning",
							place,
							message: `${described(value)} is still the starter's text`,
							fix: "write your own, or leave it out",
						},
					]
				: [];
		}

		return typeof value === "object" && value !== null
			? Object.entries(value).flatMap(([key, item]) => find(item, [...place, Array.isArray(value) ? Number(key) : key]))
			: [];
	};
	return find(sections, []);
}
