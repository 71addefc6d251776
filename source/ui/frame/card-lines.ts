import { cardGap, cardLines } from "../../print/card.ts";
import type { Resume } from "../../resume/model.ts";
import { widthOf } from "../../text/width.ts";
import type { Look } from "../state/state.ts";
import type { Size } from "./layout.ts";
import { type Line, layOut, plainLine } from "./line.ts";

/** The business card, as it is printed: its text, and the code to scan beside or below it. */
export function cardScreenLines(resume: Resume, look: Look, { columns: room, rows }: Size): Line[] {
	const { text, qr, isBeside } = cardLines(resume, { ...look, columns: room, rows, isAscii: false });
	// Paper lets an address run over the edge; a screen cannot.
	const left = text.flatMap((line, index) =>
		layOut([{ text: line, role: index === 0 ? "title" : "plain" }], { columns: room }),
	);
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
