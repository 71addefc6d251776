import { Chalk } from "chalk";
import { type Accent, type ColourDepth, isHex, usualAccent } from "../accent.ts";

/** How the parts of printed text are set off; each gives the text with or without its colours. */
export type Style = {
	name: (text: string) => string;
	heading: (text: string) => string;
	title: (text: string) => string;
	quiet: (text: string) => string;
	owner: (text: string) => string;
	link: (text: string) => string;
	strong: (text: string) => string;
	emphasis: (text: string) => string;
	/** `` `code` `` in a text. */
	literal: (text: string) => string;
	/** A QR code: black on white, whatever the terminal's own background. */
	code: (text: string) => string;
};

/** The terminal's own sixteen colours, so that light and dark backgrounds both read well, and the owner's accent. */
export function colouredStyle(accent: Accent = usualAccent, depth: ColourDepth = 4): Style {
	const chalk = new Chalk({ level: depth === 24 ? 3 : depth === 8 ? 2 : 1 });
	const shown = depth === 4 && isHex(accent) ? usualAccent : accent;
	const accented = isHex(shown) ? chalk.hex(shown) : chalk[shown];
	return {
		name: (text) => chalk.bold(text),
		heading: (text) => accented.bold(text),
		title: (text) => chalk.bold(text),
		quiet: (text) => chalk.dim(text),
		owner: (text) => chalk.bold(text),
		link: (text) => chalk.underline(text),
		strong: (text) => chalk.bold(text),
		emphasis: (text) => chalk.italic(text),
		literal: (text) => chalk.cyan(text),
		code: (text) => chalk.black.bgWhiteBright(text),
	};
}
