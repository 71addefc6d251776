import type { EntryLink } from "../json-resume.ts";

/**
 * A digital object identifier (https://www.doi.org/doi-handbook/HTML/encoding.html), which may have any sign, and its link.
 * @param text the identifier alone, or in an address.
 * @returns undefined if it isn't one.
 */
export function doiOf(text: string): { doi: string; link: EntryLink } | undefined {
	const written = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
	if (!/^10\.\d+\/\S/.test(written)) {
		return undefined;
	}

	const doi = safeDecode(written);
	const url = `https://doi.org/${encodeURIComponent(doi)
		.replaceAll("%2F", "/")
		.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}`;
	return { doi, link: { label: url.endsWith(doi) ? "DOI" : `DOI ${doi}`, url } };
}

function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
