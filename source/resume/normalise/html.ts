import { deepest } from "../outline.ts";

/** Turns character references (`&eacute;`, `&#233;`) into characters. */
export type Decode = (text: string) => string;

const basic: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

/** The references that XML has, the no-break space and the numeric ones; a table of all is loaded when it's needed. */
export const decodeBasic: Decode = (text) =>
	text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) {
			return basic[name.toLowerCase()]!;
		}

		const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	});

// Only what HTML calls an element is one: "List<String>" and "a < b" are words.
const inline =
	"a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";
const block =
	"address|article|aside|blockquote|body|br|center|dd|details|div|dl|dt|figure|footer|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul";
const attributes = String.raw`(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?`;
const unseenStart = /<!--|<(script|style|template|title)\b[^<>]*>/gi;
const anchor = /<a\s[^<>]*?href\s*=\s*["']?([^"'<>\s]+)["']?[^<>]*>([^<]*)<\/a\s*>/gi;
const inlineTag = new RegExp(`</?(?:${inline})${attributes}>`, "gi");
const blockTag = new RegExp(`</?(?:${block})${attributes}>`, "gi");

/** Whether a text has anything that `plainText` would change. */
export const hasHtml = (text: string): boolean => /<[a-z/!]|&[#a-z]/i.test(text);

/**
 * The words of a text that may have HTML in it: tags go, a block or a line break becomes a new line, an item of a list
 * gets a sign and is indented, references are
 * decoded. The result may hold any character and is yet to be cleaned.
 * @param onLink gets every link with its words.
 */
export function plainText(html: string, decode: Decode, onLink?: (label: string, url: string) => void): string {
	const words = withoutUnseen(html)
		.replace(anchor, (_, url: string, label: string) => {
			onLink?.(decode(label).trim(), decode(url));
			return label;
		})
		.replace(inlineTag, "");
	return decode(withLists(words)).replace(/\n\s*\n+/g, "\n");
}

/** Line breaks for the tags of blocks, and for an item of a list its sign, indented by the lists that it's in. */
function withLists(html: string): string {
	let depth = 0;
	return html
		.replace(blockTag, (tag) => {
			const [, end, name] = /^<(\/?)(\w+)/.exec(tag.toLowerCase())!;
			if (name === "ul" || name === "ol") {
				depth = Math.max(0, depth + (end === "" ? 1 : -1));
			}

			const indent = "  ".repeat(Math.min(depth, deepest));

			// What is in an item goes on with it: deeper than its sign.
			return name === "li" && end === "" ? `\n${indent.slice(2)}• ` : `\n${indent}`;
		})
		.replace(/(?<=\n *• )\s+(?=[^\s•])/g, "")
		.replace(/(?<=\n) *• *(?=\n|$)/g, "");
}

/** Comments and scripts aren't anyone's words. In linear time, even if none of them is closed. */
function withoutUnseen(html: string): string {
	const lower = html.toLowerCase();
	const unclosed = new Set<string>();
	let words = "";
	let end = 0;
	for (const { 0: start, 1: name, index } of html.matchAll(unseenStart)) {
		const closing = name === undefined ? "-->" : `</${name.toLowerCase()}>`;
		const close = index < end || unclosed.has(closing) ? -1 : lower.indexOf(closing, index + start.length);
		if (close !== -1) {
			words += html.slice(end, index);
			end = close + closing.length;
		} else if (index >= end) {
			unclosed.add(closing);
		}
	}

	return words + html.slice(end);
}
