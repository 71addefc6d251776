import { UserError } from "../errors.ts";
import { check } from "./check.ts";
import { type Caller, type Command, dashed, definitionOf, type Flags, flagNames, flagsAlone } from "./flags.ts";
import { type RawCall, shortcut } from "./shortcut.ts";

/** What is asked for: a command, what it is about, and how. */
export type Call = {
	command: Command | "help" | "version";
	/** For "show" a section and an entry, for "validate" and "init" a file, for "help" a command. */
	words: readonly string[];
	flags: Flags;
};

/**
 * The one reading of a command line, for the shell and for a command sent over SSH.
 * @param argv the arguments after the program's name.
 * @param file where the program's own résumé is read from, if it isn't built in.
 * @throws {UserError} for whatever is unknown, incomplete or does not go together: one sentence with the choices.
 */
export async function parseCall(argv: readonly string[], caller: Caller = "owner", file?: string): Promise<Call> {
	const spelled = spellOut(argv);
	return check(shortcut(spelled) ?? (await parseWithMeow(spelled)), spelled, caller, file);
}

/**
 * "--color" as "--color=always", "--color never" and "--no-color" as "--color=never": the parser under meow knows no
 * option whose value may be missing.
 */
function spellOut(argv: readonly string[]): string[] {
	const [word, ...rest] = argv;
	if (word === undefined || word === "--") {
		return [...argv];
	}

	const name = flagsAlone.find((flag) => word === `--${dashed(flag)}` || word === `--no-${dashed(flag)}`);
	if (name === undefined) {
		return [word, ...spellOut(rest)];
	}

	const { alone, choices } = definitionOf(name);
	const [given, negated] = alone!;
	const isNegated = word.startsWith("--no-");
	const hasValue = !isNegated && choices?.includes(rest[0] ?? "");
	const value = hasValue ? rest[0] : isNegated ? negated : given;
	return [`--${dashed(name)}=${value}`, ...spellOut(hasValue ? rest.slice(1) : rest)];
}

/** The arguments as meow reads them, unchecked; exported for the test that holds `shortcut` to it. */
export async function parseWithMeow(argv: readonly string[]): Promise<RawCall> {
	const { default: meow } = await import("meow");
	try {
		const { input, flags } = meow({
			// The package is given, so nothing is looked up by this; a CommonJS bundle has no import.meta.
			importMeta: { url: "file:///" } as ImportMeta,
			pkg: {},
			argv: joinStandardInput(argv),
			description: false,
			autoHelp: false,
			autoVersion: false,
			booleanDefault: undefined,
			allowUnknownFlags: true,
			flags: meowFlags(),
		});
		return { words: [...input], flags };
	} catch (error) {
		const repeated = /^The flag --(\w+) can only be set once/.exec(error instanceof Error ? error.message : "");
		throw repeated ? new UserError(`--${dashed(repeated[1]!)} is repeated; use it once`) : error;
	}
}

/** "--resume -" as "--resume=-": the parser under meow takes a lone dash as a value of short flags only. */
function joinStandardInput(argv: readonly string[]): string[] {
	const takesValue = (word: string) =>
		flagNames.some((name) => definitionOf(name).type !== "boolean" && word === `--${dashed(name)}`);
	const end = argv.indexOf("--");
	const joined: string[] = [];
	for (const [index, word] of argv.entries()) {
		const previous = joined.at(-1);
		if (word === "-" && previous !== undefined && takesValue(previous) && (end === -1 || index < end)) {
			joined[joined.length - 1] = `${previous}=-`;
		} else {
			joined.push(word);
		}
	}

	return joined;
}

/** The table in meow's terms. A number stays text, so that a sentence can name what was typed. */
function meowFlags() {
	return Object.fromEntries(
		flagNames.map((name) => {
			const { type, alias } = definitionOf(name);
			return [
				name,
				{
					type: type === "boolean" ? ("boolean" as const) : ("string" as const),
					...(alias !== undefined && { shortFlag: alias }),
					...(type === "list" && { isMultiple: true as const }),
				},
			];
		}),
	);
}
