import { linksOf } from "../resume/blocks.ts";
import { type EntryGroup, groupsOf, underHeading } from "../resume/groups.ts";
import { plainAddress } from "../resume/links.ts";
import type { Block, Contact, Entry, Resume, Section } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import { type Words, withLabel } from "../resume/words/words.ts";
import { keepColumns } from "../text/bidi.ts";
import { asciiGlyphs, asciiResume, type Glyphs, unicodeGlyphs } from "./glyphs.ts";
import { wrapSpans } from "./spans.ts";
import type { Style } from "./style.ts";
import { textWidth, wrap } from "./width.ts";

export type TextOptions = {
	/** Columns that no line goes beyond, but for an address longer than that; 0 does not wrap. */
	width: number;
	isAscii: boolean;
	/** For a screen reader: no rules and no columns, which are read as noise. */
	isLinear?: boolean;
	style: Style;
};

type Layout = { width: number; glyphs: Glyphs; style: Style; isLinear?: boolean };

/** The least blank columns between a title and the dates on its right. */
const dateGap = 2;

/** The résumé, a section or an entry as plain text for people and application forms, ending in a line feed. */
export function printText(original: Resume, { section, entry }: Selection, options: TextOptions): string {
	const resume = options.isAscii ? asciiResume(original) : original;
	const glyphs = options.isAscii ? asciiGlyphs : unicodeGlyphs;
	const layout = { width: options.width, glyphs, style: options.style, isLinear: options.isLinear };
	const chosen = section === undefined ? undefined : resume.sections[section];
	if (chosen && entry !== undefined) {
		return toText(entryLines(chosen.entries[entry]!, layout));
	}

	const blocks = chosen
		? [sectionLines(chosen, layout)]
		: [headLines(resume, layout), ...resume.sections.map((each) => sectionLines(each, layout))];
	return toText(blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines])));
}

const toText = (lines: string[]) => lines.map((line) => `${line}\n`).join("");

function headLines({ person, words }: Resume, { width, glyphs, style }: Layout): string[] {
	const about = [person.headline, person.place].filter((text, index, all) => text && all.indexOf(text) === index);
	return [
		...wrap(person.name, width).map(style.name),
		...about.flatMap((text) => wrap(text!, width)),
		...fill(
			person.contacts.map((contact) => contactText(contact, words)),
			glyphs.separator,
			width,
		),
	];
}

const contactText = ({ kind, label, text }: Contact, words: Words) =>
	kind === "profile" ? withLabel(words, label, text) : text;

/** As many of the texts on a line as fit, none of them divided that fits on a line of its own. */
function fill(texts: string[], separator: string, width: number): string[] {
	const lines: string[] = [];
	for (const text of texts) {
		const joined = lines.length > 0 ? lines.at(-1) + separator + text : "";
		if (joined !== "" && (width === 0 || textWidth(joined) <= width)) {
			lines[lines.length - 1] = joined;
		} else {
			lines.push(text);
		}
	}

	return lines.flatMap((line) => wrap(line, width));
}

function sectionLines({ title, entries }: Section, layout: Layout): string[] {
	const { width, glyphs, style, isLinear } = layout;
	return [
		...wrap(title, width).map(style.heading),
		...(isLinear ? [] : [style.quiet(glyphs.rule.repeat(width || textWidth(title)))]),
		...groupsOf(entries).flatMap((group, index) => [...(index === 0 ? [] : [""]), ...groupLines(group, layout, title)]),
	];
}

/** Entries of one employer: its name once, and each of them with what is its own. */
function groupLines({ group, entries }: EntryGroup, layout: Layout, heading: string): string[] {
	const { width, glyphs, style } = layout;
	if (!group) {
		return entries.flatMap(({ entry }) => entryLines(entry, layout, heading));
	}

	// What a document says of the employer as a whole is an entry too, by the employer's name.
	const whole = entries.find(({ entry }) => entry.title === group.title)?.entry;
	return [
		...titleLines(whole ?? { title: group.title }, layout),
		...fill(group.details.map(onOneLine), glyphs.separator, width),
		...group.links.flatMap(({ url }) => wrapSpans([{ text: url, href: url }], width, style)),
		...entries.flatMap(({ entry }, index) => [
			...(index === 0 ? [] : [""]),
			...entryLines({ ...underHeading(entry), ...(entry === whole && { dates: undefined }) }, layout, group.title),
		]),
	];
}

/** @param heading what is above the entry: a title that only repeats it, as of a section with a single text, is left out. */
function entryLines(entry: Entry, layout: Layout, heading?: string): string[] {
	const { width, glyphs, style } = layout;
	const note = entry.peopleNote === undefined ? [] : wrap(`(${entry.peopleNote})`, width).map(style.quiet);
	return [
		...(entry.title === heading && entry.dates === undefined ? [] : titleLines(entry, layout)),
		...fill(entry.details.map(onOneLine), glyphs.separator, width),
		...(entry.people.length > 0 ? [...wrapSpans(entry.people, width, style), ...note] : []),
		...entry.body.flatMap((block) => blockLines(block, 0, layout)),
		...entry.links
			.filter(({ url }) => !isInBody(entry, url))
			.flatMap(({ label, url }) => {
				const isNamed = label !== url && label !== entry.title && label !== entry.label;
				return wrapSpans([...(isNamed ? [{ text: `${label}: ` }] : []), { text: url, href: url }], width, style);
			}),
	];
}

/** Whether an address can be read in the text already. */
const isInBody = ({ body }: Entry, url: string) => linksOf(body).some(({ label }) => label === plainAddress(url));

/** The title, with the dates in a column on the right where both fit on one line. */
function titleLines({ title, dates }: Pick<Entry, "title" | "dates">, { width, style, isLinear }: Layout): string[] {
	const lines = wrap(onOneLine(title), width);
	const styled = lines.map(style.title);
	if (dates === undefined) {
		return styled;
	}

	const gap = width - textWidth(lines.at(-1)!) - textWidth(dates.text);
	if (width === 0 || isLinear || gap < dateGap) {
		return [...styled, ...wrap(dates.text, width).map(style.quiet)];
	}

	return [...styled.slice(0, -1), keepColumns(styled.at(-1) + " ".repeat(gap) + style.quiet(dates.text))];
}

function blockLines({ kind, spans, children }: Block, depth: number, layout: Layout): string[] {
	const { width, glyphs, style } = layout;
	const bullet = kind === "bullet" ? `${glyphs.bullets[Math.min(depth, glyphs.bullets.length - 1)]} ` : "";
	// A screen too narrow for the indent is better filled than left with a column of single letters.
	const indent = kind === "bullet" ? 2 + depth * 2 : depth * 2;
	const left = width === 0 || width - indent > width / 2 ? " ".repeat(indent) : "";
	const room = width === 0 ? 0 : Math.max(1, width - left.length - bullet.length);
	const lines = wrapSpans(spans, room, style);
	return [
		...lines.map((line, index) => left + (index === 0 ? bullet : " ".repeat(bullet.length)) + line),
		...children.flatMap((child) => blockLines(child, depth + 1, layout)),
	];
}

const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");
