import { refuseAddress } from "../call/load.ts";
import { UserError } from "../errors.ts";
import { filesBeside } from "../resume/beside.ts";
import { cleanLine } from "../resume/clean.ts";
import { type Loaded, loadFile } from "../resume/load.ts";
import { isYaml, readSource } from "../resume/parse/index.ts";
import { toDocument } from "../resume/root.ts";

/** A résumé that a card is made from. */
export type Given = {
	loaded: Loaded;
	/** The file that the card's owner edits: its name in the card, and its text. */
	source: { name: string; text: string };
	/** The same in other languages: texts by the names of their files. */
	translations: Map<string, string>;
	/** A sentence for each file that had to be converted. */
	notes: string[];
};

/**
 * Reads the résumé of a file, and what is beside it in other languages.
 * @throws {UserError} as `loadFile`, and if the file is one of the translations.
 */
export async function readGiven(file: string): Promise<Given> {
	if (file === "-") {
		throw new UserError("new reads its answers from stdin; save the résumé to a file, and name that");
	}

	refuseAddress(file, "-o resume.json, and name that file");
	const loaded = await loadFile(file);
	const notes: string[] = [];
	const copy = async (from: string, name: string) => {
		const { text, ending, isConverted } = await asJsonResume(from);
		if (isConverted) {
			notes.push(`${cleanLine(from)} isn't plain JSON Resume; ${name}.${ending} is the same, converted`);
		}

		return [`${name}.${ending}`, text] as const;
	};
	const [name, text] = await copy(file, "resume");
	const translations = new Map<string, string>();
	for (const { file: other, tag } of await filesBeside(file)) {
		if (tag === undefined) {
			throw new UserError(
				`${cleanLine(file)}: name the file without a language, ${cleanLine(other)}; the others come along`,
			);
		}

		translations.set(...(await copy(other, `resume.${tag}`)));
	}

	return { loaded, source: { name, text }, translations, notes };
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** The text of a file as it is, or as JSON Resume if it's in another format, in a wrapper or in JSON5; YAML stays YAML. */
async function asJsonResume(file: string): Promise<{ text: string; ending: string; isConverted: boolean }> {
	const { text, value } = await readSource(file);
	const ending = isYaml(file, text) ? "yaml" : "json";
	const { document, oddities } = toDocument(value);
	// What is said of the whole file: that it isn't a document of JSON Resume.
	const isForeign = oddities.some(({ place }) => place.length === 0);
	if (!isForeign && (ending === "yaml" || isJson(text))) {
		return { text, ending, isConverted: false };
	}

	const converted =
		ending === "yaml"
			? (await import("js-yaml")).dump(document, { lineWidth: 100 })
			: `${JSON.stringify(document, undefined, 2)}\n`;
	return { text: converted, ending, isConverted: true };
}
