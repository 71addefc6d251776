import { linksOf } from "./blocks.ts";
import { monthsOf } from "./dates.ts";
import { type Surroundings, toDraft } from "./entry.ts";
import { type Draft, idFrom, toEntries } from "./groups.ts";
import type { JsonResume, SectionHeading } from "./json-resume.ts";
import type { Inline } from "./marks.ts";
import type { MonthIndex, Person, Resume, Section } from "./model.ts";
import { nameMatcher } from "./own-name.ts";
import { toPerson } from "./person.ts";
import type { CountryNames } from "./place.ts";
import { uniqueIds } from "./slug.ts";
import { sectionTitle, type Words } from "./words/words.ts";

/** What a résumé is read with, beside its document. */
export type Setting = {
	/** The language that it is shown in, a BCP 47 tag, and the words for it. */
	language: string;
	/** Those that it can be shown in. */
	languages: readonly string[];
	words: Words;
	/** Whatever starts after it hasn't begun yet. */
	today: MonthIndex;
	inline: Inline;
	/** The address that dials a number as people write them, in a country. */
	phoneLink: (text: string, country: string | undefined) => string | undefined;
	countryNames: CountryNames;
};

/** A JSON Resume document as the one view model: person and sections, in the document's own order and words. */
export function toResume(document: JsonResume, setting: Setting): Resume {
	const { language, languages, words } = setting;
	const person = toPerson(document, setting);
	const { accent } = document;
	const asOf = monthsOf(document.lastModified?.slice(0, "2022-08-31".length) ?? "")?.last;
	return {
		language,
		languages,
		words,
		...(accent !== undefined && { accent }),
		...(asOf !== undefined && { asOf }),
		person,
		sections: toSections(document, person, setting),
	};
}

function toSections(document: JsonResume, person: Person, setting: Setting): Section[] {
	const { words } = setting;
	const isOwner = nameMatcher(person.name);
	const isShown = ({ source }: SectionHeading) =>
		source === aboutSource ? person.about.length > 0 : (document.sections.get(source)?.length ?? 0) > 0;
	const headings = headingsOf(document, words).filter(isShown);
	const ids = uniqueIds(headings.map((heading) => idFrom(heading.id || heading.title)));
	return headings.map(({ source, title }, index) => {
		const entries = document.sections.get(source) ?? [];
		const surroundings: Surroundings = { source, title, isOwner, isAlone: entries.length === 1, ...setting };
		const drafts = source === aboutSource ? [aboutDraft(person)] : entries.map((entry) => toDraft(entry, surroundings));
		const keys = document.keys.get(source);
		return { id: ids[index]!, title, source, ...(keys && { keys }), entries: toEntries(drafts) };
	});
}

/** What the header has no room for is a section of its own, so that it is found, opened and printed like the rest. */
const aboutSource = "basics";

function aboutDraft({ name, role, about }: Person): Draft {
	const title = role ?? name;
	return { title, place: title, groupParts: [], details: [], people: [], body: about, links: linksOf(about) };
}

/** The headings that the document gives, each section once, then the sections that it gives none for. */
function headingsOf({ headings, sections }: JsonResume, words: Words): SectionHeading[] {
	const bySource = new Map<string, SectionHeading>();
	const own = [...sections.keys()].map((source) => ({ id: "", title: "", source }));
	// If the document gives the summary no place, it comes first.
	const about = { id: "about", title: words.about, source: aboutSource };
	const isPlaced = headings.some(({ source }) => source === aboutSource);
	for (const heading of [...(isPlaced ? [] : [about]), ...headings, ...own]) {
		if (!bySource.has(heading.source)) {
			bySource.set(heading.source, { ...heading, title: heading.title || sectionTitle(words, heading.source) });
		}
	}

	return [...bySource.values()];
}
