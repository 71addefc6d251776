/** Language tags: BCP 47, as `Intl` knows it. */

/** The tag in its canonical form, "zh_hans" and the "de_DE.UTF-8" of a locale too; undefined if it isn't one. */
export function languageTag(text: string): string | undefined {
	const tag = text
		.trim()
		.replace(/[.@].*$/, "")
		.replaceAll("_", "-");
	try {
		// "C" and "POSIX" are locales without a language.
		return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
	} catch {
		return undefined;
	}
}

/** "zh-TW" as "zh-Hant": the language and the script that it is likely written in (UTS #35, likely subtags). */
export function writtenLanguage(tag: string): string {
	const { language, script } = new Intl.Locale(tag).maximize();
	return `${language}-${script}`;
}

/**
 * Which of the tags a reader of `wanted` reads best: the same, one of the same language and script, or of the same
 * language; undefined if none is. "pt" is served by "pt-BR", "zh-TW" by "zh-Hant" before "zh-Hans".
 */
export function nearestLanguage(wanted: string, tags: readonly string[]): string | undefined {
	if (wanted === "und") {
		return undefined;
	}

	const [written, base] = [writtenLanguage(wanted), new Intl.Locale(wanted).language];
	return (
		tags.find((tag) => tag === wanted) ??
		tags.find((tag) => writtenLanguage(tag) === written) ??
		tags.find((tag) => new Intl.Locale(tag).language === base)
	);
}

/** Whether it is the tag of a language that there is, in lower case as people write it: "de", "zh-Hans", "pt_BR". */
export function isLanguageTag(text: string): boolean {
	if (!/^[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_][A-Z]{2})?$/.test(text)) {
		return false;
	}

	const language = text.split(/[-_]/)[0]!;
	// Made when it is first asked for: that takes as long as a tenth of a start.
	names ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
	return names.of(language) !== undefined;
}

let names: Intl.DisplayNames | undefined;
