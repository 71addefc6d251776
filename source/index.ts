import { start } from "./cli/start.ts";
import { isEngine } from "./new/engine.ts";
import type { PrintRequest } from "./print/print.ts";
import { createProgram, type PackageIdentity } from "./program.ts";
import type { Loaded, LoadOptions } from "./resume/load.ts";
import type { ResumeDocument } from "./resume/resume-document.ts";
import { selectPlace } from "./resume/select.ts";

export { UserError } from "./errors.ts";
export type { Loaded, LoadOptions, PackageIdentity, ResumeDocument };

export type RunOptions = PackageIdentity & {
	/** What is shown if the command line names no other résumé: a file's path, or what `loadResume` gave. */
	resume: string | Loaded;
};

/**
 * Runs as a command: does what `process.argv` asks and ends the process. This is what the `bin` of a card calls, under
 * the card's own name and version.
 */
export const run = ({ resume, ...identity }: RunOptions): Promise<never> =>
	start(createProgram(identity, resume, isEngine() ? "owner" : "guest"));

/**
 * Loads a résumé: JSON Resume as JSON or YAML, without what `meta.private` lists.
 * @param source a file's path (`-` is stdin), or the document itself.
 * @throws {UserError} if it can't be read, isn't a résumé, or a private path matches nothing.
 */
export async function loadResume(source: string | ResumeDocument, options: LoadOptions = {}): Promise<Loaded> {
	const { loadDocument, loadFile } = await import("./resume/load.ts");
	return typeof source === "string" ? loadFile(source, options) : loadDocument(source, "the résumé", options);
}

export type PrintOptions = {
	/** "text" if it isn't given. */
	format?: PrintRequest["format"];
	/** A section, and an entry of it, each by id, title, the beginning of a title, or number; or a view, "timeline" or "links"; without it, everything. */
	part?: readonly [section?: string, entry?: string];
	/** Columns that text is wrapped at, from 20; 80 if it isn't given, and 0 doesn't wrap. */
	width?: number;
	/** Bullets, dashes and quotes in plain ASCII. */
	ascii?: boolean;
	/** Escape sequences for colours; text and card only. */
	color?: boolean;
};

/**
 * Prints a loaded résumé.
 * @returns text that ends in a line feed.
 * @throws {UserError} if there is no such part, or the format holds nothing of it.
 */
export async function print(
	loaded: Loaded,
	{ format = "text", part = [], width = 80, ascii = false, color = false }: PrintOptions = {},
): Promise<string> {
	const printer = await import("./print/print.ts");
	const words = part.filter((word) => word !== undefined);
	const selection = selectPlace(loaded.resume, words);
	return printer.print(loaded, { format, selection, width, isAscii: ascii, hasColours: color, isInkDark: true });
}
