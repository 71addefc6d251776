import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * The address that dials a written number (RFC 3966): "tel:+442079460958", with ";ext=12" if there's an extension.
 * Of several numbers it is the first. A number of no known country is dialled as it is written.
 * @param country the two letters of the country whose numbers it may be written like.
 * @returns undefined for what has to be read: words, vanity numbers ("1-800-FLOWERS"), and a number that isn't one of its
 * country's, such as an American one of somebody who lives in Germany.
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
	const isNational = !written.startsWith("+") && region !== undefined && isSupportedCountry(region);
	const read = (number: string) =>
		parsePhoneNumberFromString(number, { ...(isNational && { defaultCountry: region }), extract: false });
	const asWritten = read(written);
	// Spain dials no 0 at home, but people write "+34 (0) 612…"; Italy's belongs to the number.
	const withoutZero = asWritten?.isValid() ? undefined : read(written.replace(/\(0\)/, " "));
	const parsed = withoutZero?.isValid() ? withoutZero : asWritten;
	if (isNational && !isOfCountry(parsed, digits)) {
		return undefined;
	}

	const dialled = parsed?.number ?? (written.startsWith("+") ? "+" : "") + written.replace(/\(0+\)|\D/g, "");
	return `tel:${dialled}${extension === undefined ? "" : `;ext=${extension}`}`;
}

/**
 * Whether a country has such a number, and it's written as people write it there. Few leave out the 0 before an area code,
 * so (415) 555-2671 isn't meant to be the German 04155 552671; many do before the number of a mobile phone.
 */
const isOfCountry = (number: PhoneNumber | undefined, digits: string): boolean =>
	number?.isValid() === true &&
	(digits.endsWith(number.formatNational().replace(/\D/g, "")) || number.getType() === "MOBILE");

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
