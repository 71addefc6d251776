import type { Loaded } from "../resume/load.ts";
import type { Selection } from "../resume/select.ts";
import type { FormatName } from "./formats.ts";
import { plainStyle } from "./plain-style.ts";
import { printText } from "./text.ts";

export type PrintRequest = {
	format: FormatName | "card";
	/** What of the résumé; nothing named is all of it. */
	selection: Selection;
	/** Columns that printed text is wrapped at; 0 does not wrap. */
	width: number;
	isAscii: boolean;
	hasColours: boolean;
	/** The command to come back with, for the card. */
	comeBack: string;
};

/**
 * The résumé in the format, ending in a line feed. Each format is loaded when it is asked for: none pays for another.
 * @throws {UserError} where the format has nothing to say of what was selected.
 */
export async function print(loaded: Loaded, request: PrintRequest): Promise<string> {
	const { selection, width, isAscii, hasColours } = request;
	switch (request.format) {
		case "text": {
			const style = hasColours ? (await import("./style.ts")).colouredStyle() : plainStyle;
			return printText(loaded.resume, selection, { width, isAscii, style });
		}

		default:
			return printText(loaded.resume, selection, { width, isAscii, style: plainStyle });
	}
}
