import { isStandardSection, type StandardSection } from "../json-resume.ts";
import { titleFromKey } from "../slug.ts";

/**
 * Every word of the program's own that a reader of the résumé sees. A résumé carries them as plain data in its own
 * language, so that screens and printers never ask which language it is in. The viewer's keys and its help are English.
 */

/** Fields that no column names and résumés often have. Any other field is called by its key. */
export type FieldName =
	| "advisor"
	| "availability"
	| "birthDate"
	| "citizenship"
	| "dateOfBirth"
	| "department"
	| "drivingLicence"
	| "drivingLicense"
	| "edition"
	| "gender"
	| "grade"
	| "image"
	| "issue"
	| "keywords"
	| "lab"
	| "link"
	| "maritalStatus"
	| "minor"
	| "nationality"
	| "number"
	| "pages"
	| "pronouns"
	| "supervisor"
	| "team"
	| "technologies"
	| "thesis"
	| "timezone"
	| "type"
	| "volume";

/** What a file of this folder says in its language. `{name}` is where a text belongs: see `fill`. */
export type Phrases = {
	/** A month of a year, the month as `Intl.DateTimeFormat` names it beside a year. */
	monthYear: string;
	/** The end of something that is still going on. */
	now: string;
	/** A date that is only expected. */
	expected: string;
	/** The start of something that hasn't begun yet. */
	from: string;
	/** The day that a résumé describes. */
	asOf: string;
	/** A degree and its area, both in this language. */
	degree: string;
	/** What separates a label from its text. */
	colon: string;
	/** What separates the items of a list, and the parts of a place. */
	comma: string;
	/** The title of a résumé without a name, and of an entry without a word. */
	resume: string;
	untitled: string;
	about: string;
	courses: string;
	equalContribution: string;
	yes: string;
	no: string;
	/** What a way to reach the person is called. */
	contacts: { mail: string; phone: string; web: string; profile: string };
	sections: Record<StandardSection, string>;
	fields: Record<FieldName, string>;
	/** The lines below the card's code, by what the code holds; and what a window too small for it says. */
	card: { contact: string; nameAndMail: string; mail: string; tooSmall: string };
};

/** The phrases with what `Intl` knows of the language. */
export type Words = Phrases & {
	/** From January on. */
	months: readonly string[];
	/** From 0 on. */
	digits: readonly string[];
};

/** The phrase with the texts in their places. */
export const fill = (phrase: string, texts: Record<string, string>): string =>
	phrase.replace(/\{(\w+)\}/g, (_, name) => texts[name] ?? "");

/** The number in the language's own digits. */
export const numberText = ({ digits }: Words, number: number): string =>
	String(number).replace(/\d/g, (digit) => digits[Number(digit)]!);

/** What a section without a heading is called: one of the standard by its name, one of the document's own by its key. */
export const sectionTitle = ({ sections }: Phrases, source: string): string =>
	isStandardSection(source) ? sections[source] : titleFromKey(source);

/** What a field is called; its key, if there is no word for it. */
export const fieldTitle = ({ fields }: Phrases, field: string): string =>
	Object.hasOwn(fields, field) ? fields[field as FieldName] : titleFromKey(field);

/**
 * "BS in Mathematics", "电子工程 学士". Words in another writing than the language's are not joined by a word of ours:
 * it would be in neither's language.
 */
export function degreeText({ degree: phrase }: Phrases, degree?: string, area?: string): string | undefined {
	if (degree === undefined || area === undefined) {
		return degree ?? area;
	}

	if (isEastAsian(degree) || isEastAsian(area)) {
		return `${area} ${degree}`;
	}

	const joint = fill(phrase, { degree: "", area: "" });
	const isForeign = isLatin(degree + area) !== (/\p{L}/u.test(joint) && isLatin(joint));
	return isForeign ? `${degree}, ${area}` : fill(phrase, { degree, area });
}

const isEastAsian = (text: string) =>
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
/** Whether a text has no letter of another script than the Latin one. */
export const isLatin = (text: string) => !/\p{L}/u.test(text.replace(/\p{Script=Latin}/gu, ""));

/** "Supervisor: Ada", "导师：李". A label in Latin letters is followed by a colon of its own width in any language. */
export const withLabel = ({ colon }: Phrases, label: string, text: string): string =>
	label + (colon === "：" && /[ -~]$/.test(label) ? ": " : colon) + text;

/** Arabic and Persian digits as ASCII ones. */
export const asciiDigits = (text: string): string =>
	text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16));
