import { UserError } from "../errors.ts";
import { alternatesOf, type PublishedFile, publishedFiles } from "../print/files.ts";
import type { TextFormat } from "../print/formats.ts";
import { printCardPage } from "../print/html/card.ts";
import { printHtml } from "../print/html/page.ts";
import { print } from "../print/print.ts";
import type { Loaded } from "../resume/load.ts";
import type { Wanted } from "./negotiate.ts";
import type { Target } from "./route.ts";

/** Text for terminals is laid out for this many columns. */
const columns = 80;

/**
 * The text of a target in a format, its representation in the words of RFC 9110.
 * @param files that the résumé is published in, as the page links them.
 * @param comeBack the command to come back with, for the card.
 * @throws {UserError} if the format has nothing to say of the target.
 */
export async function represent(
	loaded: Loaded,
	target: Target,
	format: Wanted,
	files: readonly PublishedFile[],
	comeBack?: string,
): Promise<string> {
	const selection = target.kind === "part" ? target.selection : {};
	if (format === "html") {
		// The whole page has what the views list.
		return target.kind === "card"
			? printCardPage(loaded.resume, comeBack)
			: printHtml(loaded.resume, selection, alternatesOf(files, "/"));
	}

	const what = target.kind === "card" ? "the card" : selection.view;
	if (what !== undefined && format !== "colour" && format !== "text") {
		throw new UserError(`${what} isn't printed as ${format}; choose html or text`);
	}

	return print(loaded, {
		format: target.kind === "card" ? "card" : format === "colour" ? "text" : format,
		selection,
		width: columns,
		isAscii: false,
		hasColours: format === "colour",
		comeBack,
	});
}

/** The files that the résumé is published in: those in whose format it has something to say. */
export async function filesOf(loaded: Loaded): Promise<PublishedFile[]> {
	const files: PublishedFile[] = [];
	for (const file of publishedFiles) {
		if (await canPrint(loaded, file.format)) {
			files.push(file);
		}
	}

	return files;
}

async function canPrint(loaded: Loaded, format: TextFormat): Promise<boolean> {
	try {
		await print(loaded, { format, selection: {}, width: columns, isAscii: false, hasColours: false });
		return true;
	} catch (error) {
		if (error instanceof UserError) {
			return false;
		}

		throw error;
	}
}
