import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";
import { type Loaded, reload } from "../resume/load.ts";
import { languageFor } from "../resume/translations/negotiate.ts";
import { type Answer, Site, type SiteOptions } from "./site.ts";

/**
 * The answers of a résumé in each of its languages: in the one that `?lang=` names, else the one that `Accept-Language`
 * asks for first, else its own. Another language than its own is made when someone first asks for it.
 */
export class Sites {
	readonly #loaded: Loaded;
	readonly #options: SiteOptions;
	readonly #own: Site;
	readonly #others = new Map<string, Promise<Site>>();

	private constructor(loaded: Loaded, options: SiteOptions, own: Site) {
		this.#loaded = loaded;
		this.#options = options;
		this.#own = own;
	}

	static async create(loaded: Loaded, options: SiteOptions): Promise<Sites> {
		return new Sites(loaded, options, await Site.create(loaded, options));
	}

	/** See `Site.answer`. */
	answer(target: string, headers: IncomingHttpHeaders): Answer | Promise<Answer> {
		const { language, languages } = this.#loaded.resume;
		if (languages.length < 2) {
			return this.#own.answer(target, headers);
		}

		const wanted = wantedLanguage(target, headers, languages) ?? language;
		return wanted === language
			? this.#own.answer(target, headers)
			: this.#in(wanted).then((site) => site.answer(target, headers));
	}

	#in(language: string): Promise<Site> {
		const made =
			this.#others.get(language) ??
			reload(this.#loaded, { language }).then((loaded) => Site.create(loaded, this.#options));
		this.#others.set(language, made);
		return made;
	}
}

/** One of the languages, or undefined if none of them is asked for. */
function wantedLanguage(
	target: string,
	headers: IncomingHttpHeaders,
	languages: readonly string[],
): string | undefined {
	const [, query] = target.split("?", 2);
	const named = new URLSearchParams(query).get("lang");
	const asked = named === null ? new Negotiator({ headers }).languages() : [named];
	for (const each of asked) {
		const language = each === "*" ? undefined : languageFor(each, languages);
		if (language !== undefined && languages.includes(language)) {
			return language;
		}
	}

	return undefined;
}
