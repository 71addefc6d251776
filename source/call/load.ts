import { accentOf, colourNames } from "../accent.ts";
import { UserError } from "../errors.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded, LoadOptions } from "../resume/load.ts";
import { quote } from "../resume/quote.ts";
import { prepareFor } from "../text/width.ts";
import type { Flags } from "./flags.ts";
import { shellWord } from "./shell-word.ts";

/** The flags that say which résumé, in which language and colour, what of it is hidden, and where its page is. */
export type Named = Pick<Flags, "resume" | "hide" | "lang" | "accent" | "publicUrl">;

/**
 * How the flags want a résumé loaded.
 * @throws {UserError} if there is no such colour.
 */
export function loadOptionsOf({ hide, lang: language, accent, publicUrl: page }: Named): LoadOptions {
	const colour = accent === undefined ? undefined : accentOf(accent);
	if (accent !== undefined && colour === undefined) {
		throw new UserError(
			`--accent ${quote(accent)} isn't a colour; choose from ${colourNames.join(", ")}, or write a hex value such as "#7a3fd1"`,
		);
	}

	return { hide, language, page, accent: colour };
}

/**
 * Nothing is fetched: another program does that better.
 * @param after what follows its command line.
 * @throws {UserError} if the file is a web address.
 */
export function refuseAddress(file: string, after: string): void {
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(file)) {
		const address = cleanLine(file);
		throw new UserError(`${address}: this is an address, not a file; use curl -sSL ${shellWord(address)} ${after}`);
	}
}

/**
 * The résumé that the flags name, or the program's own; its texts can be measured.
 * @throws {UserError} if it can't be read, isn't a résumé, isn't in the language, or has nothing that matches a path to
 *   hide.
 */
export async function loadNamed(named: Named, program: Program): Promise<Loaded> {
	const loaded = await load(named, program);
	// All of it: a visitor may change the language.
	await prepareFor(JSON.stringify(loaded));
	return loaded;
}

async function load({ resume, ...named }: Named, program: Program): Promise<Loaded> {
	if (resume === undefined) {
		return program.load(loadOptionsOf(named));
	}

	refuseAddress(resume, `| ${program.name} --resume -`);
	const { loadFile } = await import("../resume/load.ts");
	return loadFile(resume, loadOptionsOf(named));
}
