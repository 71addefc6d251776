import { quote } from "../quote.ts";
import { hasWords, spokenLanguages } from "../words/index.ts";
import { languageTag, nearestLanguage } from "../words/tags.ts";

/**
 * The language to show a document in for somebody who asks for one.
 * @param wanted a language tag, or a locale such as "de_DE.UTF-8".
 * @returns undefined if it isn't one; or the document is in several and not in that one, or in one that it tells and
 *   there are no words in that other one.
 */
export function languageFor(wanted: string, languages: readonly string[]): string | undefined {
	const tag = languageTag(wanted);
	if (tag === undefined) {
		return undefined;
	}

	if (languages.length > 1) {
		return nearestLanguage(tag, languages) ?? (languages[0] === "und" ? tag : undefined);
	}

	return hasWords(tag) || nearestLanguage(tag, languages) !== undefined ? tag : undefined;
}

/** Why `languageFor` gave none: a sentence. */
export function whyNot(wanted: string, languages: readonly string[]): string {
	if (languageTag(wanted) === undefined) {
		return `${quote(wanted)} isn't a language tag, such as de or zh-Hans`;
	}

	return languages.length > 1
		? `the résumé isn't in ${quote(wanted)}; choose from ${languages.join(", ")}`
		: `the résumé isn't in ${quote(wanted)}, and there are no headings in that language; choose from ${spokenLanguages.join(", ")}`;
}
