import type { Publication } from "../resume/model.ts";

/** What the document's own word for a kind of publication is in BibTeX. */
const types: [words: RegExp, type: string][] = [
	[/\b(?:proceedings|inproceedings|conference|workshop)/i, "inproceedings"],
	[/\b(?:chapter|incollection|inbook)/i, "incollection"],
	[/\bbook\b/i, "book"],
	[/\bpatent/i, "misc"],
	[/\b(?:master|bachelor|diplom)/i, "mastersthesis"],
	[/\b(?:phd|doctoral|habilitation)|(?:thesis|dissertation)\b/i, "phdthesis"],
	[/report\b/i, "techreport"],
	[/\b(?:preprint|working paper|unpublished)/i, "misc"],
	[/(?:\b|journal)(?:article|journal|magazine)/i, "article"],
];

/** What kind of entry it is: by the document's word for it, else by what it is in; "misc" claims nothing. */
export function typeOf({ type, journal, booktitle, venue, volume, issue, pages, isbn }: Publication): string {
	const named = types.find(([words]) => type !== undefined && words.test(type));
	if (named) {
		return named[1];
	}

	// "NeurIPS 2022", "AAAI2018", "Proceedings of …".
	const isMeeting = (words: string) =>
		/\b(proceedings|proc|conference|workshop|symposium)\b/i.test(words) || /\b[A-Z]\w*[A-Z]\w*\W*\d{4}\b/.test(words);
	const isJournal = (words: string) => /\b(journal|transactions|letters|annals|reviews?|magazine)\b/i.test(words);
	if (journal !== undefined) {
		return "article";
	}

	if (booktitle !== undefined || (venue !== undefined && isMeeting(venue) && !isJournal(venue))) {
		return "inproceedings";
	}

	// A book's number of pages, and the pages of an article.
	const isPart = issue !== undefined || /\d\D+\d/.test(pages ?? "");
	if (isbn !== undefined && !isPart) {
		return "book";
	}

	const isPress = /\b(?:press|verlag|publish(?:ers?|ing)|springer|books)\b/i.test(venue ?? "");
	return volume !== undefined ||
		issue !== undefined ||
		(venue !== undefined && (isJournal(venue) || (isPart && !isPress)))
		? "article"
		: "misc";
}

const venueNames: Record<string, string> = {
	article: "journal",
	inproceedings: "booktitle",
	incollection: "booktitle",
	book: "publisher",
	phdthesis: "school",
	mastersthesis: "school",
	techreport: "institution",
};

/** Where it appeared, in the field that its type has for that, and who published it if that's said as well. */
export function venueFields(type: string, { journal, booktitle, venue, school }: Publication): [string, string][] {
	const name = venueNames[type] ?? "howpublished";
	const isOfSchool = name === "school" || name === "institution";
	const whole = isOfSchool ? (school ?? venue) : (journal ?? booktitle ?? venue);
	return [
		...(whole === undefined ? [] : [[name, whole] satisfies [string, string]]),
		...(venue === undefined || venue === whole ? [] : [["publisher", venue] satisfies [string, string]]),
	];
}

/** What kind of thesis, if BibTeX has no type for it. */
export const thesisType = (bibtexType: string, { type }: Publication): string | undefined =>
	(bibtexType === "mastersthesis" && !/master/i.test(type!)) || /habilitation/i.test(type ?? "") ? type : undefined;
