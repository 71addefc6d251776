/** What the résumé can be printed as: what `--format` takes, and which options change it. */
export const formats = {
	/** For people and for application forms. */
	text: { width: true, ascii: true },
	/** CommonMark. */
	markdown: { width: false, ascii: true },
	/** One self-contained page for browsers and for paper. */
	html: { width: false, ascii: false },
	/** The JSON Resume document itself. */
	json: { width: false, ascii: false },
	/** The person, as a vCard 4.0. */
	vcard: { width: false, ascii: false },
	/** The publications. */
	bibtex: { width: false, ascii: false },
} as const;

export type FormatName = keyof typeof formats;

/** What people type for a format, most of all the ending of its files. */
export const formatSynonyms = {
	txt: "text",
	plain: "text",
	md: "markdown",
	htm: "html",
	vcf: "vcard",
	bib: "bibtex",
} as const satisfies Record<string, FormatName>;

export const formatNames = Object.keys(formats) as FormatName[];
