import process from "node:process";
import { isPrinting } from "../call/check.ts";
import { hasColours, isContinuousIntegration, isDumb, isLightBackground } from "../call/colours.ts";
import { comeBackOf } from "../call/come-back.ts";
import type { Flags } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import type { FormatName } from "../print/formats.ts";
import { print } from "../print/print.ts";
import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import { type Selection, select } from "../resume/select.ts";
import { keepCompiled } from "./compile-cache.ts";
import { deliver } from "./deliver.ts";
import { load } from "./load.ts";
import { isTerminal } from "./streams.ts";

/**
 * Shows the résumé or a part of it: on the screen where there is one to browse on, else printed.
 * @returns what the process ends with.
 */
export async function show({ words, flags }: Call, program: Program): Promise<number> {
	const loaded = await load(flags, program);
	const selection = select(loaded.resume, words);
	if (!isPrinting(flags) && isBrowsable()) {
		keepCompiled();
		const { browse } = await import("./browse.ts");
		return browse(loaded, selection, flags, program);
	}

	return printed(loaded, selection, flags.format ?? formatOf(flags.output) ?? "text", flags, program);
}

/** Prints the business card. */
export async function showCard({ flags }: Call, program: Program): Promise<number> {
	return printed(await load(flags, program), {}, "card", flags, program);
}

const isBrowsable = () =>
	isTerminal("stdin") && isTerminal("stdout") && !isContinuousIntegration(process.env) && !isDumb(process.env);

/** What the ending of a file's name says of its format; without a known ending it says nothing. */
const formatOf = (file = "") => formatOfEnding[/\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ""];

const formatOfEnding: Record<string, FormatName> = {
	".md": "markdown",
	".html": "html",
	".htm": "html",
	".json": "json",
	".vcf": "vcard",
	".bib": "bibtex",
};

type Format = Parameters<typeof print>[1]["format"];

/** Prints onto standard output, or into the file of --output. */
async function printed(
	loaded: Loaded,
	selection: Selection,
	format: Format,
	flags: Flags,
	program: Program,
): Promise<number> {
	const isFile = flags.output !== undefined && flags.output !== "-";
	const isOnScreen = !isFile && isTerminal("stdout");
	const text = await print(loaded, {
		format,
		selection,
		width: printedWidth(flags, isOnScreen),
		// The next prompt takes a row.
		...(isOnScreen && { rows: process.stdout.rows - 1 }),
		isAscii: flags.ascii === true,
		hasColours: !isFile && hasColours(flags, process.env, { isTTY: isOnScreen }),
		isInkDark: isFile || isLightBackground(process.env),
		hasCode: flags.screenReader !== true,
		comeBack: comeBackOf(flags, program),
	});
	await deliver(text, flags.output, { isForced: flags.force, program });
	return 0;
}

/** The standard width of a terminal and of a printed letter, and the least that text is laid out for. */
const standardWidth = 80;
const leastWidth = 20;

/** --width, or COLUMNS, or 80, or what a smaller terminal has. */
function printedWidth({ width }: Flags, isOnScreen: boolean): number {
	if (width !== undefined) {
		return width;
	}

	const given = Number(process.env.COLUMNS);
	if (Number.isInteger(given) && given >= leastWidth) {
		return given;
	}

	const columns = isOnScreen ? process.stdout.columns || standardWidth : standardWidth;
	return Math.max(leastWidth, Math.min(columns, standardWidth));
}
