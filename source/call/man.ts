import { type Caller, type Command, commands, commandsFor, flagGroups, helpOf } from "./flags.ts";
import { flagsByGroup, flagText, sentence, usageNotes } from "./help.ts";

/**
 * The man page, made from the same table as the help, in the macros of man(7).
 * @param name what the program is called.
 */
export function manPage(name: string, version: string, caller: Caller = "owner"): string {
	const all: Command[] = ["show", ...commandsFor(caller)];
	return `${[
		`.TH ${quoted(name.toUpperCase())} 1 "" ${quoted(`${name} ${version}`)} "User Commands"`,
		".SH NAME",
		`${escaped(name)} \\- ${escaped("a résumé as an interactive terminal app")}`,
		".SH SYNOPSIS",
		...all.flatMap((command) => [`.B ${escaped(name)}`, escaped(commands[command].usage), ".br"]).slice(0, -1),
		".SH DESCRIPTION",
		...usageNotes.owner.flatMap((note) => [".PP", escaped(note)]),
		".SH COMMANDS",
		...all.flatMap((command) => [
			".SS",
			escaped(`${name} ${commands[command].usage}`),
			escaped(sentence(commands[command].help)),
			...flagsByGroup(command, caller).flatMap(([group, names]) => [
				".PP",
				`${escaped(flagGroups[group])}:`,
				...names.flatMap((flag) => [
					".TP",
					`.B ${escaped(flagText(flag).trim())}`,
					escaped(sentence(helpOf(flag, command, caller))),
				]),
			]),
		]),
		".SH EXIT STATUS",
		...exitStatus.flatMap(([code, meaning]) => [".TP", `.B ${code}`, escaped(meaning)]),
		".SH EXAMPLES",
		...all.flatMap((command) =>
			commands[command].examples.flatMap(([words, what]) => [
				".TP",
				`.B ${escaped(`${name} ${words}`)}`,
				escaped(sentence(what)),
			]),
		),
	].join("\n")}\n`;
}

const exitStatus = [
	["0", "Success."],
	["1", "validate found errors, the system refused (a full disk, a busy port), or an internal error."],
	["2", "The command line is wrong, or a file can't be used."],
	["128+N", "Signal N ended the viewer."],
] as const;

/** A text as roff reads it: no escape, no request at the start of a line, a hyphen that can be copied. */
const escaped = (text: string) => text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&");

const quoted = (text: string) => `"${escaped(text).replaceAll('"', "''")}"`;
