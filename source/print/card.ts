import { cardLink, newPage } from "../resume/links.ts";
import type { Resume } from "../resume/model.ts";
import { asciiResume } from "./glyphs.ts";
import { fittingQr, type QrLook, qrLines } from "./qr.ts";
import { printVcard } from "./vcard.ts";
import { textWidth, wrap } from "./width.ts";

export type CardOptions = QrLook & {
	/** The room there is; 0 columns don't wrap, and rows may be Infinity if nothing scrolls away. */
	columns: number;
	rows: number;
	/** False leaves the code out, for those to whom it says nothing. */
	hasCode?: boolean;
	/** The command to come back with; absent if none leads to this résumé. */
	comeBack?: string;
};

/** The business card: what a screen and a printer draw in their own colours. */
export type Card = {
	/** Name first; then, a blank line between, role and place, the ways to reach the person, the way back, the code's use. */
	text: string[];
	/** The QR code, its quiet zone included, all lines of one width; empty if no code fits. */
	qr: string[];
	/** Whether the code is beside the text; otherwise it is below, a blank line between. */
	isBeside: boolean;
	/** Only where text and code don't fit at once: what the code is for, to be with the code and not in the text. */
	caption?: string;
};

/** Blank columns between the text and the code beside it. */
export const cardGap = 2;

/**
 * The card laid out for the room there is. The code holds the whole vCard if that fits, else the name and the mail,
 * else a `mailto:` address. Beside the text there is more height for it; below, more width; where neither is enough, it
 * is seen alone.
 */
export function cardLines(original: Resume, options: CardOptions): Card {
	const { columns, rows, isAscii } = options;
	const resume = isAscii ? asciiResume(original) : original;
	if (options.hasCode === false) {
		return { text: cardText(resume, options), qr: [], isBeside: false };
	}

	const room = columns === 0 ? Number.POSITIVE_INFINITY : columns;
	for (const { content, caption } of cardCodes(resume)) {
		const text = cardText(resume, options, caption);
		const textColumns = Math.max(...text.map(textWidth));
		const places = [
			{ isBeside: true, columns: room - textColumns - cardGap, rows },
			{ isBeside: false, columns: room, rows: rows - text.length - 1 },
		];
		for (const { isBeside, ...place } of places) {
			const modules = fittingQr([content], { ...place, isAscii });
			if (modules) {
				return { text, qr: qrLines(modules, options), isBeside };
			}
		}
	}

	return codeAlone(resume, options, room) ?? withoutCode(resume, options);
}

/** The card of which one sees the code or the text: what fits with one line for what it is for. */
function codeAlone(resume: Resume, options: CardOptions, columns: number): Card | undefined {
	for (const { content, caption } of cardCodes(resume)) {
		const modules = fittingQr([content], { columns, rows: options.rows - 1, isAscii: options.isAscii });
		if (modules) {
			return { text: cardText(resume, options), qr: qrLines(modules, options), isBeside: false, caption };
		}
	}

	return undefined;
}

const withoutCode = (resume: Resume, options: CardOptions): Card => ({
	text: cardText(resume, options, resume.words.card.tooSmall),
	qr: [],
	isBeside: false,
});

/** Text wider than this would leave no room for the code beside it on a terminal of 80 columns. */
const widestText = 42;
/** From this many columns on, the card's link is called by its name. */
const namedFrom = 60;

function cardText(resume: Resume, { comeBack, columns }: CardOptions, caption?: string): string[] {
	const { name, headline, role, place, contacts } = resume.person;
	const link = cardLink(resume);
	const about = [role, headline, place].filter((text, index, all) => text !== undefined && all.indexOf(text) === index);
	const mail = contacts.find(({ kind }) => kind === "mail")?.text;
	// The person's own address doesn't need a name, and a narrow card has no room for one.
	const isNamed = (columns === 0 || columns >= namedFrom) && !contacts.some(({ href }) => href === link?.url);
	const groups = [
		[name, ...about],
		[mail],
		[isNamed ? link?.label : undefined, link?.url],
		[comeBack, newPage(resume.person)],
		[caption],
	];
	const lines = groups
		.map((group) => group.filter((text) => text !== undefined && text !== ""))
		.filter((group) => group.length > 0)
		.flatMap((group, index) => [...(index === 0 ? [] : [""]), ...group]);
	const width = caption === undefined ? columns : Math.min(columns || widestText, widestText);
	return lines.flatMap((line) => (line === "" ? [""] : wrap(line!, width)));
}

/** What the code may say, best first; without a mail address, less than the whole contact would be a name alone. */
export function cardCodes(resume: Resume): { content: string; caption: string }[] {
	const { person, words } = resume;
	const mail = person.contacts.find(({ kind }) => kind === "mail");
	// Not all phones read a vCard 4.0.
	const whole = { content: printVcard(resume, { version: "3.0", isForCode: true }), caption: words.card.contact };
	if (mail === undefined) {
		return [whole];
	}

	const short = printVcard(resume, { version: "3.0", isForCode: true, isShort: true });
	return [whole, { content: short, caption: words.card.nameAndMail }, { content: mail.href, caption: words.card.mail }];
}
