import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../errors.ts";
import { loadPackaged } from "../resume/packaged.ts";
import { packedStart } from "../resume/packed.ts";
import { checkBeside } from "./beside-package.ts";
import { copyEngine } from "./engine.ts";
import { homePicture } from "./picture.ts";

/**
 * Writes what a card publishes: dist/ with the engine and the résumé without what is private, and the README's picture.
 * @param folder the card's.
 * @param onWarning gets a sentence for each private text that is also said elsewhere.
 * @throws {UserError} if there isn't a résumé to pack, it can't be shown, it still has texts of the starter, or the
 *   README says what is private.
 */
export async function packCard(folder: string, onWarning: (sentence: string) => void): Promise<void> {
	const source = await resumeIn(folder);
	const loaded = await loadPackaged(path.join(folder, source), true, onWarning);
	await checkBeside(folder, source, onWarning);
	const dist = path.join(folder, "dist");
	await rm(dist, { recursive: true, force: true });
	await mkdir(dist, { recursive: true });
	await copyEngine(path.join(dist, "engine"));
	await writeFile(path.join(dist, "resume.json"), `${packedStart}${JSON.stringify(loaded).slice(1)}\n`);
	await writeFile(path.join(folder, "picture.svg"), homePicture(loaded.resume));
}

/** What a card's résumé may be called. */
const names = ["resume.json", "resume.yaml", "resume.yml"];

async function resumeIn(folder: string): Promise<string> {
	const found = (await readdir(folder)).filter((name) => names.includes(name));
	if (found.length !== 1) {
		const what = found.length === 0 ? "there is no résumé here" : `there is more than one résumé: ${found.join(", ")}`;
		throw new UserError(`${what}; a card has one of ${names.join(", ")}`);
	}

	return found[0]!;
}
