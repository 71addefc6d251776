import { lstat, mkdir, readdir, readFile, realpath, rm } from "node:fs/promises";
import path from "node:path";
import type { Flags } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import { UserError } from "../errors.ts";
import { alternatesOf, publishedFiles } from "../print/files.ts";
import { printHtml } from "../print/html/page.ts";
import { print } from "../print/print.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded } from "../resume/load.ts";
import { load } from "./load.ts";
import { warn } from "./report.ts";
import { isSystemError, systemReason } from "./system-error.ts";

const pageName = "index.html";

/** Says that a folder was made here, and keeps GitHub Pages from building anything of it. */
const markName = ".nojekyll";
const markStart = "Made by export:";
const mark = `${markStart} its files are rewritten each time.\n`;

/**
 * Writes the résumé as static files, with relative links: a page, and beside it every other format but PDF.
 * @returns what the process ends with.
 * @throws {UserError} if the folder has something in it that wasn't made here.
 */
export async function exportSite({ words, flags }: Call, program: Program): Promise<number> {
	const folder = words[0]!;
	const loaded = await load(flags, program);
	const files = await filesOf(loaded);
	const { writeWholeFile } = await import("./file.ts");
	try {
		await prepare(folder, flags);
		for (const [name, text] of files) {
			await writeWholeFile(path.join(folder, name), text, true);
		}

		for (const { name } of publishedFiles) {
			// Of an earlier version, which had something to say in this format.
			if (!files.has(name) && flags.force !== true) {
				await rm(path.join(folder, name), { force: true });
			}
		}
	} catch (error) {
		throw isSystemError(error) ? new UserError(`${cleanLine(folder)}: ${systemReason(error)}`, 1) : error;
	}

	warn(
		`wrote ${files.size - 1} files into ${cleanLine(folder)}: open ${cleanLine(path.join(folder, pageName))}`,
		program,
	);
	return 0;
}

/** The files by their names. A format that has nothing to say of this résumé has none. */
async function filesOf(loaded: Loaded): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const { name, format } of publishedFiles) {
		try {
			texts.set(name, await print(loaded, { format, selection: {}, width: 80, isAscii: false, hasColours: false }));
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}
		}
	}

	const alternates = alternatesOf(
		publishedFiles.filter(({ name }) => texts.has(name)),
		"",
	);
	const page = await printHtml(loaded.resume, {}, alternates);
	return new Map([[pageName, page], ...texts, [markName, mark]]);
}

/** Makes the folder, or sees to it that it may be written into. */
async function prepare(folder: string, { force, resume }: Flags): Promise<void> {
	const found = await lstat(folder).catch(() => undefined);
	if (found && !found.isDirectory() && !found.isSymbolicLink()) {
		throw new UserError(`${cleanLine(folder)}: this isn't a directory; name one`);
	}

	await mkdir(folder, { recursive: true });
	const names = await readdir(folder);
	const isOwn = (await readFile(path.join(folder, markName), "utf8").catch(() => "")).startsWith(markStart);
	if (names.length > 0 && !isOwn && force !== true) {
		throw new UserError(
			`${cleanLine(folder)}: it has files that export didn't write; name another directory, or add --force`,
		);
	}

	const source = resume === undefined || resume === "-" ? undefined : await realpath(resume).catch(() => undefined);
	const inside = await realpath(folder);
	for (const name of [pageName, ...publishedFiles.map((file) => file.name)]) {
		const target = path.join(inside, name);
		if (target === source) {
			throw new UserError(`${cleanLine(target)}: export would write over the résumé itself; name another directory`);
		}

		// Through a link it would be some other file that is written.
		if ((await lstat(target).catch(() => undefined))?.isFile() === false) {
			throw new UserError(`${cleanLine(target)}: this isn't a plain file; remove it, or name another directory`);
		}
	}
}
