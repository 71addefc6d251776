import { cardLink } from "../resume/links.ts";
import type { Resume } from "../resume/model.ts";
import { asciiResume } from "./glyphs.ts";
import { fittingQr, type QrLook, qrLines } from "./qr.ts";
import { printVcard } from "./vcard.ts";
import { textWidth, wrap } from "./width.ts";

export type CardOptions = QrLook & {
	/** The room there is; 0 columns do not wrap, and rows may be Infinity where nothing scrolls away. */
	columns: number;
	rows: number;
	/** The command to come back with. */
	comeBack: string;
};

/** The business card: what a screen and a printer draw in their own colours. */
export type Card = {
	/** Name first; then, a blank line between, role and place, the ways to reach the person, the way back. */
	text: string[];
	/** The QR code, its quiet zone included, all lines of one width; empty where no code fits. */
	qr: string[];
	/** Whether the code stands beside the text; else below it, a blank line between. */
	isBeside: boolean;
};

/** Blank columns between the text and the code beside it. */
export const cardGap = 2;

/**
 * The card laid out for the room there is. The code holds the whole vCard where that fits, else the name and the mail,
 * else a `mailto:` address. Beside the text there is more height for it; below, more width.
 */
export function cardLines(original: Resume, options: CardOptions): Card {
	const { columns, rows, isAscii } = options;
	const resume = isAscii ? asciiResume(original) : original;
	const text = cardText(resume, options.comeBack, columns);
	const contents = cardContents(resume);
	const room = columns === 0 ? Number.POSITIVE_INFINITY : columns;
	const textColumns = Math.max(...text.map(textWidth));
	const places = [
		{ isBeside: true, columns: room - textColumns - cardGap, rows },
		{ isBeside: false, columns: room, rows: rows - text.length - 1 },
	];
	for (const content of contents) {
		for (const { isBeside, ...place } of places) {
			const modules = fittingQr([content], { ...place, isAscii });
			if (modules) {
				return { text, qr: qrLines(modules, options), isBeside };
			}
		}
	}

	return { text, qr: [], isBeside: false };
}

function cardText(resume: Resume, comeBack: string, columns: number): string[] {
	const { name, headline, role, place, contacts } = resume.person;
	const link = cardLink(resume);
	const about = [role, headline, place].filter((text, index, all) => text !== undefined && all.indexOf(text) === index);
	const mail = contacts.find(({ kind }) => kind === "mail")?.text;
	const groups = [[name, ...about], [mail, link?.url], [comeBack]];
	const lines = groups
		.map((group) => group.filter((text) => text !== undefined && text !== ""))
		.filter((group) => group.length > 0)
		.flatMap((group, index) => [...(index === 0 ? [] : [""]), ...group]);
	return lines.flatMap((line) => (line === "" ? [""] : wrap(line!, columns)));
}

/** What the code may say, best first. */
function cardContents({ person }: Resume): string[] {
	const mail = person.contacts.find(({ kind }) => kind === "mail");
	return [printVcard(person), printVcard(person, true), ...(mail ? [mail.href] : [])];
}
