import type { NameParts, Publication, Resume } from "../resume/model.ts";
import { isCorporate, likelyName, readName } from "../resume/name.ts";
import type { Selection } from "../resume/select.ts";
import { slug, uniqueIds } from "../resume/slug.ts";
import { thesisType, typeOf, venueFields } from "./bibtex-types.ts";

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
	const { title, authors, volume, issue, pages, edition, isbn, date, url } = publication;
	const type = typeOf(publication);
	const arxiv = arxivNumber(publication);
	const { year, month, words } = partsOf(date);
	const plain = (text: string | undefined) => (text === undefined ? undefined : escapeLatex(text));
	const fields: [string, string | undefined][] = [
		// The second pair of braces keeps BibTeX styles from lowering the title's capitals.
		["title", `{${escapeLatex(title)}}`],
		["author", authors.length === 0 ? undefined : authors.map(nameText).join(" and ")],
		...venueFields(type, publication).map(([name, text]): [string, string] => [name, escapeLatex(text)]),
		["type", plain(thesisType(type, publication))],
		["edition", plain(edition)],
		["volume", plain(volume)],
		["number", plain(issue)],
		["pages", plain(pages)?.replace(/\s*[-–—]+\s*/g, "--")],
		["year", year],
		["month", month],
		["note", plain(words)],
		["isbn", plain(isbn)],
		["eprint", arxiv],
		["archivePrefix", arxiv === undefined ? undefined : "arXiv"],
		["doi", doiOf(publication)],
		["url", url === undefined ? undefined : verbatim(url)],
	];
	const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${value}}`));
	return `@${type}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** Year and month; words that say more or something else, such as "Spring 2024" and "in press", are a note. */
function partsOf(date = ""): { year?: string; month?: string; words?: string } {
	const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?(?:-.*)?$/.exec(date) ?? [];
	if (year !== undefined) {
		return { year, ...(month !== undefined && { month: String(Number(month)) }) };
	}

	const found = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(date)?.[0];
	return { ...(found !== undefined && { year: found }), ...(date !== "" && { words: date }) };
}

/** "hu2022sparse": the first author's last name, the year, the title's first word that is not a small one. */
function citationKey({ title, authors, date }: Publication): string {
	const words = asciiSlug(title).split("-");
	const first = words.find((word) => word.length > 3) ?? words[0];
	const [author = ""] = authors;
	const family = asciiSlug((citedName(author) ?? likelyName(author))?.family ?? author)
		.split("-")
		.at(-1);
	const year = /\d{4}/.exec(date ?? "")?.[0] ?? "";
	// Keys of other letters than these trip BibTeX itself.
	return `${family}${year}${first}`.replace(/[^a-z\d]/g, "") || "publication";
}

/** Letters that are no others with an accent, as they are written without them. */
const withoutLetter: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
};

const asciiSlug = (text: string) => slug(text).replace(/[ßæœøłđðþı]/g, (letter) => withoutLetter[letter]!);

/** What stands for the authors who aren't named, in the languages that résumés are mostly written in. */
const others =
	/^(?:(?:and |& )?(?:others|et al\.?)|u\.\s?a\.|и др\.?|y otros|e outros|等人?|ほか|他|외|وآخرون|و دیگران|ואחרים|\.{3}|…)$/i;

/** BibTeX can't read a DOI with braces or backslashes. */
function doiOf({ doi, url }: Publication): string | undefined {
	const found = doi ?? /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(url ?? "")?.[1];
	return found !== undefined && /^[^{}\\\s]+$/.test(found) ? found : undefined;
}

/** The number of a paper on arXiv, its version left out (https://info.arxiv.org/help/arxiv_identifier.html). */
function arxivNumber({ arxiv, url, doi, venue }: Publication): string | undefined {
	const number = /(?<!\d)(?:\d{4}\.\d{4,5}(?!\d)|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i;
	const places = [
		arxiv,
		/^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+)/i.exec(url ?? "")?.[1],
		/^10\.48550\/arxiv\.(.+)/i.exec(doi ?? "")?.[1],
		/\barxiv:\s*(.+)/i.exec(venue ?? "")?.[1],
	];
	return places.flatMap((place) => number.exec(place ?? "")?.[0] ?? [])[0];
}

/**
 * BibTeX divides a name given in its natural order by itself; one in another order is divided here, if its parts are
 * sure. Braces keep whole what would be divided wrongly: an "and" within the name, a name that is one word.
 */
function nameText(name: string): string {
	if (others.test(name)) {
		return "others";
	}

	const { family, given, additional, suffix } = isCorporate(name) ? {} : (citedName(name) ?? {});
	const isDivided = family !== undefined && !/\band\b/i.test(name) && (name.includes(",") || !name.endsWith(family));
	if (isDivided) {
		const parts = [
			family,
			/^(?:jr|sr|ii|iii|iv)\b/i.test(suffix ?? "") ? suffix : undefined,
			[given, additional].filter(Boolean).join(" "),
		];
		return parts
			.filter((part) => part !== undefined)
			.map(escapeLatex)
			.join(", ");
	}

	const text = escapeLatex(name);
	return /\band\b/i.test(name) || isCorporate(name) || !/\s/.test(name) || /,.*,/.test(name) || /^\s*,|,\s*$/.test(name)
		? `{${text}}`
		: text;
}

/** The sure parts of an author's name, "Doe JA" of medical journals among them. */
function citedName(author: string): NameParts | undefined {
	const [, family, initials] = /^([^,]*\p{Ll}[^,]*?)\s+(\p{Lu}{1,3})$/u.exec(author) ?? [];
	return family !== undefined &&
		!/^(?:\p{Lu}\.?[\s-]?)+(?:\s|$)|^\p{Lu}\.\s/u.test(family) &&
		!/^(?:II|III|IV|MD|JD|MA|BA|MBA)$/.test(initials!)
		? { family, given: [...initials!].map((letter) => `${letter}.`).join(" ") }
		: readName(author);
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
