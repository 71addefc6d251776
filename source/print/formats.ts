/**
 * What the résumé can be printed as: what `--format` takes, which options change it, how its files end and their media
 * type.
 */
export const formats = {
	/** For people and for application forms. */
	text: { width: true, ascii: true, ending: "txt", type: "text/plain; charset=utf-8" },
	/** CommonMark. */
	markdown: { width: false, ascii: true, ending: "md", type: "text/markdown; charset=utf-8" },
	/** One self-contained page for browsers and for paper. */
	html: { width: false, ascii: false, ending: "html", type: "text/html; charset=utf-8" },
	/** That page on paper. It takes a browser, so that it is made only for someone at this machine. */
	pdf: { width: false, ascii: false, ending: "pdf", type: "application/pdf" },
	/** The JSON Resume document itself. */
	json: { width: false, ascii: false, ending: "json", type: "application/json" },
	/** The person, as a vCard 4.0. */
	vcard: { width: false, ascii: false, ending: "vcf", type: "text/vcard; charset=utf-8" },
	/** The publications. */
	bibtex: { width: false, ascii: false, ending: "bib", type: "application/x-bibtex; charset=utf-8" },
} as const;

export type FormatName = keyof typeof formats;

/** The formats that are text: what is printed anywhere and for anyone. */
export type TextFormat = Exclude<FormatName, "pdf">;

/** What people type for a format, most of all the ending of its files. */
export const formatSynonyms: Readonly<Record<string, FormatName>> = {
	txt: "text",
	plain: "text",
	md: "markdown",
	htm: "html",
	vcf: "vcard",
	bib: "bibtex",
};

export const formatNames = Object.keys(formats) as FormatName[];

export const textFormatNames = formatNames.filter((name): name is TextFormat => name !== "pdf");
