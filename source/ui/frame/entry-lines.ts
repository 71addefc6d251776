import { detailsText } from "../../resume/blocks.ts";
import type { Block, Entry, Span } from "../../resume/model.ts";
import { widthOf } from "../../text/width.ts";
import { glyphs, roleOf } from "../../theme.ts";
import { blankLine, type Line, layOut, lineText, type Piece } from "./line.ts";

/** What an entry's lines depend on besides the entry. */
export type LinesOptions = {
	columns: number;
	/** What the search looks for, folded: marked wherever it occurs. */
	needles?: readonly string[];
	/** The text of the current result: its marks differ from the others. */
	found?: string;
	/** The link that `o` opens, marked if there are several. */
	currentLink?: number;
};

/** Everything about one entry, wrapped: title and dates, details, people, body, links. */
export function entryLines(entry: Entry, options: LinesOptions): Line[] {
	const put = putter(options);
	return [
		headLines(entry, options),
		entry.body.flatMap((block) => blockLines(block, 0, put)),
		linkLines(entry, options),
	]
		.filter((part) => part.length > 0)
		.flatMap((part, index) => (index === 0 ? part : [blankLine, ...part]));
}

/** What one reads first of an entry: title and dates, details, people. */
export function headLines(entry: Entry, options: LinesOptions): Line[] {
	const put = putter(options);
	const note = entry.peopleNote;
	return [
		...titleLines(entry, options),
		...(entry.details.length > 0 ? put([{ text: detailsText(entry), role: "quiet" }]) : []),
		...(entry.people.length > 0 ? put(entry.people.map(toPiece)) : []),
		...(note === undefined ? [] : put([{ text: `(${note})`, role: "quiet" }], "", "", options.found === note)),
	];
}

/** The links of an entry, numbered. */
export function linkLines(entry: Entry, options: LinesOptions): Line[] {
	const { columns, found, currentLink = 0 } = options;
	const put = putter(options);
	return entry.links.flatMap(({ label, url }, index) => {
		const isCurrent = entry.links.length > 1 && index === currentLink;
		const number: Piece = { text: `${index + 1} `, role: "key" };
		const name: Piece = { text: label, role: isCurrent ? "current" : "plain" };
		const address: Piece = { text: url, role: "link", href: url };
		const isFound = found === label || found === url;
		if (label === entry.title || label === url) {
			return put([number, { ...address, role: isCurrent ? "current" : "link" }], "", "  ", isFound);
		}

		return widthOf(`${index + 1} ${label}  ${url}`) <= columns
			? put([number, name, { text: "  ", role: "plain" }, address], "", "", isFound)
			: [...put([number, name], "", "  ", found === label), ...put([address], "  ", "  ", found === url)];
	});
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

/**
 * Lays pieces out. Some lines show more than the text that the search knows: for those, `isFound` is whether they hold
 * what it found.
 */
type Put = (pieces: Piece[], lead?: string, hanging?: string, isFound?: boolean) => Line[];

const putter =
	({ columns, needles = [], found }: LinesOptions): Put =>
	(pieces, lead = "", hanging = lead, isFound = undefined) => {
		const marked = isFound === undefined ? found : isFound ? textOf(pieces) : undefined;
		return layOut(pieces, { columns, needles, lead, hanging, ...(marked !== undefined && { found: marked }) });
	};

function blockLines(block: Block, depth: number, put: Put): Line[] {
	if (block.kind === "paragraph") {
		return [...put(block.spans.map(toPiece)), blankLine];
	}

	const lead = `${"  ".repeat(depth)}${depth === 0 ? glyphs.bullet : glyphs.nestedBullet} `;
	return [
		...put(block.spans.map(toPiece), lead, " ".repeat(lead.length)),
		...block.children.flatMap((child) => blockLines(child, depth + 1, put)),
	];
}

const toPiece = (span: Span): Piece => ({
	text: span.text,
	role: roleOf(span),
	...(span.href !== undefined && { href: span.href }),
});

/** The title with the dates in the right-hand column, or under it if there is no room beside it. */
function titleLines({ title, dates }: Entry, options: LinesOptions): Line[] {
	const { columns } = options;
	const when = dates === undefined ? [] : layOut([{ text: dates.text, role: "quiet" }], options);
	const name = layOut([{ text: title, role: "title" }], options);
	// Measured as they are drawn: composing characters may change how wide they are.
	const gap = columns - [name[0]!, ...when].reduce((sum, line) => sum + widthOf(lineText(line)), 0);
	if (name.length !== 1 || when.length !== 1 || gap < 2) {
		return [...name, ...when];
	}

	const [line] = name;
	return [{ ...line!, pieces: [...line!.pieces, { text: " ".repeat(gap), role: "plain" }, ...when[0]!.pieces] }];
}
