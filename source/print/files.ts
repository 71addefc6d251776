import { type FormatName, formats } from "./formats.ts";

/** A file that the résumé is published as beside its page, over HTTP and by `export`, under one name. */
export type PublishedFile = {
	name: string;
	format: Exclude<FormatName, "pdf">;
	/** What the page calls it. */
	label: string;
};

export const publishedFiles: readonly PublishedFile[] = [
	{ name: "resume.txt", format: "text", label: "Text" },
	{ name: "resume.md", format: "markdown", label: "Markdown" },
	{ name: "resume.json", format: "json", label: "JSON" },
	{ name: "card.vcf", format: "vcard", label: "vCard" },
	{ name: "publications.bib", format: "bibtex", label: "BibTeX" },
];

/** The links of a page to the files beside it. @param base what comes before their names: "" or "/". */
export const alternatesOf = (files: readonly PublishedFile[], base: string) =>
	files.map(({ name, format, label }) => ({ href: base + name, type: formats[format].type.replace(/;.*/, ""), label }));
