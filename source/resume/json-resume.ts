import type { Accent } from "../accent.ts";

/**
 * JSON Resume 1.0 (https://jsonresume.org/schema) as `normalise` leaves it: every text clean, every list a list,
 * nothing null, nothing empty. What this program adds to the standard is marked `extra`; the schema allows it.
 */

import type { NameParts } from "./model.ts";
import type { Place } from "./private.ts";

/** The keys of a document that hold entries, in the standard's order. */
export const standardSections = [
	"work",
	"volunteer",
	"education",
	"awards",
	"certificates",
	"publications",
	"skills",
	"languages",
	"interests",
	"references",
	"projects",
] as const;

export type StandardSection = (typeof standardSections)[number];

export const isStandardSection = (key: string): key is StandardSection =>
	(standardSections as readonly string[]).includes(key);

export type Location = {
	address?: string;
	postalCode?: string;
	city?: string;
	region?: string;
	countryCode?: string;
	/** extra: the country's name. */
	country?: string;
};

export type Profile = {
	network?: string;
	username?: string;
	url?: string;
	/** extra: its title, and whatever else it has. */
	note?: string;
};

export type Basics = {
	name?: string;
	/** extra: the name in parts, as some documents have it. */
	nameParts?: NameParts;
	label?: string;
	/** An address of the web, or a `data:` one. */
	image?: string;
	/** The standard has one of each. */
	emails: string[];
	phones: string[];
	url?: string;
	summary?: string;
	location?: Location;
	profiles: Profile[];
	/** extra: whatever else it has. */
	facts: BasicsFact[];
};

/** What `basics` has beyond the standard, or an account that has no address. */
export type BasicsFact = { field: string; text: string };

/** extra: a highlight with highlights under it; `itemsFrom: "courses"` takes them from the entry's `courses`. */
export type HighlightGroup = { title: string; items: Highlight[]; itemsFrom?: "courses" };
export type Highlight = string | HighlightGroup;

/** extra: a link of an entry; where `label` occurs in the entry's texts, it is linked there. */
export type EntryLink = { label: string; url: string };

/** extra: an author of a publication. */
export type Author = {
	name: string;
	equalContribution: boolean;
	/** Signs beside the name that point to a footnote: "†". */
	marks?: string;
	/** What else it says: an affiliation. */
	note?: string;
};

/**
 * An entry of any section: the union of what the standard's sections call their fields. Which of them fill the title,
 * the details and the body is in one table, `columns.ts`.
 */
export type JsonEntry = {
	/** Texts by field name: "name", "position", "summary", … */
	texts: Map<string, string>;
	/** Which part of the document it comes from: a section's key, and an item's index or key in it. */
	item?: Place;
	/** extra: the short text of its row in lists. */
	label?: string;
	startDate?: string;
	endDate?: string;
	/** extra: the end is only expected. */
	endDateExpected: boolean;
	/** It says in words that it is still going on: "Present". */
	isOngoing: boolean;
	url?: string;
	/** extra: a digital object identifier, without an address before it. */
	doi?: string;
	highlights: Highlight[];
	courses: string[];
	keywords: string[];
	roles: string[];
	links: EntryLink[];
	authors: Author[];
};

/** extra: `meta.sections`: the order, ids and titles of the sections; `source` is the key the entries are under. */
export type SectionHeading = { id: string; title: string; source: string };

export type JsonResume = {
	basics: Basics;
	/** Entries by key, in the order of the document: the standard's sections and the document's own. */
	sections: Map<string, JsonEntry[]>;
	/** The document's own keys of sections that it calls otherwise. */
	keys: Map<string, string[]>;
	headings: SectionHeading[];
	/** extra: `meta.theme.accent`. */
	accent?: Accent;
	/** `meta.lastModified`: a date, or a date and a time. */
	lastModified?: string;
};
