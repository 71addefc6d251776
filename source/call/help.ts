import { wrap } from "../print/width.ts";
import {
	type Caller,
	type Command,
	commandsFor,
	commands as commandTable,
	dashed,
	definitionOf,
	type FlagGroup,
	type FlagName,
	flagGroups,
	flagsFor,
	helpOf,
} from "./flags.ts";

/** Columns of the help; explanations begin at `column`. */
const width = 80;
const column = 27;

/** How a part of the résumé is named, and what prints without being asked to. */
const naming = "Sections and entries are named by id, by title, by the beginning of a title, or by number.";
const printing =
	"If stdin or stdout isn't a terminal, the résumé is printed. --format, --output, --width and --ascii print it too.";
export const usageNotes: Record<Caller, readonly string[]> = {
	owner: [naming, printing],
	guest: [naming, printing],
	visitor: [
		naming,
		"Without a terminal the résumé is printed. --format, --width and --ascii print it too; ssh -t browses.",
	],
};

/**
 * The help of a command, made from the table of flags; that of "show" lists the other commands too. A caller sees only
 * what they may use.
 * @param name what the program is called.
 */
export function helpText(command: Command, name: string, caller: Caller = "owner"): string {
	const { usage, help, examples } = commandTable[command];
	const call = caller === "visitor" ? "ssh HOST" : name;
	const isShow = command === "show";

	const paragraphs = [
		[`${call} ${usage}`, `  ${sentence(help)}`],
		...(isShow
			? [["Commands", ...commandsFor(caller).flatMap((each) => row(commandTable[each].usage, commandTable[each].help))]]
			: []),
		...flagsByGroup(command, caller).map(([group, names]) => [
			flagGroups[group],
			...names.flatMap((each) => row(flagText(each), helpOf(each, command, caller))),
		]),
		["Examples", ...examples.flatMap(([words, what]) => [`  ${call} ${words}`, `      ${what}`])],
		...(isShow
			? [
					usageNotes[caller].flatMap((note) => wrap(note, width)),
					[`Run "${call} help COMMAND" for a command's options.`],
				]
			: []),
	];
	return paragraphs.map((lines) => lines.map((line) => `${line}\n`).join("")).join("\n");
}

/** The flags of a command under their headings. */
export function flagsByGroup(command: Command, caller: Caller): [FlagGroup, FlagName[]][] {
	const names = flagsFor(command, caller);
	return (Object.keys(flagGroups) as FlagGroup[])
		.map((group): [FlagGroup, FlagName[]] => [group, names.filter((name) => definitionOf(name).group === group)])
		.filter(([, members]) => members.length > 0);
}

/** "browse it" as a sentence. */
export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** "-o, --output FILE", with room for the short flag if there is none. */
export function flagText(name: FlagName): string {
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
