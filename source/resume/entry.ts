import { blockTexts, spansText } from "./blocks.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { dateRange } from "./dates.ts";
import { createEntryText, type EntryText, paragraphBlocks } from "./entry-text.ts";
import type { Draft } from "./groups.ts";
import type { Highlight, JsonEntry } from "./json-resume.ts";
import { isSameAddress } from "./links.ts";
import type { Inline } from "./marks.ts";
import type { Block, Link, MonthIndex, Publication, Span } from "./model.ts";
import { kindOf } from "./section-kind.ts";
import { beginning } from "./slug.ts";
import { degreeText, fieldTitle, type Words, withLabel } from "./words/words.ts";

/** The section that an entry is in, as far as the entry's words depend on it. */
export type Surroundings = {
	source: string;
	title: string;
	isAlone: boolean;
	/** Whether an author is the person the résumé is about. */
	isOwner: (author: string) => boolean;
	words: Words;
	today: MonthIndex;
	inline: Inline;
};

/** A longer text of a field that no column names is a paragraph, and no detail on a line with others. */
const longestDetail = 100;

/** The entry as far as it can be known without its neighbours. */
export function toDraft(entry: JsonEntry, surroundings: Surroundings): Draft {
	const { source, words, today } = surroundings;
	const columns = columnsOf(source);
	const text = createEntryText(entry.links, surroundings.inline);
	const fields = distribute(entry, columns, words, text);
	const title = fields.title ?? untitled(entry, fields, surroundings, text);
	const linesOf = (names: string[] = []) => names.flatMap((field) => entry.texts.get(field) ?? []).map(text.plain);
	const body = [...paragraphBlocks(fields.paragraphs, text), ...bullets(entry, words, text)].filter(
		({ spans, children }) => children.length > 0 || spansText(spans) !== title,
	);
	const draft = {
		title,
		place: linesOf(columns.label).join(words.comma) || title,
		groupParts: linesOf(columns.group),
		details: [
			...entry.roles.map(text.plain),
			...fields.details,
			...fields.others,
			text.plain(entry.keywords.join(words.comma)),
		].filter((detail) => detail !== "" && detail !== title),
		dates: dateRange(entry, words, today),
		people: peopleLine(entry, surroundings.isOwner),
		...(entry.authors.some((author) => author.equalContribution) && { peopleNote: `*${words.equalContribution}` }),
		body,
		links: links(entry, title, text),
		...(entry.item !== undefined && { item: entry.item }),
		...(kindOf(source) === "publications" && { publication: toPublication(entry, title, text) }),
	};
	return entry.label === undefined ? draft : labelled(draft, text.plain(entry.label));
}

/** A label whose words no other text of the entry has is a fact of its own, and a detail too. */
function labelled(draft: Draft, label: string): Draft {
	const texts = [draft.title, ...draft.details, ...draft.body.flatMap(blockTexts)];
	const details = texts.some((text) => text.toLowerCase().includes(label.toLowerCase()))
		? draft.details
		: [label, ...draft.details];
	return { ...draft, details, ownLabel: label };
}

type Fields = {
	title?: string;
	details: string[];
	/** What no column names: "Supervisor: …". */
	others: string[];
	paragraphs: string[];
};

/** Each text of the entry in its one place. */
function distribute({ texts }: JsonEntry, columns: Columns, words: Words, text: EntryText): Fields {
	const titleFields = columns.title.find((fields) => fields.some((field) => texts.has(field))) ?? [];
	const [first, second] = titleFields.map((field) => texts.get(field));
	const title = degreeText(words, first, second) ?? "";
	const inColumn = (column: string[]) =>
		column.flatMap((field) => (titleFields.includes(field) ? [] : (texts.get(field) ?? [])));
	// A description of several lines is a text of its own.
	const isLines = texts.get("description")?.includes("\n") === true;
	const lines = columns.details.filter((field) => isLines && field === "description");
	const details = inColumn(columns.details.filter((field) => !lines.includes(field)));
	const paragraphs = inColumn([...lines, ...columns.paragraphs]);
	const others: string[] = [];
	for (const [field, value] of texts) {
		const hasPlace =
			titleFields.includes(field) || columns.details.includes(field) || columns.paragraphs.includes(field);
		if (!hasPlace && ![title, ...details, ...paragraphs].some((shown) => repeats(shown, value))) {
			const isLong = value.length > longestDetail || value.includes("\n");
			(isLong ? paragraphs : others).push(withLabel(words, fieldTitle(words, field), value));
		}
	}

	return {
		title: title === "" ? undefined : text.plain(title),
		details: details.map(text.plain),
		others: others.map(text.plain),
		paragraphs,
	};
}

/** Whether another text has a field's words already, such as a supervisor's name in the position. */
const repeats = (text: string, words: string) => text === words || (words.length >= 8 && text.includes(words));

/** The title of an entry without one: its section's if it's the only entry there, else its own first words. */
function untitled(
	entry: JsonEntry,
	{ details, others, paragraphs }: Fields,
	{ title, isAlone, words, today }: Surroundings,
	text: EntryText,
): string {
	const [highlight] = entry.highlights;
	const candidates = [
		entry.label,
		details[0],
		isAlone ? title : undefined,
		paragraphs[0],
		typeof highlight === "string" ? highlight : highlight?.title,
		entry.keywords.join(words.comma),
		others[0],
		entry.links[0]?.label,
		entry.url,
		dateRange(entry, words, today)?.text,
	];
	return beginning(
		text.plain(candidates.find((candidate) => candidate !== undefined && candidate !== "") ?? words.untitled),
	);
}

function bullets(entry: JsonEntry, words: Words, text: EntryText): Block[] {
	const isListed = entry.highlights.some((highlight) => typeof highlight === "object" && highlight.itemsFrom);
	const courses = entry.courses.length > 0 && !isListed ? [{ title: words.courses, items: entry.courses }] : [];
	return [...entry.highlights, ...courses].map((highlight) => toBlock(highlight, entry, words, text));
}

function toBlock(highlight: Highlight, entry: JsonEntry, words: Words, text: EntryText): Block {
	if (typeof highlight === "string") {
		return { kind: "bullet", spans: text.spans(highlight), children: [] };
	}

	const items = highlight.itemsFrom ? entry[highlight.itemsFrom] : highlight.items;
	const isOpen = items.length > 0 && !/[:：]$/.test(highlight.title);
	const title = isOpen ? withLabel(words, highlight.title, "").trimEnd() : highlight.title;
	return {
		kind: "bullet",
		spans: text.spans(title),
		children: items.map((item) => toBlock(item, entry, words, text)),
	};
}

/** The entry's own address first, then the links that it lists, then those in its texts; each address once. */
function links(entry: JsonEntry, title: string, text: EntryText): Link[] {
	const name = entry.texts.get("name");
	const own = entry.url === undefined ? [] : [{ label: name === undefined ? title : text.plain(name), url: entry.url }];
	const listed = [...entry.links, ...text.links()];
	const isListed = entry.links.some(({ url }) => url === entry.url);
	const all = isListed ? listed : [...own, ...listed];
	return all.filter(({ url }, index) => all.findIndex((other) => isSameAddress(other.url, url)) === index);
}

function peopleLine(entry: JsonEntry, isPerson: (author: string) => boolean): Span[] {
	// A comma within a name would look like one between two.
	const separator = entry.authors.some(({ name }) => name.includes(",")) ? "; " : ", ";
	return entry.authors.flatMap(({ name, equalContribution, marks = "", note }, index): Span[] => {
		const isOwner = isPerson(name);
		return [
			...(index === 0 ? [] : [{ text: separator }]),
			{ text: name + (equalContribution ? "*" : "") + marks, ...(isOwner && { isOwner }) },
			...(note === undefined ? [] : [{ text: ` (${note})` }]),
		];
	});
}

function toPublication(
	{ authors, texts, endDate, doi, url }: JsonEntry,
	title: string,
	{ plain }: EntryText,
): Publication {
	const first = (...fields: string[]) => fields.flatMap((field) => texts.get(field) ?? []).map(plain)[0];
	const fields = {
		journal: first("journal", "journaltitle"),
		booktitle: first("booktitle", "bookTitle", "conference"),
		venue: first("venue", "publisher"),
		school: first("school", "institution", "university"),
		type: first("type", "publicationType"),
		volume: first("volume"),
		issue: first("issue", "number"),
		pages: first("pages"),
		edition: first("edition"),
		isbn: first("isbn", "ISBN"),
		arxiv: first("arxiv", "arXiv", "arxivId", "arxiv_id", "eprint"),
		date: endDate,
		doi,
		url,
	};
	const known = Object.entries(fields).filter(([, value]) => value !== undefined);
	return { title, authors: authors.map(({ name }) => name), ...Object.fromEntries(known) };
}
