import { Chalk } from "chalk";

/** How the parts of printed text are set off; each gives the text with or without its colours. */
export type Style = {
	name: (text: string) => string;
	heading: (text: string) => string;
	title: (text: string) => string;
	quiet: (text: string) => string;
	owner: (text: string) => string;
	link: (text: string) => string;
};

/** The terminal's own sixteen colours, so that light and dark backgrounds both read well. */
export function colouredStyle(): Style {
	const chalk = new Chalk({ level: 1 });
	return {
		name: chalk.bold,
		heading: chalk.cyan.bold,
		title: chalk.bold,
		quiet: chalk.dim,
		owner: chalk.bold,
		link: chalk.underline,
	};
}
