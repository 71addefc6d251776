import { colourDepthOf, hasColours, isLightBackground, takesStrings } from "../call/colours.ts";
import { comeBackOf } from "../call/come-back.ts";
import type { Flags } from "../call/flags.ts";
import type { Call } from "../call/parse.ts";
import { UserError } from "../errors.ts";
import { type FormatName, formatNames, formatSynonyms, formats } from "../print/formats.ts";
import { print } from "../print/print.ts";
import type { Program } from "../program.ts";
import { cleanLine } from "../resume/clean.ts";
import type { Loaded } from "../resume/load.ts";
import { quote } from "../resume/quote.ts";
import type { Selection } from "../resume/select.ts";
import { deliver } from "./deliver.ts";
import { load } from "./load.ts";
import { isTerminal } from "./streams.ts";

/** Prints the résumé or a part of it, in the format that is asked for. @returns what the process ends with. */
export const printPlace = (loaded: Loaded, selection: Selection, flags: Flags, program: Program): Promise<number> =>
	printed(loaded, selection, formatFor(flags), flags, program);

/** Prints the business card. @returns what the process ends with. */
export async function printCard({ flags }: Call, program: Program): Promise<number> {
	const { output } = flags;
	if (formatOf(output) !== "text") {
		throw new UserError(
			`${quote(output!)}: the card is plain text; choose a name that ends in .txt, or leave out the word card`,
		);
	}

	return printed(await load(flags, program), {}, "card", flags, program);
}

/** The format that is named, or that another flag is for. */
const formatFor = ({ format, vcardVersion, output }: Flags): FormatName =>
	format ?? (vcardVersion === undefined ? formatOf(output) : "vcard");

/**
 * The format whose files end as this one does; without an ending, text.
 * @throws {UserError} for an ending that no format has: a file must be what it is called.
 */
function formatOf(file = "-"): FormatName {
	const ending = /[^./\\]\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
	if (ending === undefined) {
		return "text";
	}

	const format =
		formatNames.find((name) => name === ending || formats[name].ending === ending) ?? formatSynonyms[ending];
	if (format === undefined) {
		const known = formatNames.map((name) => `.${formats[name].ending}`).join(", ");
		throw new UserError(
			`${quote(file)}: no format has files that end in .${cleanLine(ending)}; choose from ${known}, or say which with --format`,
		);
	}

	return format;
}

type Format = FormatName | "card";

/** Prints onto standard output, or into the file of --output. */
async function printed(
	loaded: Loaded,
	selection: Selection,
	format: Format,
	flags: Flags,
	program: Program,
): Promise<number> {
	if (format === "pdf") {
		await deliver(await paper(loaded, selection, flags, program), flags.output, { isForced: flags.force, program });
		return 0;
	}

	const isFile = flags.output !== undefined && flags.output !== "-";
	const isOnScreen = !isFile && isTerminal("stdout");
	const isColoured = !isFile && hasColours(flags, process.env, { isTTY: isOnScreen });
	const hasCode = format === "card" && flags.screenReader !== true;
	const text = await print(loaded, {
		format,
		selection,
		width: printedWidth(flags, isOnScreen),
		// The next prompt takes a row.
		...(isOnScreen && { rows: process.stdout.rows - 1 }),
		isAscii: flags.ascii === true,
		...(flags.vcardVersion === "3" && { vcardVersion: "3.0" }),
		hasColours: isColoured,
		colourDepth: colourDepthOf(process.env),
		isInkDark: !isOnScreen || (hasCode && !isColoured && (await isLight(flags))),
		hasCode,
		isLinear: flags.screenReader === true,
		comeBack: comeBackOf(flags, program),
	});
	await deliver(text, flags.output, { isForced: flags.force, program });
	return 0;
}

/** Whether this terminal's background is light; most that don't say are dark. */
async function isLight(flags: Flags): Promise<boolean> {
	const known = isLightBackground(flags, process.env);
	if (known !== undefined || !takesStrings(process.env) || !isTerminal("stdin")) {
		return known ?? false;
	}

	const { askBackground } = await import("./background.ts");
	return (await askBackground()) ?? false;
}

/** The page on paper. @throws {UserError} if it would go to a terminal, or no browser prints it. */
async function paper(loaded: Loaded, selection: Selection, flags: Flags, program: Program): Promise<Uint8Array> {
	if ((flags.output === undefined || flags.output === "-") && isTerminal("stdout")) {
		throw new UserError("a terminal can't show a PDF; write it into a file: --output cv.pdf");
	}

	const { printPdf, usualPaper } = await import("../print/pdf/pdf.ts");
	const page = await print(loaded, { format: "html", selection, width: 0, isAscii: false, hasColours: false });
	const creator = `${program.name} ${program.version}`;
	return printPdf(page, { browser: flags.browser, paper: usualPaper(process.env), creator });
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
