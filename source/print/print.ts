import type { ColourDepth } from "../accent.ts";
import { UserError } from "../errors.ts";
import type { Loaded } from "../resume/load.ts";
import type { Resume } from "../resume/model.ts";
import type { Selection } from "../resume/select.ts";
import type { TextFormat } from "./formats.ts";
import { plainStyle } from "./plain-style.ts";
import type { VcardVersion } from "./vcard.ts";

export type PrintRequest = {
	format: TextFormat | "card";
	/** What of the résumé; nothing named is all of it. */
	selection: Selection;
	/** Columns that text and card are laid out for; 0 does not wrap. */
	width: number;
	/** Rows that the card may take, so that its code can be seen whole; absent if nothing scrolls. */
	rows?: number;
	isAscii: boolean;
	/** Of a vCard: 4.0 unless it says 3.0. */
	vcardVersion?: VcardVersion;
	hasColours: boolean;
	/** How many bits of colour the terminal shows: 4 if it isn't known. */
	colourDepth?: ColourDepth;
	/** Without colours: whether the text is darker than its background, as on paper. Terminals are mostly dark. */
	isInkDark?: boolean;
	/** For a screen reader: text without rules and columns. */
	isLinear?: boolean;
	/** False leaves the card's code out, for those to whom it says nothing. */
	hasCode?: boolean;
	/** The command to come back with, for the card. */
	comeBack?: string;
};

/**
 * The résumé in the format, ending in a line feed. Each format is loaded when it is asked for: none pays for another.
 * @throws {UserError} if the format has nothing to say of what was selected.
 */
export async function print({ resume, document }: Loaded, request: PrintRequest): Promise<string> {
	const { selection, width, isAscii } = request;
	if (selection.view !== undefined) {
		if (request.format !== "text") {
			throw new UserError(
				`${selection.view} is a view of the whole résumé, printed as text; leave out --format or the word`,
			);
		}

		return (await import("./views.ts")).printView(resume, selection.view, request);
	}

	switch (request.format) {
		case "text":
			return (await import("./text.ts")).printText(resume, selection, {
				width,
				isAscii,
				isLinear: request.isLinear,
				style: await styleFor(resume, request),
			});
		case "markdown":
			return (await import("./markdown.ts")).printMarkdown(resume, selection, isAscii);
		case "html":
			return (await import("./html/page.ts")).printHtml(resume, selection);
		case "json":
			return (await import("./json.ts")).printJson(document, resume, selection);
		case "vcard":
			if (selection.section !== undefined) {
				throw new UserError("a vCard holds the person, not a section; leave the section out");
			}

			return (await import("./vcard.ts")).printVcard(resume, { version: request.vcardVersion });
		case "bibtex": {
			const entries = (await import("./bibtex.ts")).printBibtex(resume, selection);
			if (entries === "") {
				throw new UserError("BibTeX holds only publications, and none is selected");
			}

			return entries;
		}

		case "card": {
			const { printCard } = await import("./print-card.ts");
			const { rows = Number.POSITIVE_INFINITY, hasColours, isInkDark = false, hasCode, comeBack } = request;
			const options = { columns: width, rows, isAscii, isInkDark: hasColours || isInkDark, hasCode, comeBack };
			return printCard(resume, options, await styleFor(resume, request));
		}
	}
}

const styleFor = async ({ accent }: Resume, { hasColours, colourDepth }: PrintRequest) =>
	hasColours ? (await import("./style.ts")).colouredStyle(accent, colourDepth) : plainStyle;
