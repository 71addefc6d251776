import { dateRange } from "./dates.ts";
import type { Highlight, JsonEntry, JsonResume } from "./json-resume.ts";
import { linkedSpans } from "./links.ts";
import type { Block, Contact, Entry, Person, Resume, Section, Span } from "./model.ts";
import { slug, uniqueIds } from "./slug.ts";

/**
 * Which fields of a section's entries are read first, which stand beside them and which are paragraphs; the first field
 * of `title` that has a text wins. Anything of an entry that no column names is still shown, as a detail.
 */
type Columns = {
	title: string[];
	details: string[];
	/** What stands for the entry in a menu, joined by a comma, where that is not the title. */
	label?: string[];
	paragraphs: string[];
};

const workColumns: Columns = {
	title: ["position", "name", "organization"],
	details: ["name", "organization", "lab", "location", "description"],
	label: ["name", "organization", "lab"],
	paragraphs: ["summary"],
};

const columnsOf: Record<string, Columns> = {
	work: workColumns,
	volunteer: workColumns,
	education: {
		title: ["studyType area", "institution"],
		details: ["institution", "location", "score"],
		label: ["institution"],
		paragraphs: ["summary"],
	},
	awards: { title: ["title"], details: ["awarder"], paragraphs: ["summary"] },
	certificates: { title: ["name"], details: ["issuer"], paragraphs: ["summary"] },
	publications: { title: ["name"], details: ["publisher"], paragraphs: ["summary"] },
	skills: { title: ["name"], details: ["level"], paragraphs: ["summary"] },
	languages: { title: ["language"], details: ["fluency"], paragraphs: ["summary"] },
	interests: { title: ["name"], details: [], paragraphs: ["summary"] },
	references: { title: ["name"], details: [], paragraphs: ["reference"] },
	projects: { title: ["name"], details: ["entity", "type", "location"], paragraphs: ["description", "summary"] },
};

const otherColumns: Columns = {
	title: ["title", "name", "position", "organization", "institution", "language", "text"],
	details: ["organization", "institution", "publisher", "issuer", "awarder", "location", "level"],
	paragraphs: ["description", "summary", "text", "reference"],
};

/** Titles of the standard's sections, where the document gives none, in the standard's order. */
const standardTitles: Record<string, string> = {
	work: "Work",
	volunteer: "Volunteer",
	education: "Education",
	awards: "Awards",
	certificates: "Certificates",
	publications: "Publications",
	skills: "Skills",
	languages: "Languages",
	interests: "Interests",
	references: "References",
	projects: "Projects",
};

/** The keys of a JSON Resume document that hold entries, in the standard's order. */
export const standardSections = Object.keys(standardTitles);

/** A JSON Resume document as the one view model: person and sections, in the document's own order and words. */
export function toResume(document: JsonResume): Resume {
	const person = toPerson(document);
	return { person, sections: toSections(document, person) };
}

function toSections(document: JsonResume, person: Person): Section[] {
	const named = new Set(document.headings.map((heading) => heading.source));
	const headings = [
		...document.headings,
		...[...document.sections.keys()]
			.filter((source) => !named.has(source))
			.map((source) => ({ source, id: "", title: standardTitles[source] ?? titleFromKey(source) })),
	];
	const ids = uniqueIds(headings.map((heading) => heading.id || slug(heading.title)));
	return headings.flatMap((heading, index) => {
		const entries = document.sections.get(heading.source);
		if (!entries || entries.length === 0) {
			return [];
		}

		const { source, title } = heading;
		return [{ id: ids[index]!, title, source, entries: toEntries(source, entries, person) }];
	});
}

function toEntries(source: string, entries: JsonEntry[], person: Person): Entry[] {
	const drafts = entries.map((entry) => toEntry(source, entry, person));
	const ids = uniqueIds(drafts.map((draft) => slug(draft.id)));
	return drafts.map((draft, index) => ({ ...draft, id: ids[index]! }));
}

/** The entry, its `id` still the words to make one from. */
function toEntry(source: string, entry: JsonEntry, person: Person): Entry {
	const columns = columnsOf[source] ?? otherColumns;
	const { texts } = entry;
	const textOf = (fields: string) =>
		fields
			.split(" ")
			.flatMap((field) => texts[field] ?? [])
			.join(" in ");
	const titleFields = columns.title.find((fields) => textOf(fields) !== "");
	const title = titleFields ? textOf(titleFields) : (entry.url ?? entry.highlights.find(isText) ?? "Untitled");
	const used = new Set([...(titleFields?.split(" ") ?? []), ...columns.paragraphs]);
	const pick = (fields: string[]) => fields.filter((field) => texts[field] !== undefined && !used.has(field));
	const details = pick(columns.details);
	const isShown = new Set([...used, ...details]);
	const shownTexts = [...isShown].flatMap((field) => texts[field] ?? []);
	const others = Object.entries(texts).filter(
		([field, text]) => !isShown.has(field) && !shownTexts.some((shown) => shown.includes(text)),
	);
	const label = columns.label?.flatMap((field) => texts[field] ?? []).join(", ");
	const links = [...entry.links];
	if (entry.url !== undefined && !links.some((link) => link.url === entry.url)) {
		links.unshift({ label: texts.name ?? title, url: entry.url });
	}

	const bullets = entry.highlights.map((highlight) => toBlock(highlight, entry));
	const listed = new Set(entry.highlights.map((highlight) => (isText(highlight) ? undefined : highlight.itemsFrom)));
	if (entry.courses.length > 0 && !listed.has("courses")) {
		bullets.push(toBlock({ title: "Courses", items: entry.courses }, entry));
	}

	return {
		id: label || title,
		title,
		label: label || title,
		details: [
			...entry.roles,
			...details.flatMap((field) => texts[field] ?? []),
			...others.map(([field, text]) => `${titleFromKey(field)}: ${text}`),
			...(entry.keywords.length > 0 ? [entry.keywords.join(", ")] : []),
		],
		dates: dateRange(entry.startDate, entry.endDate, entry.endDateExpected),
		people: peopleLine(entry, person),
		...(entry.authors.some((author) => author.equalContribution) && { peopleNote: "*equal contribution" }),
		body: [
			...columns.paragraphs
				.filter((field) => !titleFields?.split(" ").includes(field))
				.flatMap((field) => texts[field]?.split(/\n+/) ?? [])
				.map((text): Block => ({ kind: "paragraph", spans: linkedSpans(text, entry.links), children: [] })),
			...bullets,
		],
		links,
		...(source === "publications" && {
			publication: {
				title,
				authors: entry.authors.map((author) => author.name),
				...(texts.publisher !== undefined && { venue: texts.publisher }),
				...(entry.endDate !== undefined && { date: entry.endDate }),
				...(entry.url !== undefined && { url: entry.url }),
			},
		}),
	};
}

const isText = (highlight: Highlight): highlight is string => typeof highlight === "string";

function toBlock(highlight: Highlight, entry: JsonEntry): Block {
	if (isText(highlight)) {
		return { kind: "bullet", spans: linkedSpans(highlight, entry.links), children: [] };
	}

	const items = highlight.itemsFrom ? entry[highlight.itemsFrom] : highlight.items;
	return {
		kind: "bullet",
		spans: linkedSpans(items.length > 0 ? `${highlight.title}:` : highlight.title, entry.links),
		children: items.map((item) => toBlock(item, entry)),
	};
}

function peopleLine(entry: JsonEntry, person: Person): Span[] {
	return entry.authors.flatMap((author, index): Span[] => {
		const isOwner = author.name.toLowerCase() === person.name.toLowerCase();
		const name: Span = { text: author.name + (author.equalContribution ? "*" : ""), ...(isOwner && { isOwner }) };
		return index === 0 ? [name] : [{ text: ", " }, name];
	});
}

function toPerson({ basics, sections }: JsonResume): Person {
	const { location } = basics;
	const place =
		location?.address ??
		([location?.city, location?.region, location?.countryCode].filter((part) => part !== undefined).join(", ") ||
			undefined);
	const degree = sections.get("education")?.[0]?.texts;
	const studied = [degree?.studyType, degree?.area].filter((part) => part !== undefined).join(" in ");
	return {
		name: basics.name ?? "Résumé",
		headline: basics.label ?? place,
		role: basics.label ?? (studied || undefined),
		place,
		summary: basics.summary?.split(/\n+/) ?? [],
		contacts: toContacts(basics),
	};
}

function toContacts({ email, phone, url, profiles }: JsonResume["basics"]): Contact[] {
	const contacts: Contact[] = [];
	if (email !== undefined) {
		contacts.push({ kind: "mail", label: "Mail", text: email, href: `mailto:${email}` });
	}

	if (phone !== undefined) {
		contacts.push({ kind: "phone", label: "Phone", text: phone, href: `tel:${phone.replace(/[^+\d]/g, "")}` });
	}

	if (url !== undefined) {
		contacts.push({ kind: "web", label: "Web", text: url, href: url });
	}

	for (const profile of profiles) {
		const text = profile.url ?? profile.username;
		if (text !== undefined) {
			contacts.push({ kind: "profile", label: profile.network ?? "Profile", text, href: profile.url ?? "" });
		}
	}

	return contacts;
}

/** "openSource" and "open_source" read "Open source". */
function titleFromKey(key: string): string {
	const words = key
		.replace(/([a-z\d])([A-Z])/g, "$1 $2")
		.replace(/[_-]+/g, " ")
		.trim()
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
