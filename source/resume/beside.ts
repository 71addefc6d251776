import { readdir } from "node:fs/promises";
import path from "node:path";
import { isObject, type Json } from "./document.ts";
import { rootOf } from "./normalise/index.ts";
import { namedLanguage, shownLanguage } from "./words/language.ts";
import { isLanguageTag, languageTag } from "./words/tags.ts";

/** A file that has the same résumé in another language. */
export type Beside = { file: string; tag: string | undefined };

/** "resume.de.json", "resume.zh-Hans.yaml": the name without the tag and the ending, and both. */
const namePattern = /^(.+?)(?:\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?))?\.(?:json|jsonc|json5|ya?ml)$/;

function partsOf(name: string): { stem: string; tag: string | undefined } | undefined {
	const [, stem, tag] = namePattern.exec(name) ?? [];
	if (stem === undefined || (tag !== undefined && !isLanguageTag(tag))) {
		return undefined;
	}

	return { stem, tag: tag === undefined ? undefined : languageTag(tag) };
}

/** The language that a file's name tells. */
export const languageOfName = (file: string): string | undefined => partsOf(path.basename(file))?.tag;

/** The files beside `file` that have its résumé in other languages: "resume.de.json" beside "resume.json". */
export async function filesBeside(file: string): Promise<Beside[]> {
	const folder = path.dirname(file);
	const names = file === "-" ? [] : await readdir(folder).catch(() => []);
	return names
		.sort()
		.filter((name) => isBeside(name, file))
		.map((name) => ({ file: path.join(folder, name), tag: languageOfName(name) }));
}

/** Whether a file of that name, in the folder of `file`, has its résumé in another language. */
export function isBeside(name: string, file: string): boolean {
	const [own, other] = [partsOf(path.basename(file)), partsOf(name)];
	return own !== undefined && other !== undefined && other.stem === own.stem && other.tag !== own.tag;
}

/**
 * The document with those of the files beside it in `meta.languages`, where `translationsOf` finds them.
 * @param own the language that the document's file name tells.
 */
export function withBeside(
	value: unknown,
	own: string | undefined,
	others: { tag: string | undefined; value: unknown }[],
): unknown {
	const root = rootOf(value);
	if (root === undefined || root !== value || (own === undefined && others.length === 0)) {
		return value;
	}

	const untold = others.some(({ tag }) => tag === "en") || own === "en" ? "und" : "en";
	const meta: Json = isObject(root.meta) ? root.meta : {};
	const languages: Json = isObject(meta.languages) ? { ...meta.languages } : {};
	for (const other of others) {
		const document = rootOf(other.value);
		if (document !== undefined) {
			languages[other.tag ?? namedLanguage(document) ?? shownLanguage(document) ?? untold] ??= document;
		}
	}

	const language = namedLanguage(root) ?? own;
	return {
		...root,
		meta: {
			...meta,
			...(language !== undefined && { language }),
			...(Object.keys(languages).length > 0 && { languages }),
		},
	};
}
