import { UserError } from "../errors.ts";
import { quote } from "../resume/quote.ts";
import { nearestOf } from "../resume/select.ts";
import { type Caller, type Command, dashed, definitionOf, flagNames, flagsFor } from "./flags.ts";

/**
 * Every option that was typed must be in the table, whole: "-p5" and "-ftext" are not.
 * @param words of the command line that may be options.
 * @param named the flags as they were read.
 * @param command whose options are the choices.
 * @throws {UserError} naming the first that isn't, and what was likely meant.
 */
export function refuseUnknownOption(
	words: readonly string[],
	named: readonly string[],
	command: Command,
	caller: Caller,
): void {
	const options = words.filter((word) => /^-[^\d]/.test(word) && word !== "-");
	const unknown =
		options.find((option) => !isKnown(option)) ?? named.find((name) => !(flagNames as string[]).includes(name));
	if (unknown === undefined) {
		return;
	}

	const known = flagsFor(command, caller).map(dashed);
	const meant = meantBy(unknown, known, caller);
	const choices = `choose from ${known.map((name) => `--${name}`).join(", ")}`;
	throw new UserError(
		`unknown option ${quote(unknown)}; ${meant === undefined ? choices : `did you mean ${quote(meant)}?`}`,
	);
}

function isKnown(option: string): boolean {
	const long = /^--(?:no-)?([A-Za-z-]+)(?:=.*)?$/s.exec(option);
	if (long) {
		return flagNames.some((name) => name === long[1] || dashed(name) === long[1]);
	}

	const letters = /^-([A-Za-z]+)(?:=.*)?$/s.exec(option)?.[1];
	return letters !== undefined && [...letters].every((letter) => isAlias(letter));
}

const isAlias = (letter: string) => flagNames.some((name) => definitionOf(name).alias === letter);

/** "-p 5" of "-p5", or the nearest option. */
function meantBy(unknown: string, known: readonly string[], caller: Caller): string | undefined {
	const joined = flagNames.find((name) => {
		const { alias, type } = definitionOf(name);
		return type !== "boolean" && alias !== undefined && unknown.startsWith(`-${alias}`) && unknown.length > 2;
	});
	if (joined) {
		return `-${definitionOf(joined).alias} ${unknown.slice(2)}`;
	}

	const typed = unknown
		.replace(/^-+(no-)?/, "")
		.replace(/=.*$/s, "")
		.toLowerCase();
	// Another command's option says its own place once it is written right.
	const others = flagNames.filter((name) => caller !== "visitor" || definitionOf(name).isForVisitors);
	const nearest = nearestOf(typed, known) ?? nearestOf(typed, others.map(dashed));
	return nearest === undefined ? undefined : `--${nearest}`;
}
