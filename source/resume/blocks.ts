import type { Block, Entry, Link, Span } from "./model.ts";

/** The words of spans, without what they look like. */
export const spansText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join("");

/** The words of a paragraph or bullet, and of every bullet under it, a text each. */
export const blockTexts = ({ spans, children }: Block): string[] => [spansText(spans), ...children.flatMap(blockTexts)];

/** The links in blocks, in their order. */
export const linksOf = (blocks: readonly Block[]): Link[] =>
	blocks.flatMap(({ spans, children }) => [
		...spans.flatMap(({ text, href }) => (href === undefined ? [] : [{ label: text, url: href }])),
		...linksOf(children),
	]);

/** Organisation, lab, place … on one line. */
export const detailsText = (entry: Entry): string => entry.details.join(" · ");
