import { Lexer, type MarkedToken, type Token, Tokenizer, type Tokens } from "marked";
import { linkTarget, mayHaveMarks } from "./marks.ts";
import type { Span } from "./model.ts";

/**
 * Reads the inline part of CommonMark (https://spec.commonmark.org/0.31.2/#inlines) and GitHub's bare addresses: bold,
 * emphasis, code and links. A résumé's texts are mostly plain, so what CommonMark takes for marks but hardly was meant
 * as such keeps its signs: `2*3*4`, `__init__`, a link that leads nowhere.
 */
export function parseInline(text: string): Span[] {
	return mayHaveMarks(text) && text.length <= longestText
		? joined(spansOf(Lexer.lexInline(text, { gfm: true, tokenizer }), {}))
		: [{ text }];
}

/** Nobody writes a longer paragraph, and emphasis that isn't closed takes a time that grows with the square of its length. */
const longestText = 10_000;

/** Without what no résumé means: HTML, references, hard line breaks, struck words. */
class PlainTokenizer extends Tokenizer {
	override tag = () => undefined;
	override reflink = () => undefined;
	override br = () => undefined;
	override del = () => undefined;

	/** GitHub's rules let a bare address go on to the next space, which Chinese and Japanese don't have, and over quotes. */
	override url(source: string): Tokens.Link | undefined {
		const token = super.url(source);
		const end = token?.raw.search(addressEnd) ?? -1;
		return end === -1 ? token : super.url(source.slice(0, end));
	}

	/** Before "www." those rules want a space or a bracket of theirs. */
	override inlineText(source: string): Tokens.Text | undefined {
		const token = super.inlineText(source);
		const end = token?.raw.search(wwwAfterEastAsian) ?? -1;
		return end === -1 ? token : { ...token!, raw: token!.raw.slice(0, end), text: token!.raw.slice(0, end) };
	}
}

const tokenizer = new PlainTokenizer();

const eastAsian = /[\u3000-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/;

/** East Asian text, a quotation mark, a bracket that isn't opened in the address. */
const addressEnd = new RegExp(`${eastAsian.source}|[“”„«»]|(?<!\\[[^\\]]*)\\]`);

const wwwAfterEastAsian = new RegExp(`(?<=${eastAsian.source})www\\.`, "i");

type Look = Omit<Span, "text">;

const spansOf = (tokens: readonly Token[], look: Look): Span[] =>
	tokens.flatMap((token, index) => {
		const before = tokens[index - 1]?.raw.at(-1) ?? "";
		const after = tokens[index + 1]?.raw.charAt(0) ?? "";
		return tokenSpans(token as MarkedToken, before, after, look);
	});

/** @param before the character before the token, and the one after it. */
function tokenSpans(token: MarkedToken, before: string, after: string, look: Look): Span[] {
	const raw = { ...look, text: token.raw };
	switch (token.type) {
		case "escape":
			return [{ ...look, text: token.text }];
		case "strong":
			// The name of a Python method isn't meant.
			return isWord(before) || /^__[a-z]\w*__$/.test(token.raw)
				? withMarks(token, 2, look)
				: spansOf(token.tokens, { ...look, isBold: true });
		case "em":
			return isWord(before) || isWord(after)
				? withMarks(token, 1, look)
				: spansOf(token.tokens, { ...look, isItalic: true });
		case "codespan":
			return isWord(before) || isWord(after) ? [raw] : [{ ...look, text: token.text, isCode: true }];
		case "link":
			// A bare "www.example.org" is http: there.
			return linkSpans(token.raw.startsWith("www.") ? token.raw : token.href, spansOf(token.tokens, look), raw);
		case "image":
			return linkSpans(token.href, [{ ...look, text: token.text || token.href }], raw);
		default:
			// The token's own text has references such as &#27; decoded, which have been read already.
			return [raw];
	}
}

/** Signs within words and sums aren't marks. */
const isWord = (character: string) => /[A-Za-z\d]/.test(character);

function linkSpans(url: string, spans: Span[], written: Span): Span[] {
	const href = linkTarget(url);
	const hasText = spans.some(({ text }) => text.trim() !== "");
	return href === undefined || !hasText ? [written] : spans.map((span) => ({ ...span, href }));
}

/** What is between the marks, and the marks. */
const withMarks = ({ raw, tokens }: Tokens.Strong | Tokens.Em, length: number, look: Look): Span[] => [
	{ ...look, text: raw.slice(0, length) },
	...spansOf(tokens, look),
	{ ...look, text: raw.slice(-length) },
];

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
