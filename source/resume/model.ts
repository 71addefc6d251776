import type { Words } from "./words/words.ts";

/**
 * The one view model. Screens and printers receive these shapes; none of them reads a JSON Resume field.
 * Every text in it has passed `cleanText` and is harmless to a terminal.
 */

/** A stretch of text. With `href` it is a link; `isOwner` marks the name of the person the résumé is about. */
export type Span = {
	text: string;
	href?: string;
	isOwner?: boolean;
};

/** A paragraph, or a bullet with the bullets under it. */
export type Block = {
	kind: "paragraph" | "bullet";
	spans: Span[];
	/** What stands under this bullet; empty for most. */
	children: Block[];
};

/** Months since the year 0 (`year * 12 + month - 1`): whole numbers that the timeline can subtract. */
export type MonthIndex = number;

export type DateRange = {
	/** As shown: "Sep 2019 – Jul 2023 (expected)", in the résumé's language, or the original words where they were not understood. */
	text: string;
	/** The dates in `text`, in its order, each with what ISO 8601 writes for it: "2019", "2019-09", "2022-06-15". */
	moments?: { text: string; iso: string }[];
	start?: MonthIndex;
	/** Undefined where it still goes on, or where it was not understood. */
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

export type Entry = {
	/** Unique in its section, made from its words: what a visitor can type on the command line. */
	id: string;
	/** What is read first on the entry's own screen: the role, the degree, the title. */
	title: string;
	/** What stands for it in a menu or on the timeline: the organisation and lab, or the title. */
	label: string;
	/** Organisation, lab, place, venue …: shown on one line, joined by a middle dot. */
	details: string[];
	dates?: DateRange;
	/** The authors line, the equal contribution marked: each name one span, the commas spans of their own. */
	people: Span[];
	/** What a mark in `people` means: "*equal contribution". */
	peopleNote?: string;
	body: Block[];
	links: Link[];
	/** Only for a publication: what a citation needs. */
	publication?: Publication;
};

export type Publication = {
	title: string;
	authors: string[];
	venue?: string;
	/** As written in the document: "2022", "2022-06-15". */
	date?: string;
	url?: string;
};

export type Section = {
	id: string;
	title: string;
	/** The JSON Resume key that it comes from: "work", "education", or one of the document's own. */
	source: string;
	entries: Entry[];
};

export type Contact = {
	kind: "mail" | "phone" | "web" | "profile";
	/** What it is, in a word: "Mail", "Phone", "GitHub". */
	label: string;
	text: string;
	href: string;
};

export type Person = {
	name: string;
	/** The line beside or under the name: label, or the place where there is no label. */
	headline?: string;
	/** `basics.label`, or else the newest degree: "BS in Mathematics and Physics". */
	role?: string;
	place?: string;
	/** `basics.summary`, a paragraph each. */
	summary: string[];
	/** Mail first, then phone, web, profiles. */
	contacts: Contact[];
};

export type Resume = {
	/** The language that it is shown in: a BCP 47 tag. */
	language: string;
	/** Every word of the program's own that its reader sees, in that language. */
	words: Words;
	person: Person;
	sections: Section[];
};
