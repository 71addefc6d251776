import { isObject, type Json, type Oddity } from "../document.ts";
import {
	isStandardSection,
	type JsonEntry,
	type JsonResume,
	type SectionHeading,
	standardSections,
} from "../json-resume.ts";
import { phrases as english } from "../words/en.ts";
import type { Phrases } from "../words/words.ts";
import { toBasics } from "./basics.ts";
import { standardKey } from "./field-names.ts";
import { type Decode, decodeBasic } from "./html.ts";
import { toEntries } from "./sections.ts";
import { lineOf, listOf, type Reading } from "./values.ts";

/** Keys that hold no entries although they may hold text. */
const noSections = /^(?:[$_].*|meta|version|theme|template|lang|locale|id|last_?modified)$/i;

/** Where people put the person when they leave `basics` out. */
const basicsFields = ["name", "label", "email", "phone", "url", "website", "location", "profiles"];

export type Normalised = {
	resume: JsonResume;
	oddities: Oddity[];
};

/**
 * A JSON Resume document, as `rootOf` finds it and its texts harmless, in the one shape that `sections.ts` reads. Reads version 1.0, the older
 * ones, and what people make of them: what can be shown is kept, and what had to be interpreted is told.
 * @param decode what decodes HTML's character references.
 * @param phrases in which a field is called that has no name of its own.
 */
export function normalise(root: Json, decode: Decode = decodeBasic, phrases: Phrases = english): Normalised {
	const oddities: Oddity[] = [];
	const reading: Reading = {
		note: (place, message, fix) => oddities.push({ place, message, fix }),
		decode,
		phrases,
	};
	const sections = new Map<string, JsonEntry[]>();
	let basics = toBasics(reading, undefined, []);
	for (const [key, value] of Object.entries(root)) {
		const name = keyOf(root, key);
		if (name === "basics") {
			basics = toBasics(reading, value, [key]);
		} else if (isStandardSection(name) || isOwnSection(key, value)) {
			sections.set(name, toEntries(reading, name, value, [key]));
		}
	}

	if (!Object.keys(root).some((key) => keyOf(root, key) === "basics")) {
		const loose = Object.fromEntries(basicsFields.filter((key) => key in root).map((key) => [key, root[key]]));
		if (Object.keys(loose).length > 0) {
			reading.note(["basics"], "this is missing", `put ${Object.keys(loose).join(", ")} in it`);
			basics = toBasics(reading, loose, []);
			for (const key of Object.keys(loose)) {
				sections.delete(key);
			}
		}
	}

	return { resume: { basics, sections, headings: headingsOf(reading, root) }, oddities };
}

const known: readonly string[] = ["basics", ...standardSections];

/**
 * The document itself, the only one in a list, or the one that an export wraps: whichever has a section of the standard.
 * @returns undefined where it is no résumé.
 */
export function rootOf(document: unknown): Json | undefined {
	const isResume = (value: unknown): value is Json =>
		isObject(value) && Object.keys(value).some((key) => known.includes(standardKey(key, known)));
	if (isResume(document)) {
		return document;
	}

	const inner = typeof document === "object" && document !== null ? Object.values(document) : [];
	return inner.length <= 3 ? inner.find(isResume) : undefined;
}

/** The standard's name for a key, where the document does not have that key as well. */
function keyOf(root: Json, key: string): string {
	const name = standardKey(key, known);
	return name !== key && Object.hasOwn(root, name) ? key : name;
}

const isOwnSection = (key: string, value: unknown) =>
	!noSections.test(key) &&
	((typeof value === "string" && key !== "language") || (typeof value === "object" && value !== null));

function headingsOf(reading: Reading, root: Json): SectionHeading[] {
	const meta = isObject(root.meta) ? root.meta : {};
	return listOf(reading, meta.sections, ["meta", "sections"]).flatMap(({ item, place }) => {
		const heading = isObject(item) ? item : { source: item };
		const source = lineOf(reading, heading.source ?? heading.id, [...place, "source"]);
		return source === undefined
			? []
			: [
					{
						id: lineOf(reading, heading.id, [...place, "id"]) ?? "",
						title: lineOf(reading, heading.title, [...place, "title"]) ?? "",
						source: keyOf(root, source),
					},
				];
	});
}
