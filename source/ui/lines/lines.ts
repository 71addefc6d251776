import type { Block, Entry, Span } from "../../resume/model.ts";
import { detailsText, findRanges } from "../../resume/search.ts";
import { widthOf, wrap } from "../../text/width.ts";
import { glyphs, type Role, roleOf } from "../theme.ts";

/** A stretch of a line that looks the same throughout. */
export type Piece = { text: string; role: Role; href?: string };

/** One line of a screen, never wider than it was laid out for. */
export type Line = {
	pieces: Piece[];
	/** The text that this line is a part of, as the search knows it. */
	source?: string;
};

/** The text of a line as it stands on the screen. */
export const lineText = ({ pieces }: Line): string => pieces.map(({ text }) => text).join("");

export const plainLine = (text: string, role: Role = "plain"): Line => ({ pieces: [{ text, role }] });

export const blankLine: Line = { pieces: [] };

/** What an entry's lines need to know beside the entry. */
export type LinesOptions = {
	columns: number;
	/** What the search looks for, folded: marked wherever it stands. */
	needles?: readonly string[];
	/** The link that `o` opens, marked where there are several. */
	currentLink?: number;
};

/** What one reads first of an entry, in short: title and dates, details, the first of the people. */
export function briefLines(entry: Entry, columns: number): Line[] {
	const [people, ...more] = layOut(entry.people.map(toPiece), { columns: Math.max(1, columns - 2) });
	const ending: Piece[] = more.length === 0 ? [] : [{ text: ` ${glyphs.more}`, role: "quiet" }];
	return [
		...titleLines(entry, columns, []),
		...(entry.details.length === 0 ? [] : layOut([{ text: detailsText(entry), role: "quiet" }], { columns })),
		...(entry.people.length === 0 ? [] : [{ pieces: [...people!.pieces, ...ending] }]),
	];
}

/** Everything about one entry, wrapped: title and dates, details, people, body, links. */
export function entryLines(entry: Entry, options: LinesOptions): Line[] {
	const { columns, needles = [], currentLink = 0 } = options;
	const put = (spans: Piece[], lead = "", hanging = lead) => layOut(spans, { columns, needles, lead, hanging });
	const head = [
		...titleLines(entry, columns, needles),
		...(entry.details.length > 0 ? put([{ text: detailsText(entry), role: "quiet" }]) : []),
		...(entry.people.length > 0 ? put(entry.people.map(toPiece)) : []),
		...(entry.peopleNote === undefined ? [] : put([{ text: `(${entry.peopleNote})`, role: "quiet" }])),
	];
	const body = entry.body.flatMap((block) => blockLines(block, 0, put));
	const links = entry.links.flatMap(({ label, url }, index) => {
		const isCurrent = entry.links.length > 1 && index === currentLink;
		const number: Piece = { text: `${index + 1} `, role: "key" };
		const name: Piece = { text: label, role: isCurrent ? "current" : "plain" };
		const address: Piece = { text: url, role: "link", href: url };
		const oneLine = [number, name, { text: "  ", role: "plain" } satisfies Piece, address];
		if (label === entry.title || label === url) {
			return put([number, { ...address, role: isCurrent ? "current" : "link" }], "", "  ");
		}

		return widthOf(`${index + 1} ${label}  ${url}`) <= columns
			? put(oneLine)
			: [...put([number, name], "", "  "), ...put([address], "  ")];
	});
	return [head, body, links]
		.filter((part) => part.length > 0)
		.flatMap((part, index) => (index === 0 ? part : [blankLine, ...part]));
}

type Put = (spans: Piece[], lead?: string, hanging?: string) => Line[];

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

/** The title with the dates in the right-hand column, or under it where there is no room beside it. */
function titleLines({ title, dates }: Entry, columns: number, needles: readonly string[]): Line[] {
	const when = dates === undefined ? [] : layOut([{ text: dates.text, role: "quiet" }], { columns, needles });
	const name = layOut([{ text: title, role: "title" }], { columns, needles });
	// Measured as they are drawn: composing characters may change how wide they are.
	const gap = columns - [name[0]!, ...when].reduce((sum, line) => sum + widthOf(lineText(line)), 0);
	if (name.length !== 1 || when.length !== 1 || gap < 2) {
		return [...name, ...when];
	}

	const [line] = name;
	return [{ ...line!, pieces: [...line!.pieces, { text: " ".repeat(gap), role: "plain" }, ...when[0]!.pieces] }];
}

/**
 * The pieces as one text, wrapped: the first line after `lead`, the others after `hanging`; what the search looks for
 * marked.
 */
export function layOut(
	pieces: Piece[],
	{
		columns,
		needles = [],
		lead = "",
		hanging = lead,
	}: { columns: number; needles?: readonly string[]; lead?: string; hanging?: string },
): Line[] {
	// Wrapping composes characters (NFC); the places of the pieces are counted in the composed text.
	const composed = pieces.map((piece) => ({ ...piece, text: piece.text.normalize().replace(/\s/gu, " ") }));
	const source = composed.map(({ text }) => text).join("");
	const marked = mark(composed, source, needles);
	let place = 0;
	const room = columns - widthOf(lead);
	// The lines that follow may be indented more than the first.
	const texts =
		widthOf(source) <= room ? [source] : wrap(source, Math.max(1, Math.min(room, columns - widthOf(hanging))));
	return texts.map((text, index) => {
		const [start, end] = findLine(source, text, place);
		place = end;
		const before = index === 0 ? lead : hanging;
		return {
			source,
			pieces: [...(before === "" ? [] : [{ text: before, role: "plain" as const }]), ...cut(marked, start, end)],
		};
	});
}

/** Where a wrapped line stands in its text: the wrapper drops spaces between lines and folds them within one. */
function findLine(source: string, line: string, from: number): [start: number, end: number] {
	let start = from;
	while (source[start] === " ") {
		start++;
	}

	let end = start;
	for (const character of line) {
		while (character !== " " && source[end] === " ") {
			end++;
		}

		end += character.length;
	}

	return [start, end];
}

function mark(pieces: Piece[], source: string, needles: readonly string[]): Piece[] {
	const ranges = needles.length === 0 ? [] : findRanges(source, needles);
	if (ranges.length === 0) {
		return pieces;
	}

	const marked: Piece[] = [];
	let place = 0;
	for (const { start, end } of ranges) {
		marked.push(
			...cut(pieces, place, start),
			...cut(pieces, start, end).map((piece) => ({ ...piece, role: "match" as const })),
		);
		place = end;
	}

	return [...marked, ...cut(pieces, place, source.length)];
}

/** The part of the pieces between two places of their joined text. */
function cut(pieces: Piece[], start: number, end: number): Piece[] {
	const parts: Piece[] = [];
	let place = 0;
	for (const piece of pieces) {
		const from = Math.max(start, place);
		const to = Math.min(end, place + piece.text.length);
		if (from < to) {
			parts.push({ ...piece, text: piece.text.slice(from - place, to - place) });
		}

		place += piece.text.length;
	}

	return parts;
}

/** A line with something at its right end; what is at the left gives way. */
export function spread(left: Piece[], right: Piece[], columns: number): Line {
	const rightWidth = widthOf(lineText({ pieces: right }));
	const room = right.length === 0 ? columns : columns - rightWidth - 2;
	const [first] = layOut(left, { columns: Math.max(1, room) });
	const gap = columns - widthOf(lineText(first!)) - rightWidth;
	return { pieces: [...first!.pieces, { text: " ".repeat(Math.max(0, gap)), role: "plain" }, ...right] };
}
