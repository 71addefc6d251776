import { type Loaded, reload } from "../resume/load.ts";

/** A résumé in another of its languages. */
export type Translate = (loaded: Loaded, language: string) => Promise<Loaded>;

/**
 * Gives what works each translation out once: it is then the same for all visitors, who share what is drawn of it.
 * A language that the résumé isn't in is an error each time.
 */
export function sharedTranslations(): Translate {
	const known = new WeakMap<object, Map<string, Promise<Loaded>>>();
	return (loaded, language) => {
		const { resume } = loaded;
		const whole = (loaded.translations ?? loaded.document) as object;
		if (language === resume.language || !resume.languages.includes(language)) {
			return language === resume.language ? Promise.resolve(loaded) : reload(loaded, { language });
		}

		const own = known.get(whole) ?? new Map<string, Promise<Loaded>>();
		known.set(whole, own);
		const translated = own.get(language) ?? reload(loaded, { language });
		own.set(language, translated);
		return translated;
	};
}
