import type { Publication, Resume } from "../resume/model.ts";
import { readName } from "../resume/name.ts";
import type { Selection } from "../resume/select.ts";
import { slug, uniqueIds } from "../resume/slug.ts";

/** One BibTeX entry for each publication of what is selected, a blank line between; "" if there is none. */
export function printBibtex({ sections }: Resume, { section, entry }: Selection): string {
	const publications = sections.flatMap((each, sectionIndex) =>
		section !== undefined && section !== sectionIndex
			? []
			: each.entries.flatMap(({ publication }, entryIndex) =>
					publication && (entry === undefined || entry === entryIndex) ? [publication] : [],
				),
	);
	const keys = uniqueIds(publications.map(citationKey));
	return publications.map((publication, index) => bibtexEntry(publication, keys[index])).join("\n");
}

/** The BibTeX entry of one publication, ending in a line feed. */
export function bibtexEntry(publication: Publication, key = citationKey(publication)): string {
	const { title, authors, venue, volume, issue, pages, date, url } = publication;
	const { type, venueField } = kindOf(publication);
	const arxiv = arxivNumber(url);
	const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?/.exec(date ?? "") ?? [];
	const plain = (text: string | undefined) => (text === undefined ? undefined : escapeLatex(text));
	const fields: [string, string | undefined][] = [
		// The second pair of braces keeps BibTeX styles from lowering the title's capitals.
		["title", `{${escapeLatex(title)}}`],
		["author", authors.length === 0 ? undefined : authors.map(nameText).join(" and ")],
		[venueField, plain(venue)],
		["volume", plain(volume)],
		["number", plain(issue)],
		["pages", plain(pages)?.replace(/\s*[-–—]+\s*/g, "--")],
		["year", year ?? plain(date)],
		["month", month === undefined ? undefined : String(Number(month))],
		["eprint", arxiv],
		["archivePrefix", arxiv === undefined ? undefined : "arXiv"],
		["doi", doiOf(publication)],
		["url", url === undefined ? undefined : verbatim(url)],
	];
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${value}}`));
	return `@${type}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** "hu2022sparse": the first author's last name, the year, the title's first word that is not a small one. */
function citationKey({ title, authors, date }: Publication): string {
	const words = slug(title).split("-");
	const first = words.find((word) => word.length > 3) ?? words[0];
	const [author = ""] = authors;
	const family = slug(readName(author)?.family ?? author)
		.split("-")
		.at(-1);
	const year = /\d{4}/.exec(date ?? "")?.[0] ?? "";
	// Keys of other letters than these trip BibTeX itself.
	return `${family}${year}${first}`.replace(/[^a-z\d]/g, "") || "publication";
}

/** What the document's own word for a kind of publication is in BibTeX, and where its venue goes there. */
const kinds: [words: RegExp, type: string, venueField: string][] = [
	[/\b(?:proceedings|inproceedings|conference|workshop)/i, "inproceedings", "booktitle"],
	[/\b(?:chapter|incollection|inbook)/i, "incollection", "booktitle"],
	[/\bbook\b/i, "book", "publisher"],
	[/\bpatent/i, "misc", "howpublished"],
	[/\b(?:phd|doctoral|dissertation)/i, "phdthesis", "school"],
	[/\bmaster/i, "mastersthesis", "school"],
	[/\breport\b/i, "techreport", "institution"],
	[/\b(?:preprint|working paper|unpublished)/i, "misc", "howpublished"],
	[/\b(?:article|journal|magazine)/i, "article", "journal"],
];

/** What kind of entry it is: by the document's word for it, else by what it is in; "misc" claims nothing. */
function kindOf({ type, venue, volume, issue }: Publication): { type: string; venueField: string } {
	const named = kinds.find(([words]) => type !== undefined && words.test(type));
	if (named) {
		return { type: named[1], venueField: named[2] };
	}

	// "NeurIPS 2022", "AAAI2018", "Proceedings of …".
	const isMeeting = (words: string) =>
		/\b(proceedings|proc|conference|workshop|symposium)\b/i.test(words) || /\b[A-Z]\w*[A-Z]\w*\W*\d{4}\b/.test(words);
	const isJournal = (words: string) => /\b(journal|transactions|letters|annals|reviews?|magazine)\b/i.test(words);
	if (venue !== undefined && isMeeting(venue) && !isJournal(venue)) {
		return { type: "inproceedings", venueField: "booktitle" };
	}

	return volume !== undefined || issue !== undefined || (venue !== undefined && isJournal(venue))
		? { type: "article", venueField: "journal" }
		: { type: "misc", venueField: "howpublished" };
}

/** BibTeX can't read a DOI with braces or backslashes. */
function doiOf({ doi, url }: Publication): string | undefined {
	const found = doi ?? /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(url ?? "")?.[1];
	return found !== undefined && /^[^{}\\\s]+$/.test(found) ? found : undefined;
}

/** The number of an arXiv address, its version left out (https://info.arxiv.org/help/arxiv_identifier.html). */
function arxivNumber(url: string | undefined): string | undefined {
	return /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})/i.exec(url ?? "")?.[1];
}

/**
 * BibTeX divides a name given in its natural order by itself. Braces keep whole what it would divide wrongly: an "and"
 * within the name, a comma that does not part the family from the given name, a name that is one word.
 */
function nameText(name: string): string {
	if (/^(?:et al\.?|\.{3}|…)$/i.test(name)) {
		return "others";
	}

	const text = escapeLatex(name);
	return /\band\b/i.test(name) || !/\s/.test(name) || /,.*,/.test(name) || /^\s*,|,\s*$/.test(name)
		? `{${text}}`
		: text;
}

const latexOf: Record<string, string> = {
	"\\": "\\textbackslash{}",
	"{": "\\textbraceleft{}",
	"}": "\\textbraceright{}",
	"~": "\\textasciitilde{}",
	"^": "\\textasciicircum{}",
};

/** The text on one line, none of it read as LaTeX; braces never alone, because BibTeX counts them wherever they are. */
const escapeLatex = (text: string) =>
	text.replace(/\s+/gu, " ").replace(/[\\{}~^]|[$&#%_]/g, (sign) => latexOf[sign] ?? `\\${sign}`);

/** An address is taken letter by letter; only what would end the field is written in the address's own way. */
const verbatim = (url: string) => url.replace(/[{}\\$\s]/gu, encodeURIComponent);
