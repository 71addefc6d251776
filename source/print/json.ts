import { UserError } from "../errors.ts";
import type { Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";

/**
 * The document as JSON, indented by tabs, ending in a line feed, harmless to a terminal. Of a selection: a document of
 * the same person with that section, or that entry, alone.
 * @throws {UserError} if the selection is in a shape of its own.
 */
export function printJson(document: unknown, resume: Resume, selection: Selection): string {
	const text = JSON.stringify(selected(document, resume, selection), undefined, "\t");
	return `${text.replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// JSON may hold these as they are, but a terminal would obey them; escaped, they are the same JSON (RFC 8259 §7).
const unsafe = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** What of a document is about the person and the document itself. */
const always = ["$schema", "basics", "meta"];

function selected(document: unknown, { sections }: Resume, { section, entry }: Selection): unknown {
	const chosen = section === undefined ? undefined : sections[section];
	if (!chosen) {
		return document;
	}

	// What people write is read in many shapes, but a part can be taken out of the standard's alone.
	const { source, title, entries } = chosen;
	const root = document as Record<string, unknown>;
	const list = root[source];
	const item = entry === undefined ? undefined : entries[entry]!.item;
	if (!Array.isArray(list) || (entry !== undefined && item === undefined)) {
		throw new UserError(
			`${title} isn't a plain list "${source}" in this document; leave the section out to print it all`,
		);
	}

	const kept = Object.entries(root).filter(([key]) => always.includes(key));
	return { ...Object.fromEntries(kept), [source]: item === undefined ? list : [list[item]] };
}
