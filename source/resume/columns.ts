import { kindOf } from "./section-kind.ts";

/**
 * Which fields of a section's entries are read first, which are beside them and which are paragraphs. Anything of an
 * entry that no column names is still shown, after the details.
 */
export type Columns = {
	/** The first whose fields have a text wins; two are a degree and its area. */
	title: string[][];
	details: string[];
	/** The fields that name the entry in a menu, joined by a comma, if that isn't the title. */
	label?: string[];
	/** Neighbours in which all of these are the same, and at least one is there, get a heading made of them. */
	group?: string[];
	paragraphs: string[];
};

const workColumns: Columns = {
	title: [["position"], ["name"], ["organization"]],
	details: ["name", "organization", "lab", "location", "description"],
	label: ["name", "organization", "lab"],
	group: ["name", "organization", "lab"],
	paragraphs: ["summary"],
};

const standardColumns: Record<string, Columns> = {
	work: workColumns,
	volunteer: workColumns,
	education: {
		title: [["studyType", "area"], ["institution"]],
		details: ["institution", "location", "score"],
		group: ["institution"],
		paragraphs: ["summary", "description"],
	},
	awards: { title: [["title"]], details: ["awarder"], paragraphs: ["summary", "description"] },
	certificates: { title: [["name"]], details: ["issuer"], paragraphs: ["summary", "description"] },
	publications: {
		title: [["name"]],
		details: ["journal", "booktitle", "publisher"],
		paragraphs: ["summary", "description"],
	},
	skills: { title: [["name"]], details: ["level"], paragraphs: ["summary", "description"] },
	languages: { title: [["language"]], details: ["fluency"], paragraphs: ["summary", "description"] },
	interests: { title: [["name"]], details: [], paragraphs: ["summary", "description"] },
	references: { title: [["name"]], details: ["position", "organization"], paragraphs: ["reference", "summary"] },
	projects: { title: [["name"]], details: ["entity", "type", "location"], paragraphs: ["description", "summary"] },
};

const otherColumns: Columns = {
	title: [["title"], ["name"], ["position"], ["organization"], ["institution"], ["language"]],
	details: ["position", "name", "organization", "institution", "publisher", "issuer", "awarder", "location", "level"],
	paragraphs: ["description", "summary", "text", "reference"],
};

/** The columns of a section of the standard, or those that fit a section of one's own. */
export function columnsOf(source: string): Columns {
	const kind = kindOf(source);
	return Object.hasOwn(standardColumns, kind) ? standardColumns[kind]! : otherColumns;
}
