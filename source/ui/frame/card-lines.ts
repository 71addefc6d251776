import { cardCodes, cardGap, cardLines } from "../../print/card.ts";
import { fittingQr, qrLines } from "../../print/qr.ts";
import type { Resume } from "../../resume/model.ts";
import { truncate, widthOf } from "../../text/width.ts";
import type { Look } from "../state/state.ts";
import type { Size } from "./layout.ts";
import { blankLine, type Line, layOut, plainLine } from "./line.ts";

/** The business card, as it is printed: its text, and the code to scan beside or below it. */
export function cardScreenLines(resume: Resume, look: Look, { columns: room, rows }: Size): Line[] {
	const { text, qr, isBeside, caption } = cardLines(resume, { ...look, columns: room, rows, isAscii: false });
	// Paper lets an address run over the edge; a screen cannot.
	const left = text.flatMap((line, index) =>
		layOut([{ text: line, role: index === 0 ? "title" : "plain" }], { columns: room }),
	);
	if (caption !== undefined) {
		// The code comes first: a camera has to see all of it at once, and the text can be scrolled to.
		return [...captioned(qr, caption, room), blankLine, ...left];
	}

	if (!isBeside) {
		return qr.length === 0 ? left : [...left, plainLine(""), ...qr.map((line) => plainLine(line, "code"))];
	}

	const columns = Math.max(...text.map(widthOf)) + cardGap;
	return Array.from({ length: Math.max(text.length, qr.length) }, (_, index) => {
		const line = left[index] ?? plainLine("");
		const gap = " ".repeat(columns - widthOf(text[index] ?? ""));
		const code = qr[index];
		return code === undefined
			? line
			: {
					pieces: [...line.pieces, { text: gap, role: "plain" as const }, { text: code, role: "code" as const }],
				};
	});
}

/** A code with what it is for in the middle under it, or from its left edge if that is wider. */
function captioned(code: readonly string[], caption: string, columns: number): Line[] {
	const words = truncate(caption, columns);
	const centred = " ".repeat(Math.max(0, Math.floor((widthOf(code[0]!) - widthOf(words)) / 2))) + words;
	return [...code.map((line) => plainLine(line, "code")), plainLine(centred, "quiet")];
}

/** A code with what it is for under it; `columns` wide. */
export type Code = { lines: Line[]; columns: number };

/** The best of the card's codes that fits; undefined if none does, or none is wanted. */
export function codeLines(resume: Resume, look: Look, { columns, rows }: Size): Code | undefined {
	if (look.hasCode === false) {
		return undefined;
	}

	for (const { content, caption } of cardCodes(resume)) {
		const modules = fittingQr([content], { columns, rows: rows - 1, isAscii: false });
		if (modules !== undefined) {
			const code = qrLines(modules, { isInkDark: look.isInkDark, isAscii: false });
			const width = widthOf(code[0]!);
			return { lines: captioned(code, caption, width), columns: width };
		}
	}

	return undefined;
}
