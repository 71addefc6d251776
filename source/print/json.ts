import type { Resume } from "../resume/model.ts";
import { standardKey } from "../resume/normalise/field-names.ts";
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

/** What of a document is about the person and the document itself. */
const isAlways = (key: string, value: unknown) =>
	["$schema", "meta"].includes(key) || standardKey(key, value) === "basics";

function selected(document: unknown, { sections }: Resume, { section, entry }: Selection): unknown {
	const chosen = section === undefined ? undefined : sections[section];
	if (!chosen) {
		return document;
	}

	const root = document as Record<string, unknown>;
	const kept = Object.entries(root).filter(([key, value]) => isAlways(key, value));
	const { source, keys = [source], entries } = chosen;
	if (source === "basics") {
		return Object.fromEntries(kept);
	}

	const places = entry === undefined ? keys.map((key) => [key]) : [entries[entry]!.item ?? [source]];
	const parts = places.map(([key = "", index]): [string, unknown] => {
		const part = root[key];
		return [String(key), index === undefined ? part : only(part, index)];
	});
	return { ...Object.fromEntries(kept), ...Object.fromEntries(parts) };
}

/** One item of a list, or of an object, in the same shape. */
const only = (part: unknown, index: string | number): unknown =>
	Array.isArray(part) ? [part[Number(index)]] : { [index]: (part as Record<string, unknown>)[index] };
