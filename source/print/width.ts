import { widthOf, wrap as wrapText } from "../text/width.ts";

export { widthOf as textWidth } from "../text/width.ts";

// Only from a word's beginning: tried from each letter, a long word without an address would take the square of its length.
const address = /((?<!\S)\S*:\/\/\S+)/;

/**
 * The text in lines of at most `width` columns; a width of 0 does not wrap. A word longer than a line is cut, but an
 * address is whole on a line of its own: cut in two it leads nowhere.
 */
export function wrap(text: string, width: number): string[] {
	if (width === 0 || widthOf(text) <= width) {
		return [text];
	}

	const parts = text.split(address);
	const lines: string[] = [];
	let pending = "";
	for (const [index, part] of parts.entries()) {
		if (index % 2 === 1 && widthOf(part) > width) {
			lines.push(...wrapWords(pending, width), part);
			pending = "";
		} else {
			pending += part;
		}
	}

	return [...lines, ...wrapWords(pending, width)];
}

const wrapWords = (text: string, width: number) => (text.trim() === "" ? [] : wrapText(text.trim(), width));
