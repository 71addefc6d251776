import type { Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";

/**
 * The document as JSON, indented by tabs, ending in a line feed, harmless to a terminal. Of a selection: a document of
 * the same person with that section, or that entry, alone.
 */
export function printJson(document: unknown, resume: Resume, selection: Selection): string {
	const text = JSON.stringify(selected(document, resume, selection), undefined, "\t");
	return `${text.replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// JSON may hold these as they are, but a terminal would obey them; escaped, they are the same JSON (RFC 8259 §7).
const unsafe = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

function selected(document: unknown, { sections }: Resume, { section, entry }: Selection): unknown {
	const chosen = section === undefined ? undefined : sections[section];
	if (!chosen || typeof document !== "object" || document === null) {
		return document;
	}

	const others = new Set(sections.filter(({ source }) => source !== chosen.source).map(({ source }) => source));
	const kept = Object.entries(document).filter(([key]) => !others.has(key));
	const one = (value: unknown) => (entry !== undefined && Array.isArray(value) ? [value[entry]] : value);
	return Object.fromEntries(kept.map(([key, value]) => [key, key === chosen.source ? one(value) : value]));
}
