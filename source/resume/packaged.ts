import { UserError } from "../errors.ts";
import type { Json } from "./document.ts";
import { type Loaded, loadFile } from "./load.ts";
import { readSource } from "./parse/index.ts";
import { checkPlaceholders } from "./validate/placeholders.ts";

/**
 * The résumé of a file as a package carries it.
 * @param isPublic whether the package is about to be published.
 * @param onWarning receives a sentence for each private text that is also said elsewhere.
 * @throws {UserError} as `loadFile`, and if the file to be published still has texts of the starter.
 */
export async function loadPackaged(
	file: string,
	isPublic: boolean,
	onWarning: (sentence: string) => void,
): Promise<Loaded> {
	const loaded = await loadFile(file);
	if (isPublic) {
		await refuseStarter(file, loaded.document as Json);
	}

	for (const sentence of loaded.warnings) {
		onWarning(sentence);
	}

	// Warnings name what is private; neither they nor oddities concern a visitor.
	return { ...loaded, oddities: [], warnings: [] };
}

async function refuseStarter(file: string, document: Json): Promise<void> {
	const left = checkPlaceholders(document);
	const [first] = left;
	if (!first) {
		return;
	}

	// What is private was taken out of the lists that the places count.
	const { name, value, locate } = await readSource(file);
	const { place } = checkPlaceholders(value as Json).find(({ message }) => message === first.message) ?? first;
	const { line, column } = await locate(place, "value");
	const more = left.length === 1 ? "" : ` (and ${left.length - 1} more)`;
	throw new UserError(`${name}:${line}:${column}: ${first.message}${more}; ${first.fix} before you publish`);
}
