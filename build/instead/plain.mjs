// Plain text: text in which every UTF-16 unit is a grapheme cluster of its own and has a width that a range gives.
// Nearly all text of a résumé is plain, and for it neither a segmenter (19 ms to make) nor the expression that knows all
// emoji (46 ms to compile) is needed. What is not plain goes to the real packages; a test compares over all of Unicode.

/** Control characters: each is a cluster and has no width. CR is left out, since CR LF is one cluster. */
const control = "\\u0000-\\u000C\\u000E-\\u001F\\u007F-\\u009F";

/** One column: Latin, Greek, Cyrillic, Armenian, punctuation, symbols, arrows, mathematics, boxes, dingbats. */
const narrow =
	"\\u0020-\\u007E\\u00A0-\\u00AC\\u00AE-\\u02FF\\u0370-\\u0482\\u048A-\\u058F\\u1E00-\\u200A\\u2010-\\u2027\\u202F-\\u205F" +
	"\\u2070-\\u20CF\\u2100-\\u2319\\u2400-\\u25FC\\u2600-\\u2613\\u2701-\\u2704\\u2706-\\u2709\\u270C-\\u2727\\u2729-\\u274B" +
	"\\u2758-\\u2794\\u2798-\\u27AF\\u27C0-\\u2AFF";

/** Two columns: CJK punctuation, kana, ideographs, Hangul syllables, fullwidth forms. */
const wide =
	"\\u3000-\\u3029\\u3041-\\u3096\\u309B-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60";

const plainText = new RegExp(`^[${control}${narrow}${wide}]*$`);
const narrowText = new RegExp(`^[${narrow}]*$`);
const zeroUnits = new RegExp(`[${control}]`, "g");
const printableText = new RegExp(`^[${narrow}${wide}]*$`);
const wideUnits = new RegExp(`[${wide}]`, "g");

/** Whether each UTF-16 unit of the text is a grapheme cluster with a width known here. */
export function isPlain(text) {
	return plainText.test(text);
}

/** The columns that a plain text takes. */
export function plainWidth(text) {
	if (narrowText.test(text)) {
		return text.length;
	}
	return text.length - (text.match(zeroUnits)?.length ?? 0) + (text.match(wideUnits)?.length ?? 0);
}

/** Whether the text is plain and has no control characters. */
export function isPrintable(text) {
	return printableText.test(text);
}
