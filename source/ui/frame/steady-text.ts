import type { Resume } from "../../resume/model.ts";

/**
 * The text as every terminal shows it alike. A letter and its marks are one character, if there is one (NFC).
 * Terminals disagree about the width of an emoji that is composed of several characters (by U+200D, a variation
 * selector, a skin tone, a keycap): some draw it two columns wide, others draw its parts. A screen that counts
 * differently from its terminal is torn, so the parts are shown without what joins them: their widths are the same
 * everywhere.
 */
export function steadyText(text: string): string {
	const composed = beyondLatin.test(text) ? text.normalize() : text;
	return joining.test(composed)
		? composed
				.replace(/\u200D(?=\p{Extended_Pictographic})/gu, "")
				.replace(/[\uFE0E\uFE0F\u20E3]|(?<=\p{Extended_Pictographic})[\u{1F3FB}-\u{1F3FF}]/gu, "")
		: composed;
}

/** What may be a mark, or a character that has another name. */
const beyondLatin = /[^\u0000-\u02FF]/;
const joining = /[\u200D\uFE0E\uFE0F\u20E3]|[\u{1F3FB}-\u{1F3FF}]/u;

/** The résumé with `steadyText` of every text; its addresses stay. The same object if nothing changes. */
export const steadyResume = (resume: Resume): Resume => steady(resume);

const addresses = new Set(["href", "url"]);

function steady<Value>(value: Value): Value {
	if (typeof value === "string") {
		return steadyText(value) as Value;
	}

	if (typeof value !== "object" || value === null) {
		return value;
	}

	if (Array.isArray(value)) {
		const items = value.map(steady);
		return items.every((item, index) => item === value[index]) ? value : (items as Value);
	}

	const changed = Object.entries(value).flatMap(([key, old]) => {
		const next = addresses.has(key) ? old : steady(old);
		return next === old ? [] : [[key, next] as const];
	});
	return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
