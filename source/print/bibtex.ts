import type { Publication, Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import { slug, uniqueIds } from "../resume/slug.ts";

/** One BibTeX entry for each publication of what is selected, a blank line between; "" where there is none. */
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
	const { title, authors, venue, date, url } = publication;
	const { type, venueField } = kindOf(venue);
	const arxiv = arxivNumber(url);
	const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "") ?? [];
	const fields: [string, string | undefined][] = [
		// The second pair of braces keeps BibTeX styles from lowering the title's capitals.
		["title", `{${escapeLatex(title)}}`],
		["author", authors.length === 0 ? undefined : authors.map(nameText).join(" and ")],
		[venueField, venue === undefined ? undefined : escapeLatex(venue)],
		["year", year ?? (date === undefined ? undefined : escapeLatex(date))],
		["month", month === undefined ? undefined : String(Number(month))],
		["eprint", arxiv],
		["archivePrefix", arxiv === undefined ? undefined : "arXiv"],
		["doi", /^https?:\/\/(?:dx\.)?doi\.org\/(10\.[^{}\\\s]+)$/i.exec(url ?? "")?.[1]],
		["url", url === undefined ? undefined : verbatim(url)],
	];
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${value}}`));
	return `@${type}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** "hu2022sparse": the first author's last name, the year, the title's first word that is not a small one. */
function citationKey({ title, authors, date }: Publication): string {
	const words = slug(title).split("-");
	const first = words.find((word) => word.length > 3) ?? words[0];
	const family = slug(authors[0] ?? "")
		.split("-")
		.at(-1);
	const year = /\d{4}/.exec(date ?? "")?.[0] ?? "";
	// Keys of other letters than these trip BibTeX itself.
	return `${family}${year}${first}`.replace(/[^a-z\d]/g, "") || "publication";
}

/** What kind of entry the venue's words tell of; where they tell nothing, "misc" claims nothing. */
function kindOf(venue: string | undefined): { type: string; venueField: string } {
	if (venue !== undefined && /\b(journal|transactions|letters|annals|reviews?|magazine)\b/i.test(venue)) {
		return { type: "article", venueField: "journal" };
	}

	// "NeurIPS 2022", "AAAI2018", "Proceedings of …".
	const isMeeting = (words: string) =>
		/\b(proceedings|proc|conference|workshop|symposium)\b/i.test(words) || /\b[A-Z]\w*[A-Z]\w*\W*\d{4}\b/.test(words);
	if (venue !== undefined && isMeeting(venue)) {
		return { type: "inproceedings", venueField: "booktitle" };
	}

	return { type: "misc", venueField: "howpublished" };
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
