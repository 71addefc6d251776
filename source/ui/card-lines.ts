import { cardGap, cardLines } from "../print/card.ts";
import { widthOf } from "../text/width.ts";
import type { Content } from "./content.ts";
import { bodyRows, type Layout } from "./layout.ts";
import { type Line, layOut, plainLine } from "./lines.ts";

/** The business card, as it is printed: its text, and the code to scan beside or below it. */
export function cardScreenLines({ resume, card }: Content, layout: Layout): Line[] {
	const { text, qr, isBeside } = cardLines(resume, {
		...card,
		columns: layout.width,
		rows: bodyRows(layout),
		isAscii: false,
	});
	// Paper lets an address run over the edge; a screen cannot.
	const left = text.flatMap((line, index) =>
		layOut([{ text: line, role: index === 0 ? "title" : "plain" }], { columns: layout.width }),
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
