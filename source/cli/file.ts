import { randomUUID } from "node:crypto";
import { link, lstat, open, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../errors.ts";
import { cleanLine } from "../resume/clean.ts";
import { systemReason } from "./system-error.ts";

/**
 * Writes a whole file or none: into a temporary one beside it, which then takes its name in one step. A file that is
 * there stays unless `isForced`; a link to one is followed.
 * @throws {UserError} if there is one, or it cannot be written.
 */
export async function writeWholeFile(file: string, content: string | Uint8Array, isForced: boolean): Promise<void> {
	const name = cleanLine(file) || '""';
	try {
		const target = isForced ? await realpath(file).catch(() => file) : file;
		const found = await lstat(target).catch(() => undefined);
		if (found && !found.isFile()) {
			throw new UserError(`${name}: this is ${found.isDirectory() ? "a directory" : "no plain file"}; name a file`);
		}

		const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
		try {
			await writeSynced(temporary, content, found?.mode);
			// A link fails if the name is taken, even if that happened just now; a rename replaces it.
			await (isForced ? rename(temporary, target) : link(temporary, target));
		} finally {
			await rm(temporary, { force: true });
		}
	} catch (error) {
		throw error instanceof UserError ? error : failure(name, error);
	}
}

async function writeSynced(file: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
	const handle = await open(file, "wx", mode);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** What is a matter of the call: it is another file that should be named. */
const mistakes: Record<string, string> = {
	EEXIST: "this file already exists; choose another name, or overwrite it with --force",
	ENOENT: "no such directory; create it first",
	ENOTDIR: "no such directory; create it first",
	ENAMETOOLONG: "the name is too long; choose a shorter one",
};

function failure(name: string, error: unknown): UserError {
	const mistake = mistakes[String((error as NodeJS.ErrnoException).code)];
	return mistake === undefined
		? new UserError(`${name}: it can't be written: ${systemReason(error)}`, 1)
		: new UserError(`${name}: ${mistake}`);
}
