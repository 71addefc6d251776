import { wrap } from "../print/width.ts";
import { programName } from "../program.ts";
import { type Command, commands, dashed, definitionOf, type FlagName, flagNames } from "./flags.ts";

/** Columns of the help; the options' explanations begin at `column`. */
const width = 80;
const column = 27;

/** The help of a command, made from the table of flags; that of "show" names the other commands too. */
export function helpText(command: Command): string {
	const { usage, help } = commands[command];
	const own = flagNames.filter((name) => definitionOf(name).commands.includes(command));
	const others = (Object.keys(commands) as Command[]).filter((name) => name !== "show");
	const paragraphs = [
		[`${programName} ${usage}`, `  ${sentence(help)}`],
		...(command === "show"
			? [["Commands", ...others.flatMap((name) => row(commands[name].usage, commands[name].help))]]
			: []),
		["Options", ...own.flatMap((name) => row(flagText(name), definitionOf(name).help))],
		...(command === "show"
			? [
					[
						...wrap(
							"A section or an entry is named by its id, its title, the beginning of one, or its number. Where standard input or output is no terminal, the résumé is printed; --format, --output, --width and --ascii print it as well.",
							width,
						),
					],
					[`${programName} help COMMAND tells the options of a command.`],
				]
			: []),
	];
	return paragraphs.map((lines) => lines.map((line) => `${line}\n`).join("")).join("\n");
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function flagText(name: FlagName): string {
	const { alias, value } = definitionOf(name);
	const short = alias === undefined ? "    " : `-${alias}, `;
	const long = name === "color" ? "--color, --no-color" : `--${dashed(name)}`;
	return short + long + (value === undefined ? "" : ` ${value}`);
}

function row(left: string, right: string): string[] {
	const lines = wrap(right, width - column);
	const start = `  ${left}`;
	const first = start.length < column - 1 ? [start.padEnd(column) + lines.shift()] : [start];
	return [...first, ...lines.map((line) => " ".repeat(column) + line)];
}
