/**
 * Text from a résumé file or a visitor is never trusted by the terminal. This is the one place that makes it harmless.
 */

// Escape sequences go whole, so that "\u001B[31mred" leaves "red" and not "[31mred": CSI, then OSC and the other string
// controls with their terminator (ECMA-48 §5.4, §5.6), then any ESC with its intermediate and final byte. A string
// control that nothing ends loses its introducer only: it must not swallow the rest of the text. For the same reason
// the 8-bit string introducers are mere characters here: wrongly converted text is full of them.
const escapeSequence =
	/(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]|\u001B[\]PX^_][^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)|\u001B[\u0020-\u002F]*[\u0030-\u007E]?/g;

// What Windows-1252 has where ISO 8859-1 has C1 controls (https://encoding.spec.whatwg.org/#windows-1252): "don\u0092t"
// is an apostrophe that was converted with the wrong table. A space replaces what has no character.
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

// C0 (but tab and line feed), DEL, C1; the bidi controls of UAX #9; soft hyphen, zero-width space, word joiner, invisible
// operators, interlinear annotation marks, BOM, the invisible controls of shorthand and music, tags; lone surrogates.
// The zero-width joiner and non-joiner stay: Persian and Indic words need them.
const forbidden =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/**
 * The text with everything removed that a terminal would obey rather than show. Line feeds stay (the caller decides
 * what they mean); tabs become spaces; other line ends become line feeds. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
	if (isPlain(text)) {
		return text;
	}

	return (
		text
			.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
			.replace(escapeSequence, "")
			.replace(/[\u0080-\u009F]/g, (control) => windows1252[control.charCodeAt(0) - 0x80]!.trim())
			.replace(forbidden, "")
			.replace(/\t/g, "  ")
			// More than eight marks on one letter aren't a language's writing but an attack on the line height.
			.replace(/(\p{M}{8})\p{M}+/gu, "$1")
	);
}

/** The text on one line: clean, white space folded, trimmed. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/\s+/gu, " ").trim();
}

// Most text is this: ASCII, Latin with accents, typographic signs, superscripts and currencies, kana, Chinese and
// Korean; no marks, no controls. The test costs a tenth of the replacements, and more at their first use.
const isPlain = (text: string) =>
	/^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2070-\u20CF\u3001-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF60]*$/.test(
		text,
	);
