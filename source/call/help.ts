import { wrap } from "../print/width.ts";
import {
	type Caller,
	type Command,
	commands,
	commandsFor,
	dashed,
	definitionOf,
	type FlagName,
	flagsFor,
} from "./flags.ts";

/** Columns of the help; the options' explanations begin at `column`. */
const width = 80;
const column = 27;

/** What prints without being asked to. */
const prints: Record<Caller, string> = {
	owner:
		"If stdin or stdout isn't a terminal, the résumé is printed; --format, --output, --width and --ascii print it too.",
	visitor: "Without a terminal the résumé is printed; --format, --width and --ascii print it too. ssh -t browses.",
};

/**
 * The help of a command, made from the table of flags; that of "show" names the other commands too. Nobody is told of
 * what he may not call.
 */
export function helpText(command: Command, name: string, caller: Caller = "owner"): string {
	const { usage, help } = commands[command];
	const call = caller === "owner" ? name : "ssh HOST";
	const naming = "A section or an entry is named by its id, its title, the beginning of one, or its number.";
	const paragraphs = [
		[`${call} ${usage}`, `  ${sentence(help)}`],
		...(command === "show"
			? [["Commands", ...commandsFor(caller).flatMap((name) => row(commands[name].usage, commands[name].help))]]
			: []),
		["Options", ...flagsFor(command, caller).flatMap((name) => row(flagText(name), definitionOf(name).help))],
		...(command === "show"
			? [wrap(`${naming} ${prints[caller]}`, width), [`${call} help COMMAND tells the options of a command.`]]
			: []),
	];
	return paragraphs.map((lines) => lines.map((line) => `${line}\n`).join("")).join("\n");
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function flagText(name: FlagName): string {
	const { alias, value, alone } = definitionOf(name);
	const short = alias === undefined ? "    " : `-${alias}, `;
	const given = value === undefined ? "" : alone === undefined ? ` ${value}` : `[=${value}]`;
	return `${short}--${dashed(name)}${given}`;
}

function row(left: string, right: string): string[] {
	const lines = wrap(right, width - column);
	const start = `  ${left}`;
	const first = start.length < column - 1 ? [start.padEnd(column) + lines.shift()] : [start];
	return [...first, ...lines.map((line) => " ".repeat(column) + line)];
}
