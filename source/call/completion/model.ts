import type { Resume } from "../../resume/model.ts";
import {
	type Caller,
	type Command,
	commands,
	commandsFor,
	dashed,
	definitionOf,
	type FlagName,
	flagsFor,
	helpOf,
	shells,
} from "../flags.ts";

/** What a shell may complete: the one model that the scripts of all shells are made from. */
export type Completion = {
	/** What the program is called. */
	program: string;
	/** "show", which has no word of its own, comes first. */
	commands: CompletedCommand[];
	sections: Completed[];
};

/** A word that can be typed, what it is, and what may follow. */
export type Completed = { word: string; help: string; next: { word: string; help: string }[] };

export type CompletedCommand = {
	word: Command;
	help: string;
	flags: CompletedFlag[];
	/** What its first argument is; a list of words, or a file. */
	argument: "file" | readonly string[] | undefined;
};

export type CompletedFlag = {
	/** As typed: "--format", and "-f" if there is a short form. */
	long: string;
	short: string | undefined;
	help: string;
	/** What its value is; undefined if it takes none. */
	value: "file" | "text" | readonly string[] | undefined;
};

/** What can be completed for a program with this résumé. */
export function completionOf(program: string, { sections }: Resume, caller: Caller = "owner"): Completion {
	const names: Command[] = ["show", ...commandsFor(caller)];
	return {
		program,
		commands: names.map((word) => ({
			word,
			help: commands[word].help,
			flags: flagsFor(word, caller).map((name) => toFlag(name, helpOf(name, word, caller))),
			argument: argumentOf(word),
		})),
		sections: sections.map(({ id, title, entries }) => ({
			word: id,
			help: title,
			next: entries.map((entry) => ({ word: entry.id, help: entry.title })),
		})),
	};
}

function argumentOf(command: Command): CompletedCommand["argument"] {
	const { usage } = commands[command];
	return usage.includes("FILE") ? "file" : usage.includes("SHELL") ? shells : undefined;
}

function toFlag(name: FlagName, help: string): CompletedFlag {
	const { alias, type, value, choices, alone } = definitionOf(name);
	return {
		long: `--${dashed(name)}`,
		short: alias === undefined ? undefined : `-${alias}`,
		help,
		// The value of a flag that also means something alone follows an equals sign.
		value: type === "boolean" || alone !== undefined ? undefined : (choices ?? (value === "FILE" ? "file" : "text")),
	};
}

/** Every flag that takes a value, in each of its forms: the word after it isn't a section. */
export const valueFlags = ({ commands: all }: Completion): string[] => [
	...new Set(
		all.flatMap(({ flags }) =>
			flags.filter(({ value }) => value !== undefined).flatMap(({ long, short }) => (short ? [long, short] : [long])),
		),
	),
];

/** The program's name as the name of a shell function. */
export const functionName = (program: string) => `_${program.replace(/\W/g, "_")}`;

/** A text in single quotes, as POSIX shells read it. */
export const singleQuoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
