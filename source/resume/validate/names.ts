import { distance } from "fastest-levenshtein";
import { isObject, type Json } from "../document.ts";
import { isStandardSection, standardSections } from "../json-resume.ts";
import { isStandardField, standardName } from "../normalise/field-names.ts";
import { isRoleList } from "../normalise/roles.ts";
import { described } from "../quote.ts";
import type { Finding } from "./findings.ts";

/** Names that were meant to be the standard's: older ones, and typos. */
export function checkNames(document: Json): Finding[] {
	return Object.entries(document).flatMap(([section, value]): Finding[] => {
		if (section !== "basics" && !isStandardSection(section)) {
			const meant = nearest(section, ["basics", "meta", ...standardSections]);
			// A text of that name says in which language the document is.
			const isTag = section === "language" && typeof value === "string";
			return meant === undefined || isTag || Object.hasOwn(document, meant)
				? []
				: [misspelt([section], section, meant)];
		}

		const entries: unknown[] = Array.isArray(value) ? value : [value];
		return entries.flatMap((entry, index) =>
			isObject(entry)
				? Object.keys(entry).flatMap((key) =>
						checkName(section, key, entry, Array.isArray(value) ? [section, index, key] : [section, key]),
					)
				: [],
		);
	});
}

function checkName(section: string, key: string, entry: Json, place: Finding["place"]): Finding[] {
	const name = standardName(section, key);
	if (name !== key) {
		const fix = Object.hasOwn(entry, name) ? `join it with ${described(name)}` : `write ${described(name)}`;
		return [{ severity: "warning", place, at: "key", message: `JSON Resume has no ${described(key)} here`, fix }];
	}

	const meant =
		isStandardField(key) || isRoleList(key, entry[key]) ? undefined : nearest(key, fieldsOf[section] ?? commonFields);
	return meant === undefined || Object.hasOwn(entry, meant) ? [] : [misspelt(place, key, meant)];
}

const misspelt = (place: Finding["place"], key: string, meant: string): Finding => ({
	severity: "warning",
	place,
	at: "key",
	message: `JSON Resume has no ${described(key)} here`,
	fix: `write ${described(meant)}, if that is meant`,
});

const commonFields = ["name", "position", "location", "startDate", "endDate", "summary", "highlights"];
const fieldsOf: Record<string, string[]> = {
	basics: ["label", "email", "phone", "summary", "location", "profiles"],
	volunteer: ["organization", "position", "startDate", "endDate", "summary", "highlights"],
	education: ["institution", "studyType", "startDate", "endDate", "score", "courses"],
	awards: ["title", "awarder", "summary"],
	certificates: ["issuer"],
	publications: ["publisher", "releaseDate", "summary", "authors"],
	skills: ["level", "keywords"],
	languages: ["language", "fluency"],
	interests: ["keywords"],
	references: ["reference"],
	projects: ["description", "highlights", "keywords", "startDate", "endDate", "roles", "entity"],
};

/** The name that was meant by one with a typo or two; short names are too similar for that. */
const nearest = (key: string, names: string[]): string | undefined =>
	key.length < 5 ? undefined : names.find((name) => name !== key && isNear(key.toLowerCase(), name.toLowerCase()));

/** One typo, or two in a longer name; two swapped letters are one typo. */
const isNear = (key: string, name: string) =>
	distance(key, name) <= (key.length < 7 ? 1 : 2) || (distance(key, name) <= 2 && letters(key) === letters(name));

const letters = (name: string) => [...name].sort().join("");
