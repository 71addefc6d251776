import { type Columns, columnsOf } from "./columns.ts";
import { dateRange } from "./dates.ts";
import type { Highlight, JsonEntry } from "./json-resume.ts";
import { linkedSpans } from "./links.ts";
import type { Block, Entry, Person, Publication, Span } from "./model.ts";
import { titleFromKey } from "./slug.ts";

/** The section that an entry is in, as far as the entry's words depend on it. */
export type Surroundings = { source: string; title: string; isAlone: boolean; person: Person };

/** A longer text of a field that no column names is a paragraph, and no detail on a line with others. */
const longestDetail = 100;

/** What a title made of a paragraph's beginning may have. */
const longestBeginning = 60;

/** The entry, its `id` still the words to make one from. */
export function toEntry(entry: JsonEntry, { source, title: sectionTitle, isAlone, person }: Surroundings): Entry {
	const columns = columnsOf(source);
	const fields = distribute(entry, columns);
	const title = fields.title ?? untitled(entry, fields, isAlone ? sectionTitle : undefined);
	const label =
		columns.label
			?.flatMap((field) => entry.texts.get(field) ?? [])
			.map(onLine)
			.join(", ") || title;
	return {
		id: label,
		title,
		label,
		details: [...entry.roles, ...fields.details, ...fields.others, entry.keywords.join(", ")].filter(
			(detail) => detail !== "" && detail !== title,
		),
		dates: dateRange(entry.startDate, entry.endDate, entry.endDateExpected, entry.isOngoing),
		people: peopleLine(entry, person),
		...(entry.authors.some((author) => author.equalContribution) && { peopleNote: "*equal contribution" }),
		body: [...paragraphs(fields.paragraphs, entry), ...bullets(entry)].filter(
			({ spans, children }) => children.length > 0 || spans.some(({ text }) => text !== title) || spans.length > 1,
		),
		links: links(entry, title),
		...(source === "publications" && { publication: toPublication(entry, title) }),
	};
}

type Fields = {
	title?: string;
	details: string[];
	/** What no column names: "Supervisor: …". */
	others: string[];
	paragraphs: string[];
};

/** Each text of the entry in its one place. */
function distribute({ texts }: JsonEntry, columns: Columns): Fields {
	const titleFields = columns.title.find((fields) => fields.some((field) => texts.has(field))) ?? [];
	const title = titleFields.flatMap((field) => texts.get(field) ?? []).join(" in ");
	const inColumn = (column: string[]) =>
		column.flatMap((field) => (titleFields.includes(field) ? [] : (texts.get(field) ?? [])));
	const details = inColumn(columns.details);
	const paragraphs = inColumn(columns.paragraphs);
	const others: string[] = [];
	for (const [field, text] of texts) {
		const hasPlace =
			titleFields.includes(field) || columns.details.includes(field) || columns.paragraphs.includes(field);
		if (!hasPlace && ![title, ...details, ...paragraphs].some((shown) => repeats(shown, text))) {
			const isLong = text.length > longestDetail || text.includes("\n");
			(isLong ? paragraphs : others).push(`${titleFromKey(field)}: ${text}`);
		}
	}

	return { title: title === "" ? undefined : onLine(title), details: details.map(onLine), others, paragraphs };
}

/** Whether a field's words stand in another text already, such as a supervisor's name in the position. */
const repeats = (text: string, words: string) => text === words || (words.length >= 8 && text.includes(words));

const onLine = (text: string) => (text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text);

/** What stands for an entry that has no title: of a section with one entry the section's, else its own first words. */
function untitled(entry: JsonEntry, { details, others, paragraphs }: Fields, sectionTitle: string | undefined): string {
	const [highlight] = entry.highlights;
	const candidates = [
		details[0],
		sectionTitle,
		paragraphs[0],
		typeof highlight === "string" ? highlight : highlight?.title,
		entry.keywords.join(", "),
		others[0],
		entry.links[0]?.label,
		entry.url,
		dateRange(entry.startDate, entry.endDate, false, entry.isOngoing)?.text,
	];
	const first = candidates.find((candidate) => candidate !== undefined && candidate !== "") ?? "Untitled";
	const line = onLine(first);
	const beginning = line.slice(0, longestBeginning).replace(/\s+\S*$/, "");
	return line.length > longestBeginning ? `${beginning}…` : line;
}

const paragraphs = (texts: string[], { links }: JsonEntry): Block[] =>
	texts
		.flatMap((text) => text.split(/\s*\n\s*/))
		.map((text) => ({ kind: "paragraph", spans: linkedSpans(text, links), children: [] }));

function bullets(entry: JsonEntry): Block[] {
	const isListed = entry.highlights.some((highlight) => typeof highlight === "object" && highlight.itemsFrom);
	const courses = entry.courses.length > 0 && !isListed ? [{ title: "Courses", items: entry.courses }] : [];
	return [...entry.highlights, ...courses].map((highlight) => toBlock(highlight, entry));
}

function toBlock(highlight: Highlight, entry: JsonEntry): Block {
	if (typeof highlight === "string") {
		return { kind: "bullet", spans: linkedSpans(highlight, entry.links), children: [] };
	}

	const items = highlight.itemsFrom ? entry[highlight.itemsFrom] : highlight.items;
	const title = items.length > 0 && !highlight.title.endsWith(":") ? `${highlight.title}:` : highlight.title;
	return {
		kind: "bullet",
		spans: linkedSpans(title, entry.links),
		children: items.map((item) => toBlock(item, entry)),
	};
}

function links(entry: JsonEntry, title: string): Entry["links"] {
	const name = entry.texts.get("name");
	const isNew = entry.url !== undefined && !entry.links.some((link) => link.url === entry.url);
	return isNew
		? [{ label: name === undefined ? title : onLine(name), url: entry.url! }, ...entry.links]
		: [...entry.links];
}

function peopleLine(entry: JsonEntry, person: Person): Span[] {
	return entry.authors.flatMap((author, index): Span[] => {
		const isOwner = author.name.toLowerCase() === person.name.toLowerCase();
		const name: Span = { text: author.name + (author.equalContribution ? "*" : ""), ...(isOwner && { isOwner }) };
		return index === 0 ? [name] : [{ text: ", " }, name];
	});
}

const toPublication = (entry: JsonEntry, title: string): Publication => ({
	title,
	authors: entry.authors.map((author) => author.name),
	...(entry.texts.has("publisher") && { venue: onLine(entry.texts.get("publisher")!) }),
	...(entry.endDate !== undefined && { date: entry.endDate }),
	...(entry.url !== undefined && { url: entry.url }),
});
