import { UserError } from "../errors.ts";
import { monthIndexOf } from "./dates.ts";
import type { Json, Oddity } from "./document.ts";
import { hasMarks, plainInline } from "./marks.ts";
import type { Resume } from "./model.ts";
import type { Decode } from "./normalise/html.ts";
import { normalise } from "./normalise/index.ts";
import { plainPhone } from "./person.ts";
import { toResume } from "./sections.ts";
import { translationsOf } from "./translations/index.ts";
import { languageFor, whyNot } from "./translations/negotiate.ts";
import { wordsOf } from "./words/index.ts";

/** What is shown of a document, and what had to be interpreted for it. */
type Interpreted = {
	resume: Resume;
	/** The document in the language shown. */
	shown: Json;
	oddities: Oddity[];
};

/**
 * A document as it is shown, in one of its languages.
 * @param wanted the language to show it in; without it, the document's own.
 * @param decode what decodes HTML's character references.
 * @throws {UserError} if it isn't in that language.
 */
export async function interpret(document: Json, wanted?: string, decode?: Decode): Promise<Interpreted> {
	const translations = translationsOf(document);
	const { languages } = translations;
	const language = wanted === undefined ? languages[0] : languageFor(wanted, languages);
	if (language === undefined) {
		throw new UserError(whyNot(wanted!, languages));
	}

	const words = await wordsOf(language);
	const shown = translations.in(language);
	// Most documents need none of these, and what they load is large.
	const countryNames = /"country/i.test(JSON.stringify(shown))
		? (await import("./country.ts")).countryNamesIn(language)
		: () => [];
	const { resume, oddities } = normalise(shown, decode, words, countryNames);
	const { phones } = resume.basics;
	const setting = {
		language,
		languages,
		words,
		today: monthIndexOf(new Date()),
		inline: hasMarks(shown) ? (await import("./inline.ts")).parseInline : plainInline,
		phoneLink: phones.every(plainPhone) ? plainPhone : (await import("./phone.ts")).phoneLink,
		countryNames,
	};
	return { resume: toResume(resume, setting), shown, oddities };
}

/** What decodes the character references of a text: any but the commonest need HTML's table. */
export const decoderFor = async (text: string): Promise<Decode | undefined> =>
	/&[a-z][a-z\d]*;/i.test(text) ? (await import("./normalise/named-references.ts")).decodeNamed : undefined;
