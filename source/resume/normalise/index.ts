import { type Accent, accentOf, colourNames } from "../../accent.ts";
import { isObject, type Json, type Oddity } from "../document.ts";
import {
	isStandardSection,
	type JsonEntry,
	type JsonResume,
	type SectionHeading,
	standardSections,
} from "../json-resume.ts";
import type { CountryNames } from "../place.ts";
import type { Place } from "../private.ts";
import { phrases as english } from "../words/en.ts";
import type { Phrases } from "../words/words.ts";
import { toBasics } from "./basics.ts";
import { standardKey, standardName } from "./field-names.ts";
import { type Decode, decodeBasic } from "./html.ts";
import { toEntries } from "./sections.ts";
import { lineOf, listOf, type Reading } from "./values.ts";

/** Keys that hold no entries although they may hold text. */
const noSections =
	/^(?:[$_].*|meta|version|theme|template|lang|locale|id|last_?modified|(?:last_?)?(?:updated|created|generated)(?:_?(?:at|on))?)$/i;

/** What of the person people put beside the sections when they leave `basics` out. */
const basicsFields = new Set([
	"name",
	"firstName",
	"lastName",
	"label",
	"image",
	"email",
	"phone",
	"url",
	"summary",
	"location",
	"profiles",
]);

export type Normalised = {
	resume: JsonResume;
	oddities: Oddity[];
};

/**
 * A JSON Resume document, as `rootOf` finds it and with harmless texts, in the one shape that `sections.ts` reads. Reads
 * version 1.0, the older ones, and what people make of them: whatever can be shown is kept, and whatever had to be
 * interpreted is reported.
 * @param decode what decodes HTML's character references.
 * @param phrases that name fields which have no name of their own.
 * @param countryNames in the language of the phrases.
 */
export function normalise(
	root: Json,
	decode: Decode = decodeBasic,
	phrases: Phrases = english,
	countryNames: CountryNames = () => [],
): Normalised {
	const oddities: Oddity[] = [];
	const reading: Reading = {
		note: (place, message, fix) => oddities.push({ place, message, fix }),
		decode,
		phrases,
		countryNames,
	};
	const sections = new Map<string, JsonEntry[]>();
	const otherKeys = new Map<string, string[]>();
	const { person, place, keys } = personOf(reading, root);
	for (const [key, value] of Object.entries(root)) {
		const name = keyOf(root, key);
		if (!keys.has(key) && (isStandardSection(name) || isOwnSection(key, value))) {
			if (name.toLowerCase() !== key.toLowerCase()) {
				reading.note([key], `JSON Resume calls this "${name}"`, "rename it");
			}

			if (name !== key) {
				otherKeys.set(name, [...(otherKeys.get(name) ?? []), key]);
			}

			sections.set(name, [...(sections.get(name) ?? []), ...toEntries(reading, name, value, [key])]);
		}
	}

	const basics = toBasics(reading, person, place);
	const accent = accentIn(reading, root);
	const headings = headingsOf(reading, root);
	const { lastModified } = isObject(root.meta) ? root.meta : {};
	const modified = lineOf(reading, lastModified, ["meta", "lastModified"]);
	return {
		resume: {
			basics,
			sections,
			keys: otherKeys,
			headings,
			...(accent !== undefined && { accent }),
			...(modified !== undefined && { lastModified: modified }),
		},
		oddities,
	};
}

/** What a document has of the person: `basics`, or whatever people write in its place, and the keys that this is under. */
function personOf(reading: Reading, root: Json): { person: unknown; place: Place; keys: Set<string> } {
	const keys = Object.keys(root).filter((key) => keyOf(root, key) === "basics");
	const [first] = keys;
	if (first === undefined) {
		const loose = looseKeys(root);
		if (loose.length > 0) {
			reading.note(["basics"], "this is missing", `put ${loose.join(", ")} in it`);
		}

		return {
			person: loose.length === 0 ? undefined : Object.fromEntries(loose.map((key) => [key, root[key]])),
			place: [],
			keys: new Set(loose),
		};
	}

	for (const key of keys.filter((each) => each.toLowerCase() !== "basics")) {
		reading.note([key], 'JSON Resume calls this "basics"', "rename it");
	}

	const persons = keys.map((key) => root[key]);
	// The name and the summary are often on their own beside `contact` and the like, the name beside `basics` too.
	const hasBasics = keys.some((key) => key.toLowerCase() === "basics");
	const loose = persons.every(isObject)
		? looseKeys(root, keys).filter((key) => !hasBasics || isMissingName(persons.filter(isObject), key))
		: [];
	for (const key of hasBasics ? loose : []) {
		reading.note([key], 'this belongs in "basics"', "move it there");
	}

	const parts = [...persons, Object.fromEntries(loose.map((key) => [key, root[key]]))];
	const isInParts = (persons.length > 1 || loose.length > 0) && persons.every(isObject);
	return {
		person: isInParts ? Object.assign({}, ...parts) : persons[0],
		place: [first],
		keys: new Set([...keys, ...loose]),
	};
}

const nameFields = ["name", "firstName", "lastName"];

/** Whether a key beside the sections is of the name, and none of the persons has one. */
const isMissingName = (persons: readonly Json[], key: string): boolean => {
	const isOfName = (each: string) => nameFields.includes(standardName("basics", each));
	return isOfName(key) && !persons.some((person) => Object.keys(person).some(isOfName));
};

/** The keys beside the sections that say something of the person. */
const looseKeys = (root: Json, others: readonly string[] = []): string[] =>
	Object.keys(root).filter((key) => !others.includes(key) && basicsFields.has(standardName("basics", key)));

const known: readonly string[] = ["basics", ...standardSections];

/**
 * The document itself, the only one in a list, or the one that an export wraps: whichever has a section of the standard.
 * @returns undefined if it isn't a résumé.
 */
export function rootOf(document: unknown): Json | undefined {
	const isResume = (value: unknown): value is Json =>
		isObject(value) && Object.entries(value).some(([key, item]) => known.includes(standardKey(key, item)));
	if (isResume(document)) {
		return document;
	}

	const inner = typeof document === "object" && document !== null ? Object.values(document) : [];
	return inner.length <= 3 ? inner.find(isResume) : undefined;
}

/** The standard's name for a key, unless the document has that key as well. */
function keyOf(root: Json, key: string): string {
	const name = standardKey(key, root[key]);
	return name !== key && Object.hasOwn(root, name) ? key : name;
}

const isOwnSection = (key: string, value: unknown) =>
	!noSections.test(key) &&
	((typeof value === "string" && key !== "language") || (typeof value === "object" && value !== null));

function accentIn(reading: Reading, { meta }: Json): Accent | undefined {
	const theme = isObject(meta) && isObject(meta.theme) ? meta.theme : {};
	const place = ["meta", "theme", "accent"];
	const text = lineOf(reading, theme.accent, place);
	const accent = text === undefined ? undefined : accentOf(text);
	if (text !== undefined && accent === undefined) {
		reading.note(
			place,
			`${JSON.stringify(text)} isn't a colour`,
			`write one of ${colourNames.join(", ")}, or "#7a3fd1"`,
		);
	}

	return accent;
}

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
