/**
 * A résumé as it is written down: JSON Resume 1.0 (https://jsonresume.org/schema) with what this program reads beyond
 * it. `schema.json` says the same to editors, with a description of each field; a test holds the two together.
 */
export type ResumeDocument = {
	$schema?: string;
	basics?: {
		name?: Text;
		label?: Text;
		image?: string;
		email?: string;
		phone?: string;
		url?: string;
		summary?: Text;
		location?: {
			address?: Text;
			postalCode?: string;
			city?: Text;
			region?: Text;
			countryCode?: string;
			country?: Text;
		};
		profiles?: { network?: Text; username?: string; url?: string }[];
	};
	work?: (Entry &
		Period & {
			name?: Text;
			position?: Text;
			url?: string;
			location?: Text;
			description?: Text;
			summary?: Text;
			highlights?: Text[];
			roles?: (Period & { position?: Text; location?: Text; summary?: Text; highlights?: Text[] })[];
		})[];
	volunteer?: (Entry &
		Period & {
			organization?: Text;
			position?: Text;
			url?: string;
			location?: Text;
			summary?: Text;
			highlights?: Text[];
		})[];
	education?: (Entry &
		Period & {
			institution?: Text;
			url?: string;
			location?: Text;
			area?: Text;
			studyType?: Text;
			score?: string;
			courses?: Text[];
			highlights?: Highlight[];
		})[];
	projects?: (Entry &
		Period & {
			name?: Text;
			description?: Text;
			highlights?: Text[];
			keywords?: Text[];
			url?: string;
			roles?: Text[];
			entity?: Text;
			type?: Text;
		})[];
	publications?: (Entry & {
		name?: Text;
		publisher?: Text;
		journal?: Text;
		booktitle?: Text;
		releaseDate?: string;
		url?: string;
		summary?: Text;
		authors?: Author[];
		doi?: string;
		type?: string;
		volume?: string | number;
		issue?: string | number;
		pages?: string | number;
		edition?: string | number;
		isbn?: string;
		arxiv?: string;
	})[];
	awards?: (Entry & { title?: Text; date?: string; awarder?: Text; summary?: Text })[];
	certificates?: (Entry & { name?: Text; date?: string; url?: string; issuer?: Text })[];
	skills?: (Entry & { name?: Text; level?: Text; keywords?: Text[] })[];
	languages?: (Entry & { language?: Text; fluency?: Text })[];
	interests?: (Entry & { name?: Text; keywords?: Text[] })[];
	references?: (Entry & { name?: Text; reference?: Text })[];
	meta?: {
		canonical?: string;
		version?: string;
		lastModified?: string;
		sections?: { source: string; title?: Text; id?: string }[];
		private?: string | string[];
		language?: string;
		languages?: unknown;
		theme?: { accent?: string };
	};
};

/** A text, or the same text in several languages: `{"de": "Ich koche.", "en": "I cook."}`. */
export type Text = string | { readonly [language: string]: string };

/** What any entry may have. */
type Entry = {
	/** The entry's row in lists and on the timeline, if the usual one is too long. */
	label?: Text;
	links?: (string | { label?: Text; url: string })[];
	hide?: boolean;
};

/** Dates are YYYY, YYYY-MM or YYYY-MM-DD. */
type Period = { startDate?: string; endDate?: string; endDateExpected?: boolean };

type Author = string | { name: Text; equalContribution?: boolean };

type Highlight = Text | { title?: Text; items?: Highlight[]; itemsFrom?: "courses" };
