import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import { didYouMean } from "./did-you-mean.ts";
import { checkCombination } from "./flag-combination.ts";
import { flagValue } from "./flag-value.ts";
import {
	type Caller,
	type Command,
	commands,
	commandsFor,
	dashed,
	definitionOf,
	type FlagName,
	type Flags,
	flagNames,
	shells,
} from "./flags.ts";
import type { Call } from "./parse.ts";
import type { RawCall } from "./shortcut.ts";
import { refuseUnknownOption } from "./unknown-option.ts";

/**
 * The call that was meant, every value of its flag's type and every flag at its place.
 * @param file where the program's own résumé is read from.
 * @throws {UserError} naming what is wrong and the choices.
 */
export function check(raw: RawCall, argv: readonly string[], caller: Caller, file?: string): Call {
	const end = argv.indexOf("--");
	const options = end === -1 ? argv : argv.slice(0, end);
	const named = commandOf(
		raw.words.find((word) => word !== "help"),
		caller,
	);
	refuseUnknownOption(options, Object.keys(raw.flags), named, caller);
	const flags = Object.fromEntries(
		flagNames.flatMap((name) => {
			const value = flagValue(name, raw.flags[name], options);
			return value === undefined ? [] : [[name, value]];
		}),
	) as Flags;
	const [first, ...rest] = raw.words;
	if (flags.version || (first === "version" && rest.length === 0)) {
		return { command: "version", words: [], flags };
	}

	if (flags.help || first === "help") {
		return { command: "help", words: helpTopic(first === "help", rest, raw.words, caller), flags };
	}

	const command = commandOf(first, caller);
	const call: Call = { command, words: command === "show" ? raw.words : rest, flags };
	checkCommand(call, caller);
	checkCombination(call, file);
	return call;
}

/** Visitors hear that a command isn't for them; in a card the commands of its engine don't exist. */
const commandOf = (word: string | undefined, caller: Caller): Command =>
	word !== undefined &&
	Object.hasOwn(commands, word) &&
	(caller === "visitor" || commandsFor(caller).includes(word as Command))
		? (word as Command)
		: "show";

/** The command that help is asked about: by "help COMMAND", which must be one, or by --help in its call. */
function helpTopic(isCommandNamed: boolean, rest: string[], words: string[], caller: Caller): string[] {
	if (!isCommandNamed) {
		return words.slice(0, 1).filter((word) => (commandsFor(caller) as string[]).includes(word));
	}

	const [topic, ...others] = rest.filter((word) => word !== "help");
	const choices = commandsFor(caller);
	if (others.length === 0 && (topic === undefined || (choices as string[]).includes(topic))) {
		return topic === undefined ? [] : [topic];
	}

	const unknown = [topic!, ...others].join(" ");
	throw new UserError(`no command is called ${quote(unknown)}; ${didYouMean(unknown, choices)}`);
}

/** The flags and the words that a command takes. */
function checkCommand({ command, words, flags }: Call, caller: Caller): void {
	const given = (Object.keys(flags) as FlagName[]).filter((name) => flags[name] !== undefined);
	const stray = given.find((name) => !definitionOf(name).commands.includes(command as Command));
	if (stray !== undefined) {
		const homes = definitionOf(stray).commands.map((home) => (home === "show" ? "browsing and printing" : home));
		const what = command === "show" ? "browsing and printing" : command;
		const value = typeof flags[stray] === "string" ? ` ${flags[stray]}` : "";
		const instead =
			command === "card" && homes.includes("browsing and printing")
				? `; write --${dashed(stray)}${value} without the word card`
				: "";
		throw new UserError(`--${dashed(stray)} doesn't apply to ${what}; it is for ${homes.join(", ")}${instead}`);
	}

	if (caller === "visitor") {
		const barred = given.find((name) => !definitionOf(name).isForVisitors);
		if (barred !== undefined || (command !== "show" && command !== "card")) {
			throw new UserError(`${barred === undefined ? command : `--${dashed(barred)}`} isn't available over SSH`);
		}
	}

	const most = { show: 2, card: 0, serve: 0, validate: 1, init: 1, new: 1, pack: 0, export: 1, completion: 1, man: 0 }[
		command as Command
	];
	if (words.length > most && command !== "show") {
		throw new UserError(
			`too many arguments for ${command}: ${words.map(quote).join(" ")}; usage: ${commands[command as Command].usage}`,
		);
	}

	if (command === "validate" && words.length === 0) {
		throw new UserError("validate needs a file to check: validate FILE, or - for standard input");
	}

	if (command === "export" && words.length === 0) {
		throw new UserError("export needs a directory to write into: export DIR");
	}

	if (command === "completion" && !(shells as readonly string[]).includes(words[0] ?? "")) {
		const given = words[0] === undefined ? "completion needs a shell" : `no completions for ${quote(words[0])}`;
		throw new UserError(`${given}; choose from ${shells.join(", ")}`);
	}
}

/** Whether the flags ask for printed output; if nothing is asked, the streams decide. */
export function isPrinting(flags: Flags): boolean {
	return (
		flags.print === true ||
		flags.format !== undefined ||
		flags.output !== undefined ||
		flags.width !== undefined ||
		flags.vcardVersion !== undefined ||
		flags.ascii === true
	);
}
