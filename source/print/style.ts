import { Chalk } from "chalk";

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

/** The terminal's own sixteen colours, so that light and dark backgrounds both read well. */
export function colouredStyle(): Style {
	const chalk = new Chalk({ level: 1 });
	return {
		name: (text) => chalk.bold(text),
		heading: (text) => chalk.cyan.bold(text),
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
