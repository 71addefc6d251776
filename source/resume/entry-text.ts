import { spansText } from "./blocks.ts";
import type { EntryLink } from "./json-resume.ts";
import { linkedSpans } from "./links.ts";
import type { Inline } from "./marks.ts";
import type { Block, Link, Span } from "./model.ts";
import { type OutlineItem, outlineOf } from "./outline.ts";
import { onLine } from "./slug.ts";

/** Reads the texts of one entry, and remembers the links that are in them. */
export type EntryText = {
	/** On one line, without marks: what a title or a detail looks like is a matter of its place. */
	plain: (text: string) => string;
	/** As the body shows it, the labels of the entry's links linked. */
	spans: (text: string) => Span[];
	/** The links that were in the texts read so far, each address once, in their order. */
	links: () => Link[];
};

export function createEntryText(ownLinks: EntryLink[], inline: Inline): EntryText {
	const found = new Map<string, Link>();
	const read = (text: string) => {
		const spans = inline(text);
		for (const { href, text: label } of spans) {
			if (href !== undefined && !found.has(href)) {
				found.set(href, { label, url: href });
			}
		}

		return spans;
	};
	return {
		plain: (text) => spansText(read(onLine(text))),
		spans: (text) =>
			read(text).flatMap((span) =>
				span.href === undefined && !span.isCode
					? linkedSpans(span.text, ownLinks).map((part) => ({ ...span, ...part }))
					: [span],
			),
		links: () => [...found.values()],
	};
}

/** A paragraph for each line of the texts, and their lists. */
export const paragraphBlocks = (texts: string[], { spans }: EntryText): Block[] => {
	const toBlock = ({ text, isBullet, children }: OutlineItem): Block => ({
		kind: isBullet ? "bullet" : "paragraph",
		spans: spans(text),
		children: children.map(toBlock),
	});
	return texts.flatMap((text) => outlineOf(text).map(toBlock));
};
