import { spansText } from "../../resume/blocks.ts";
import { groupsOf } from "../../resume/groups.ts";
import type { Block, Entry } from "../../resume/model.ts";
import type { Words } from "../../resume/words/words.ts";
import { truncate } from "../../text/width.ts";
import { glyphs } from "../../theme.ts";
import type { Content } from "../content.ts";
import { headLines, linkLines } from "./entry-lines.ts";
import type { Size } from "./layout.ts";
import { aimedAt, blankLine, type Line, layOut, lineText, plainLine } from "./line.ts";
import { cutLines, entryRow, trimEnd } from "./list-rows.ts";
import { indented } from "./part.ts";

/**
 * What is in a section, as fully as there is room for all of its entries: whole; with their first points; by name and
 * dates. A click on an entry opens it.
 */
export function previewLines(content: Content, index: number, { columns, rows }: Size): Line[] {
	const { sections, words } = content.resume;
	const section = sections[index];
	if (section === undefined || rows < 1) {
		return [];
	}

	if (section.entries.length === 1) {
		return entryPreview(content, { section: index, entry: 0 }, { columns, rows });
	}

	const entries = section.entries.slice(0, rows + 1);
	// What obviously can't fit isn't laid out.
	if (leastRows(entries, inFullForm) <= rows) {
		const lines = inFull(entries, index, (entry) => [...content.lines(entry, { columns }), blankLine]);
		if (lines.length <= rows) {
			return lines;
		}
	}

	const shortest = forms.at(-1)!;
	for (const form of forms.filter((each) => each === shortest || leastRows(entries, each) <= rows)) {
		const lines = inShort(entries, index, words, columns, form);
		if (lines.length <= rows) {
			return lines;
		}
	}

	return cutLines(inShort(entries, index, words, columns, shortest), rows, columns);
}

/** One entry in this many rows: whole if it fits, else without blank lines and cut. */
export function entryPreview(
	content: Content,
	{ section, entry }: { section: number; entry: number },
	{ columns, rows }: Size,
): Line[] {
	const shown = content.resume.sections[section]?.entries[entry];
	if (shown === undefined) {
		return [];
	}

	const whole = trimEnd([...content.lines(shown, { columns })]);
	const fitting = whole.length <= rows ? whole : condensed(shown, { columns, rows });
	return aimedAt(cutLines(fitting, rows, columns), { type: "go", section, entry });
}

/** One entry without blank lines, each point in as many lines as there is room for. */
function condensed(entry: Entry, { columns, rows }: Size): Line[] {
	const head = headLines(entry, { columns });
	const links = linkLines(entry, { columns });
	const points = entry.body.map((block) => layOutPoint(block, columns));
	const heightWith = (lines: number) =>
		points.reduce((sum, point) => sum + Math.min(lines, point.length), head.length + links.length);
	const lines = [4, 3, 2].find((each) => heightWith(each) <= rows) ?? 1;
	return [...head, ...points.flatMap((point) => pointLines(point, columns, lines)), ...links];
}

type Form = {
	/** First points of an entry, and lines of each. */ points: number;
	lines: number /** Blank lines. */;
	gap: number;
};

/** From the fullest to the shortest. */
const forms: readonly Form[] = [
	{ points: 2, lines: 2, gap: 1 },
	{ points: 1, lines: 2, gap: 1 },
	{ points: 1, lines: 1, gap: 1 },
	{ points: 1, lines: 1, gap: 0 },
	{ points: 0, lines: 0, gap: 0 },
];

/** A whole entry takes at least this much. */
const inFullForm: Form = { points: Number.POSITIVE_INFINITY, lines: 1, gap: 1 };

/** Rows without which a form of these entries can't be. */
const leastRows = (entries: readonly Entry[], { points, gap }: Form): number =>
	entries.reduce((sum, { body }) => sum + 1 + Math.min(points, body.length) + gap, -gap);

const inFull = (entries: readonly Entry[], section: number, whole: (entry: Entry) => Line[]): Line[] =>
	trimEnd(entries.flatMap((each, entry) => aimedAt(whole(each), { type: "go", section, entry })));

function inShort(entries: readonly Entry[], section: number, words: Words, columns: number, form: Form): Line[] {
	const blank = Array<Line>(form.gap).fill(blankLine);
	const lines = groupsOf(entries).flatMap(({ group, entries: members }) => {
		const heading = group === undefined ? [] : [plainLine(truncate(group.title, columns), "title")];
		const indent = group === undefined ? 0 : 2;
		const blocks = members.map(({ entry, index }) =>
			aimedAt(
				briefEntry(entry, words, columns - indent, form, group === undefined).map((line) => indented(line, indent)),
				{ type: "go", section, entry: index },
			),
		);
		// With its points under it, an entry needs room; without, those of a group are one block.
		return form.points === 0
			? [...heading, ...blocks.flat(), ...blank]
			: [...heading, ...blocks.flatMap((block) => [...block, ...blank])];
	});
	return trimEnd(lines);
}

/** A point and those under it as running text. */
const layOutPoint = (block: Block, columns: number): Line[] =>
	layOut([{ text: pointText(block), role: "plain" }], { columns: columns - bulletColumns });

/** The first lines of a point after a bullet; cut if there are more. */
const pointLines = (text: readonly Line[], columns: number, lines: number): Line[] =>
	text.slice(0, lines).map((line, at) => {
		const lead = { text: at === 0 ? `${glyphs.bullet} ` : " ".repeat(bulletColumns), role: "quiet" } as const;
		const isCut = text.length > lines && at === lines - 1;
		return { pieces: [lead, ...(isCut ? shortened(text.slice(at), columns - bulletColumns) : line.pieces)] };
	});

const bulletColumns = 2;

function pointText({ spans, children }: Block): string {
	const own = spansText(spans);
	const below = children.map(pointText).join(` ${glyphs.dot} `);
	return below === "" ? own : `${own} ${below}`;
}

function briefEntry(entry: Entry, words: Words, columns: number, { points, lines }: Form, isTitle: boolean): Line[] {
	const name = entryRow(entry, words, columns, false, isTitle ? "title" : "plain");
	return [
		name,
		...entry.body.slice(0, points).flatMap((block) => pointLines(layOutPoint(block, columns), columns, lines)),
	];
}

/** The lines as one that is cut. */
const shortened = (lines: readonly Line[], columns: number): Line["pieces"] => [
	{ text: truncate(lines.slice(0, 2).map(lineText).join(" "), columns), role: "plain" },
];
