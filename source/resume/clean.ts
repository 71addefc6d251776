/**
 * Text from a résumé file or a visitor is never trusted by the terminal. This is the one place that makes it harmless.
 */

// Escape sequences go whole, so that "\u001B[31mred" leaves "red" and not "[31mred": CSI, OSC and the other string
// controls (ECMA-48 §5.4, §5.6; 7-bit and 8-bit introducers), then any ESC with its intermediate and final byte.
const escapeSequence =
	/(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]?|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[\u0020-\u002F]*[\u0030-\u007E]?/g;

// C0 (but tab and line feed), DEL, C1; the bidi controls of UAX #9; line and paragraph separators; zero-width space,
// word joiner, invisible operators, interlinear annotation marks, BOM, tags; lone surrogates. The zero-width joiner and
// non-joiner stay: Persian and Indic words need them.
const forbidden =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

// More than this many marks on one letter is no language's writing but an attack on the line height.
const marksInARow = /(\p{M}{8})\p{M}+/gu;

/**
 * The text with everything removed that a terminal would obey rather than show. Line feeds stay (the caller decides
 * what they mean); tabs become spaces; other line ends become line feeds.
 */
export function cleanText(text: string): string {
	if (isPlain(text)) {
		return text;
	}

	return text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(escapeSequence, "")
		.replace(forbidden, "")
		.replace(/\t/g, "  ")
		.replace(marksInARow, "$1");
}

/** The text on one line: clean, white space folded, trimmed. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/\s+/gu, " ").trim();
}

// Most text is this; the test costs a tenth of the replacements.
const isPlain = (text: string) => /^[\n\u0020-\u007E]*$/.test(text);
