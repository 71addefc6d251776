import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../errors.ts";
import { placeText } from "../resume/document.ts";
import { mentions } from "../resume/privacy/mentions.ts";
import { examineFile } from "../resume/source-files.ts";

/** What npm publishes of any folder (https://docs.npmjs.com/cli/configuring-npm/package-json#files). */
const always = /^(?:package\.json|(?:readme|licen[cs]e)(?:\..*)?)$/i;

/**
 * Looks for what is private in the texts that npm publishes beside dist/: the README may have been written before.
 * @param onWarning gets a sentence for each text that may be meant otherwise.
 * @throws {UserError} if someone can be reached by what a text says.
 */
export async function checkBeside(
	folder: string,
	source: string,
	onWarning: (sentence: string) => void,
): Promise<void> {
	const { document, places } = await examineFile(path.join(folder, source));
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.flatMap((entry) => (entry.isFile() && always.test(entry.name) ? [entry.name] : []));
	const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
	const lines = names.flatMap((name, index) =>
		texts[index]!.split("\n").map((text, line) => ({ text, place: [name, line + 1] })),
	);
	for (const { place, hidden, isContact } of mentions(document, places, lines)) {
		const sentence = `${place.join(":")}: ${placeText(hidden)} is private, but this text says it too; take it out before you publish`;
		if (isContact) {
			throw new UserError(sentence);
		}

		onWarning(sentence);
	}
}
