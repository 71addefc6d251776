import type { Accent } from "../accent.ts";
import type { Place } from "./private.ts";
import type { Words } from "./words/words.ts";

/**
 * The one view model. Screens and printers receive these shapes; none of them reads a JSON Resume field.
 * Every text in it has passed `cleanText` and is harmless to a terminal.
 */

/**
 * A stretch of text that looks the same throughout. What the document writes as inline Markdown is here without its
 * marks: a format that has no bold prints the text alone.
 */
export type Span = {
	text: string;
	/** It is a link. */
	href?: string;
	/** The name of the person the résumé is about. */
	isOwner?: boolean;
	/** `**strong**`. */
	isBold?: boolean;
	/** `*emphasis*`. */
	isItalic?: boolean;
	/** `` `code` ``. */
	isCode?: boolean;
};

/** A paragraph, or a bullet with the bullets under it. */
export type Block = {
	kind: "paragraph" | "bullet";
	spans: Span[];
	/** The bullets under this one; empty for most. */
	children: Block[];
};

/** Months since the year 0 (`year * 12 + month - 1`): whole numbers that the timeline can subtract. */
export type MonthIndex = number;

export type DateRange = {
	/** As shown: "Sep 2019 – Jul 2023 (expected)", in the résumé's language, or the original words if they weren't understood. */
	text: string;
	/** The dates of `text` that were understood, in its order, with ISO 8601's form of each: "2019", "2019-09", "2022-06-15". */
	moments?: { text: string; iso: string }[];
	start?: MonthIndex;
	/** Undefined if it's still going on, or wasn't understood. */
	end?: MonthIndex;
	/** It has a start and no end: shown as "Now", or "from Jan 2030" before that, and drawn as an arrow. */
	isOngoing: boolean;
	/** The end is only expected. */
	isExpected: boolean;
	/** A single date, as of a publication or an award, and not a stretch of time. */
	isPoint: boolean;
};

export type Link = {
	label: string;
	url: string;
};

/**
 * The heading over consecutive entries of one employer and lab, one school …: neighbours whose groups have the same
 * title are under it. `groupsOf` in `groups.ts` gives a section's entries by their headings.
 */
export type Group = {
	/** "State University · Vision Lab". */
	title: string;
	/** What else the details of all its entries have in common: the place. */
	details: string[];
	/** The links that all its entries have: the employer's site. */
	links: Link[];
	/** Each detail that needn't be said again under the heading: the parts of the title, and `details`. */
	said: string[];
};

export type Entry = {
	/** Unique in its section, made from its words: what a visitor can type on the command line. */
	id: string;
	/** What is read first on the entry's own screen: the role, the degree, the title. */
	title: string;
	/**
	 * The short text of its row in a list, on the timeline, among search results: what distinguishes it from its neighbours. The
	 * owner's own label; else for an entry of a group its title, or its first point if others there have that title too;
	 * else the organisation and lab of a job, or the title. Unique in its section unless its entries don't differ.
	 */
	label: string;
	/**
	 * Organisation, lab, place, venue …: shown on one line, joined by a middle dot. They are all there is to say, as an
	 * entry that is shown alone needs it.
	 */
	details: string[];
	/** The heading it shares with its neighbours; absent if it has nothing in common with either. Under it, `ownDetails`. */
	group?: Group;
	dates?: DateRange;
	/** The authors line, the equal contribution marked: each name one span, what is between them spans of their own. */
	people: Span[];
	/** What a mark in `people` means: "*equal contribution". */
	peopleNote?: string;
	body: Block[];
	links: Link[];
	/**
	 * Which part of the document it comes from: its section's key, and an index or a key in that; several roles at one
	 * employer are of one part.
	 */
	item?: Place;
	/** Only for a publication: what a citation needs. */
	publication?: Publication;
};

export type Publication = {
	title: string;
	authors: string[];
	/** Only what the document calls a journal. */
	journal?: string;
	/** The proceedings or the book that it is in, if the document says so; else wherever it appeared. */
	booktitle?: string;
	venue?: string;
	/** Of a thesis or a report. */
	school?: string;
	/** What the document calls it: "article", "conference paper". */
	type?: string;
	volume?: string;
	issue?: string;
	pages?: string;
	edition?: string;
	isbn?: string;
	/** As written in the document: "2022", "2022-06-15". */
	date?: string;
	/** Without an address before it: "10.1000/182". */
	doi?: string;
	/** As written: a number, or an address. */
	arxiv?: string;
	url?: string;
};

export type Section = {
	id: string;
	title: string;
	/** The JSON Resume key that it comes from: "work", "education", or one of the document's own. */
	source: string;
	/** The keys that the document has it under, if it calls it otherwise: "experience". */
	keys?: string[];
	entries: Entry[];
};

export type Contact = {
	kind: "mail" | "phone" | "web" | "profile";
	/** What it is, in a word: "Email", "Phone", "GitHub". */
	label: string;
	text: string;
	href: string;
};

/** A postal address in the fields that address books have. */
export type Address = { street?: string; city?: string; region?: string; postalCode?: string; country?: string };

/** A name in its parts, as far as they are known. */
export type NameParts = { prefix?: string; given?: string; additional?: string; family?: string; suffix?: string };

export type Person = {
	name: string;
	/** As the document gives them; absent if it has the name as one text. */
	nameParts?: NameParts;
	/** The line beside or under the name: label, or the place if there's no label. */
	headline?: string;
	/** `basics.label`; else the job of somebody at work who isn't a student, or the newest degree: "BS in Mathematics and Physics". */
	role?: string;
	/** The address on one line. */
	place?: string;
	address?: Address;
	/** Where the person is now: the school of a student without a label, the employer of anybody else. */
	organization?: string;
	/** The address of a picture: `https:`, or `data:`. */
	image?: string;
	/** `basics.summary` in plain words, a paragraph each. */
	summary: string[];
	/** What the section About shows: the summary, and whatever else the header has no place for ("Nationality: French"). */
	about: Block[];
	/** Email first, then phone, web, profiles. */
	contacts: Contact[];
	/** The page that shows this résumé, or the person's own site: what leads back to it without a terminal. */
	page?: string;
};

export type Resume = {
	/** The language that it is shown in: a BCP 47 tag. */
	language: string;
	/** Those that the document is in, that one among them. */
	languages: readonly string[];
	/** Every word of the program's own that its reader sees, in that language. */
	words: Words;
	/** The colour that stands out; without it, each output's own. */
	accent?: Accent;
	/** The month that the document is of: `meta.lastModified`. */
	asOf?: MonthIndex;
	person: Person;
	sections: Section[];
};
