import type { Nodes, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { linkTarget, mayHaveMarks } from "./marks.ts";
import type { Span } from "./model.ts";

/**
 * Reads the inline part of CommonMark (https://spec.commonmark.org/0.31.2/#inlines) and GitHub's bare addresses: bold,
 * emphasis, code and links. A résumé's texts are mostly plain, so what CommonMark takes for marks but hardly was meant
 * as such keeps its signs: `2*3*4`, `__init__`, a link that leads nowhere.
 */
export function parseInline(text: string): Span[] {
	if (!mayHaveMarks(text)) {
		return [{ text }];
	}

	const [paragraph, ...more] = fromMarkdown(text, options).children;
	if (paragraph?.type !== "paragraph" || more.length > 0) {
		return [{ text }];
	}

	return joined(paragraph.children.flatMap((node) => spansOf(node, text, {})));
}

/** No text is a block of its own kind: "1. Prize", "# 1 of 20" and "- 5 °C" are words. */
const words = {
	disable: {
		null: [
			"blockQuote",
			"codeFenced",
			"codeIndented",
			"definition",
			"hardBreakEscape",
			"headingAtx",
			"htmlFlow",
			"htmlText",
			"list",
			"setextUnderline",
			"thematicBreak",
			// HTML's references have been read already.
			"characterReference",
		],
	},
};

const options = {
	extensions: [gfmAutolinkLiteral(), words],
	mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
};

type Look = Omit<Span, "text">;

function spansOf(node: PhrasingContent, source: string, look: Look): Span[] {
	const inner = (more: Look) =>
		"children" in node ? node.children.flatMap((child) => spansOf(child, source, { ...look, ...more })) : [];
	switch (node.type) {
		case "text":
			return [{ ...look, text: node.value }];
		case "strong":
			return isMeant(node, source) ? inner({ isBold: true }) : withMarks(node, source, inner({}), look);
		case "emphasis":
			return isMeant(node, source) ? inner({ isItalic: true }) : withMarks(node, source, inner({}), look);
		case "inlineCode":
			return isMeant(node, source) ? [{ ...look, text: node.value, isCode: true }] : [raw(node, source, look)];
		case "link":
			return linkSpans(node.url, inner({}), raw(node, source, look));
		case "image":
			return linkSpans(node.url, [{ ...look, text: node.alt || node.url }], raw(node, source, look));
		default:
			return [raw(node, source, look)];
	}
}

/** Whether the marks of the node are such. Signs within words and sums aren't, nor is the name of a Python method. */
function isMeant({ type, position }: PhrasingContent, source: string): boolean {
	const [start, end] = [position?.start.offset, position?.end.offset];
	if (start === undefined || end === undefined) {
		return true;
	}

	const isWord = (place: number) => /[A-Za-z\d]/.test(source[place] ?? "");
	return type === "strong"
		? !isWord(start - 1) && !/^__[a-z]\w*__$/.test(source.slice(start, end))
		: !isWord(start - 1) && !isWord(end);
}

function linkSpans(url: string, spans: Span[], written: Span): Span[] {
	const [first] = spans;
	const isBare = first !== undefined && spans.length === 1 && [first.text, `http://${first.text}`].includes(url);
	// GitHub's rules let a bare address go on to the next space, which Chinese and Japanese don't have.
	const end = isBare ? first.text.search(eastAsian) : -1;
	if (isBare && end !== -1) {
		const address = first.text.slice(0, end);
		return [...linkSpans(address, [{ ...first, text: address }], written), ...parseInline(first.text.slice(end))];
	}

	const href = linkTarget(isBare ? first.text : url);
	const hasText = spans.some(({ text }) => text.trim() !== "");
	return href === undefined || !hasText ? [written] : spans.map((span) => ({ ...span, href }));
}

const eastAsian = /[\u3000-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/;

const raw = (node: Nodes, source: string, look: Look): Span => ({
	...look,
	text: source.slice(node.position?.start.offset, node.position?.end.offset),
});

/** What is between the marks, and the marks. */
function withMarks(node: Nodes, source: string, inner: Span[], look: Look): Span[] {
	const { start, end } = node.position!;
	const count = node.type === "strong" ? 2 : 1;
	const mark = source.slice(start.offset, start.offset! + count);
	return [{ ...look, text: mark }, ...inner, { ...look, text: source.slice(end.offset! - count, end.offset) }];
}

/** Neighbours that look the same, as one. */
function joined(spans: Span[]): Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		if (
			last &&
			last.href === span.href &&
			last.isBold === span.isBold &&
			last.isItalic === span.isItalic &&
			last.isCode === span.isCode
		) {
			last.text += span.text;
		} else {
			result.push({ ...span });
		}
	}

	return result;
}
