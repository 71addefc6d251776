import type { Resume } from "../resume/model.ts";
import { type CardOptions, cardGap, cardLines } from "./card.ts";
import type { Style } from "./style.ts";
import { textWidth } from "./width.ts";

/** The card as text, ending in a line feed. */
export function printCard(resume: Resume, options: CardOptions, style: Style): string {
	const { text, qr, isBeside, caption } = cardLines(resume, options);
	const width = Math.max(...text.map(textWidth)) + cardGap;
	const left = text.map((line, index) => (index === 0 ? style.name(line) : line));
	const code = qr.map(style.code);
	if (!isBeside) {
		return toText(code.length === 0 ? left : [...left, "", ...code, ...(caption === undefined ? [] : [caption])]);
	}

	const lines = Array.from({ length: Math.max(text.length, code.length) }, (_, index) => {
		const gap = " ".repeat(width - textWidth(text[index] ?? ""));
		return code[index] === undefined ? (left[index] ?? "") : (left[index] ?? "") + gap + code[index];
	});
	return toText(lines);
}

const toText = (lines: string[]) => lines.map((line) => `${line}\n`).join("");
