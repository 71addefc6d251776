import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../errors.ts";
import { cleanLine } from "../resume/clean.ts";

/** @throws {UserError} if there is something in the folder's place. */
export async function refuseExisting(folder: string): Promise<void> {
	const found = await lstat(folder).catch(() => undefined);
	if (found !== undefined) {
		throw new UserError(`${cleanLine(folder)}: this already exists; choose another name`);
	}
}

/**
 * Writes a card's folder whole or not at all: into a temporary one beside it, which then takes its name.
 * @param files texts by their path in the folder.
 * @param install puts into the temporary folder what isn't a text.
 * @throws {UserError} if there is something in its place.
 */
export async function writeCard(
	folder: string,
	files: ReadonlyMap<string, string>,
	install: (folder: string) => Promise<void>,
): Promise<void> {
	await refuseExisting(folder);
	const parent = path.dirname(path.resolve(folder));
	await mkdir(parent, { recursive: true });
	const temporary = await mkdtemp(path.join(parent, ".new-card-"));
	try {
		const card = path.join(temporary, "card");
		for (const [name, text] of files) {
			const file = path.join(card, name);
			await mkdir(path.dirname(file), { recursive: true });
			await writeFile(file, text, { mode: name === "bin.cjs" ? 0o755 : 0o644 });
		}

		await install(card);
		await refuseExisting(folder);
		await rename(card, folder);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}
