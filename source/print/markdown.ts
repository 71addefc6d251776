import { groupsOf, underHeading } from "../resume/groups.ts";
import type { Block, Contact, Entry, Group, Resume, Section, Span } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import { withLabel } from "../resume/words/words.ts";
import { asciiResume } from "./glyphs.ts";

/**
 * The résumé, a section or an entry as CommonMark (https://spec.commonmark.org), ending in a line feed. Its headings
 * keep their level in a part, so that parts can be put together again. No line is wrapped: that is the reader's part.
 */
export function printMarkdown(original: Resume, { section, entry }: Selection, isAscii: boolean): string {
	const resume = isAscii ? asciiResume(original) : original;
	const separator = isAscii ? " \\| " : " · ";
	const chosen = section === undefined ? undefined : resume.sections[section];
	const blocks =
		chosen && entry !== undefined
			? entryBlocks(chosen.entries[entry]!, separator)
			: chosen
				? sectionBlocks(chosen, separator)
				: [...headBlocks(resume), ...resume.sections.flatMap((each) => sectionBlocks(each, separator))];
	return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function headBlocks({ person, words }: Resume): string[] {
	const { name, headline, place, contacts } = person;
	const about = [headline, place].filter((text, index, all) => text !== undefined && all.indexOf(text) === index);
	return [
		`# ${escapeText(name)}`,
		...about.map((text) => paragraph(escapeText(text!))),
		contacts
			.map((contact) => `- ${paragraph(withLabel(words, escapeText(contact.label), contactText(contact)))}`)
			.join("\n"),
	];
}

const contactText = ({ text, href }: Contact) => (href === "" ? escapeText(text) : link(text, href));

function sectionBlocks({ title, entries }: Section, separator: string): string[] {
	return [
		`## ${escapeText(title)}`,
		...groupsOf(entries).flatMap(({ group, entries: members }) =>
			group
				? [
						...groupBlocks(group, separator),
						...members.flatMap(({ entry }) => entryBlocks(underHeading(entry), separator, group.title, 4)),
					]
				: members.flatMap(({ entry }) => entryBlocks(entry, separator, title)),
		),
	];
}

const groupBlocks = ({ title, details, links }: Group, separator: string): string[] => [
	`### ${escapeText(title)}`,
	paragraph([...details.map(escapeText), ...links.map(({ label, url }) => link(label, url))].join(separator)),
];

/** @param heading what is above the entry: a title that only repeats it, as of a section with a single text, is left out. */
function entryBlocks(entry: Entry, separator: string, heading?: string, level = 3): string[] {
	const isRepeated = entry.title === heading;
	const titleLink = isRepeated ? undefined : entry.links.find(({ label }) => label === entry.title);
	const dates = entry.dates === undefined ? [] : [`*${escapeText(entry.dates.text)}*`];
	const linked = new Set(entry.body.flatMap(addresses));
	return [
		isRepeated ? "" : `${"#".repeat(level)} ${titleLink ? link(entry.title, titleLink.url) : escapeText(entry.title)}`,
		paragraph([...entry.details.map(escapeText), ...dates].join(separator)),
		spansText(entry.people),
		entry.peopleNote === undefined ? "" : escapeText(`(${entry.peopleNote})`),
		...bodyBlocks(entry.body),
		entry.links
			.filter((each) => each !== titleLink && !linked.has(each.url))
			.map(({ label, url }) => `- ${link(label, url)}`)
			.join("\n"),
	];
}

const addresses = ({ spans, children }: Block): string[] => [
	...spans.flatMap(({ href }) => href ?? []),
	...children.flatMap(addresses),
];

/** Paragraphs each alone, bullets that follow each other as one list. */
function bodyBlocks(body: Block[]): string[] {
	const blocks: string[] = [];
	for (const [index, block] of body.entries()) {
		const lines = [
			block.kind === "bullet" ? bulletLines(block, "") : [spansText(block.spans)],
			childLines(block),
		].flat();
		if (block.kind === "bullet" && body[index - 1]?.kind === "bullet") {
			blocks.push(`${blocks.pop()}\n${lines.join("\n")}`);
		} else {
			blocks.push(lines.join("\n"));
		}
	}

	return blocks;
}

/** The bullets under a paragraph; those under a bullet are printed with it. */
const childLines = ({ kind, children }: Block): string[] =>
	kind === "bullet" ? [] : children.flatMap((child) => bulletLines(child, ""));

const bulletLines = ({ spans, children }: Block, indent: string): string[] => [
	`${indent}- ${spansText(spans)}`,
	...children.flatMap((child) => bulletLines(child, `${indent}  `)),
];

function spansText(spans: Span[]): string {
	return paragraph(spans.map(spanText).join("").trim());
}

/** Marks can't have white space on their inner side (CommonMark §6.2), so that it moves out of them. */
function spanText({ text, href, isOwner, isBold, isItalic, isCode }: Span): string {
	const [, before, words, after] = /^(\s*)(.*?)(\s*)$/su.exec(text)!;
	if (words === "") {
		return text === "" ? "" : " ";
	}

	const content = isCode ? codeText(words!) : href === undefined ? escapeText(words!) : escapeMarkup(words!);
	const linked = href === undefined ? content : `[${content}](${destination(href)})`;
	const emphasised = isItalic ? `*${linked}*` : linked;
	const marked = isOwner || isBold ? `**${emphasised}**` : emphasised;
	return `${before === "" ? "" : " "}${marked}${after === "" ? "" : " "}`;
}

/** A code span, in more backticks than it has in a row (CommonMark §6.1). */
function codeText(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = "`".repeat(longest + 1);
	const pad = /^`|`$/.test(text) ? " " : "";
	return fence + pad + text.replace(/\s+/gu, " ") + pad + fence;
}

const link = (text: string, url: string) => `[${escapeMarkup(text.trim())}](${destination(url)})`;

/** The text on one line, none of it markup, nor a link in GitHub's Markdown, which makes one of a bare address. */
const escapeText = (text: string) => escapeMarkup(text).replace(/:(?=\/\/)|(?<=www)\.|@/gi, "\\$&");

/**
 * A backslash before every sign that could begin or end something within a line (CommonMark §2.4 allows it before
 * any ASCII punctuation), GitHub's strikethrough, tables and formulas among it.
 */
const escapeMarkup = (text: string) => text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>#~|$]|&(?=#?\w+;)/g, "\\$&");

/** Escaped text as a block: a sign that would make it a list, a rule or a heading is escaped too. */
const paragraph = (escaped: string) => escaped.replace(/^[-+=]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");

/** CommonMark §6.3: in angle brackets if a sign would end it, and nothing in it read as markup. */
function destination(url: string): string {
	const escaped = url.replace(/\s/gu, "%20").replace(/[\\<>]|&(?=#?\w+;)/g, "\\$&");
	return /[()<>\\]|^$/.test(escaped) ? `<${escaped}>` : escaped;
}
