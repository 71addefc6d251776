import { UserError } from "../errors.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded } from "../resume/load.ts";
import { prepareFor } from "../text/width.ts";
import type { Flags } from "./flags.ts";

/** The flags that say which résumé, in which language, and what of it is hidden. */
export type Named = Pick<Flags, "resume" | "hide" | "lang">;

/**
 * Nothing is fetched: another program does that better.
 * @param args what reads standard input.
 * @throws {UserError} if the file is a web address.
 */
export function refuseAddress(file: string, args: string, { name }: Pick<Program, "name">): void {
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(file)) {
		const address = cleanLine(file);
		throw new UserError(
			`${address}: this is an address, not a file; use curl -sSL ${shellWord(address)} | ${name} ${args}`,
		);
	}
}

const shellWord = (text: string) => (/^[\w:/.,@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/**
 * The résumé that the flags name, or the program's own; its texts can be measured.
 * @throws {UserError} if it can't be read, isn't a résumé, isn't in the language, or has nothing that matches a path to
 *   hide.
 */
export async function loadNamed(named: Named, program: Program): Promise<Loaded> {
	const loaded = await load(named, program);
	await prepareFor(JSON.stringify(loaded.resume));
	return loaded;
}

async function load({ resume, hide, lang: language }: Named, program: Program): Promise<Loaded> {
	if (resume === undefined) {
		return program.load({ hide, language });
	}

	refuseAddress(resume, "--resume -", program);
	const { loadFile } = await import("../resume/load.ts");
	return loadFile(resume, { hide, language });
}
