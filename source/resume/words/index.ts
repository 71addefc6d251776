import { phrases as en } from "./en.ts";
import type { Phrases, Words } from "./words.ts";

/**
 * The languages that there are words for: a file each, loaded only when a résumé is in that language. To add one, copy
 * `en.ts`, translate it, and name it here.
 */
const tables: Record<string, () => Promise<{ phrases: Phrases }>> = {
	ar: () => import("./ar.ts"),
	de: () => import("./de.ts"),
	en: async () => ({ phrases: en }),
	es: () => import("./es.ts"),
	fa: () => import("./fa.ts"),
	fr: () => import("./fr.ts"),
	he: () => import("./he.ts"),
	ja: () => import("./ja.ts"),
	ko: () => import("./ko.ts"),
	pt: () => import("./pt.ts"),
	ru: () => import("./ru.ts"),
	"zh-Hans": () => import("./zh-hans.ts"),
	"zh-Hant": () => import("./zh-hant.ts"),
};

export const spokenLanguages: readonly string[] = Object.keys(tables);

export const hasWords = (language: string): boolean => tableOf(language) !== undefined;

/**
 * The words of a language.
 * @param language a BCP 47 tag; without words for it, they are English.
 */
export async function wordsOf(language: string): Promise<Words> {
	const table = tableOf(language);
	const { phrases } = await tables[table ?? "en"]!();
	return { ...phrases, ...namesOf(table === undefined ? "en" : language) };
}

/** "zh-TW" is written in the Hant script (UTS #35, likely subtags), "pt-BR" is Portuguese. */
function tableOf(language: string): string | undefined {
	const { language: base, script } = new Intl.Locale(language).maximize();
	return [`${base}-${script}`, base].find((name) => Object.hasOwn(tables, name));
}

/** The months as the language writes them beside a year, and its digits. The calendar is the document's: Gregorian. */
function namesOf(language: string): Pick<Words, "months" | "digits"> {
	const options = { year: "numeric", month: "short", calendar: "gregory", timeZone: "UTC" } as const;
	const format = new Intl.DateTimeFormat(language, options);
	const number = new Intl.NumberFormat(language, { useGrouping: false });
	return {
		months: Array.from({ length: 12 }, (_, month) => {
			const parts = format.formatToParts(Date.UTC(2000, month, 1));
			return parts.find(({ type }) => type === "month")!.value;
		}),
		digits: Array.from({ length: 10 }, (_, digit) => number.format(digit)),
	};
}
