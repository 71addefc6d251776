import { type Surroundings, toEntry } from "./entry.ts";
import type { JsonEntry, JsonResume, SectionHeading } from "./json-resume.ts";
import type { Block, Entry, MonthIndex, Person, Resume, Section } from "./model.ts";
import { toPerson } from "./person.ts";
import { slug, uniqueIds } from "./slug.ts";
import { sectionTitle, type Words } from "./words/words.ts";

/** An id longer than this is typed by nobody; a beginning of it does. */
const longestId = 60;

/** What a résumé is read with, beside its document. */
export type Setting = {
	/** The language that it is shown in, a BCP 47 tag, and the words for it. */
	language: string;
	words: Words;
	/** What is after it has not begun. */
	today: MonthIndex;
};

/** A JSON Resume document as the one view model: person and sections, in the document's own order and words. */
export function toResume(document: JsonResume, setting: Setting): Resume {
	const { language, words } = setting;
	const person = toPerson(document, words);
	return { language, words, person, sections: toSections(document, person, setting) };
}

function toSections(document: JsonResume, person: Person, setting: Setting): Section[] {
	const { words } = setting;
	const isShown = ({ source }: SectionHeading) =>
		source === aboutSource ? person.summary.length > 0 : (document.sections.get(source)?.length ?? 0) > 0;
	const headings = headingsOf(document, words).filter(isShown);
	const ids = uniqueIds(headings.map((heading) => idFrom(heading.id || heading.title)));
	return headings.map(({ source, title }, index) => ({
		id: ids[index]!,
		title,
		source,
		entries:
			source === aboutSource
				? [aboutEntry(person)]
				: toEntries(document.sections.get(source)!, { source, title, person, ...setting }),
	}));
}

/** The summary is a section of its own, so that it is found, opened and printed as everything else is. */
const aboutSource = "basics";

function aboutEntry({ name, role, summary }: Person): Entry {
	const title = role ?? name;
	const body = summary.map((text): Block => ({ kind: "paragraph", spans: [{ text }], children: [] }));
	return { id: uniqueIds([idFrom(title)])[0]!, title, label: title, details: [], people: [], body, links: [] };
}

/** The headings that the document gives, each section once, then the sections that it gives none for. */
function headingsOf({ headings, sections }: JsonResume, words: Words): SectionHeading[] {
	const bySource = new Map<string, SectionHeading>();
	const own = [...sections.keys()].map((source) => ({ id: "", title: "", source }));
	// Where the document gives the summary no place, it comes first.
	const about = { id: "about", title: words.about, source: aboutSource };
	const isPlaced = headings.some(({ source }) => source === aboutSource);
	for (const heading of [...(isPlaced ? [] : [about]), ...headings, ...own]) {
		if (!bySource.has(heading.source)) {
			bySource.set(heading.source, { ...heading, title: heading.title || sectionTitle(words, heading.source) });
		}
	}

	return [...bySource.values()];
}

function toEntries(entries: JsonEntry[], section: Omit<Surroundings, "isAlone">): Entry[] {
	const drafts = entries.map((entry) => toEntry(entry, { ...section, isAlone: entries.length === 1 }));
	const ids = uniqueIds(drafts.map((draft) => idFrom(draft.id)));
	return drafts.map((draft, index) => ({ ...draft, id: ids[index]! }));
}

const idFrom = (words: string) => slug(words).slice(0, longestId).replace(/-+$/, "");
