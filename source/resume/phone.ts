import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * The address that dials a written number (RFC 3966): "tel:+442079460958", with ";ext=12" where an extension is named.
 * Of several numbers it is the first. A number of which libphonenumber makes nothing is dialled as it is written.
 * @param country the two letters of the country whose numbers it may be written like.
 * @returns undefined for words and vanity numbers, which have to be read: "1-800-FLOWERS".
 */
export function phoneLink(text: string, country: string | undefined): string | undefined {
	const [first = ""] = text
		.normalize("NFKC")
		.replace(/^\D*?(?=[(+[]*\d)/u, "")
		.split(anotherNumber);
	const [, number = "", extension] = parts.exec(first) ?? [];
	const digits = number.replace(/\D/g, "");
	if (
		digits.length < fewestDigits ||
		vanity.test(first) ||
		(digits.length < fewestBesideWords && /\p{L}/u.test(number + first))
	) {
		return undefined;
	}

	const written = number.replace(/^[^\d+]*(?:\+|00(?=[1-9]))/, "+").replace(/[/[\]]/g, " ");
	const region = country?.toUpperCase();
	const parsed = parsePhoneNumberFromString(written, {
		...(region !== undefined && isSupportedCountry(region) && { defaultCountry: region }),
		extract: false,
	});
	const dialled = parsed?.number ?? (written.startsWith("+") ? "+" : "") + written.replace(/\(0+\)|\D/g, "");
	return `tel:${dialled}${extension === undefined ? "" : `;ext=${extension}`}`;
}

/** Emergency numbers have three digits. Beside words, fewer than seven digits are hardly a phone number. */
const fewestDigits = 3;
const fewestBesideWords = 7;

/** Between two numbers. A slash within one, as in "030/901820", has no blank and no plus sign after it. */
const anotherNumber =
	/\s*[;,|]\s*(?=[(+[]*\d)|\s+(?:or|and|oder|und|ou|et)\s+(?=[(+[]*\d)|\s*\/\s*(?=\+)|\s\/\s(?=\d{2,5}\s\d)|\/(?=\d{1,2}$)/u;

const parts =
	/^([^\p{L}#]*\d(?:[^\p{L}#]*\d)?)[^\p{L}\d#]*(?:(?:ext(?:ension|n)?|x|доб|durchwahl|#|int)[\s.:#=]*(\d{1,7}))?/iu;

/** Letters in a digit's place. */
const vanity = /\d[-. ]?\p{Lu}{4,}|\d-\p{Lu}{2,}/u;
