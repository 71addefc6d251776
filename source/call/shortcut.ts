import { dashed, definitionOf, type FlagName, flagNames } from "./flags.ts";

/** Words and flags as they were typed, not yet checked. A value that is missing is the empty text. */
export type RawCall = { words: string[]; flags: Record<string, unknown> };

/**
 * Reads the plainest argument lists without meow, whose loading costs nearly half of Node's own start: words, whole
 * flags of the table, and their values. For all else — joined short flags, `--`, repeats, lists, anything
 * odd — it gives undefined, and meow decides. What it does give is what meow gives; a property test holds it to that.
 */
export function shortcut(argv: readonly string[]): RawCall | undefined {
	const words: string[] = [];
	const flags: Record<string, unknown> = {};
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index]!;
		if (isPlainWord(argument)) {
			words.push(argument);
			continue;
		}

		const match = /^(--?)(no-)?([a-z][a-z-]*)(?:=(\w+))?$/.exec(argument);
		const name = match ? find(match[1]!, match[3]!) : undefined;
		if (!match || name === undefined || name in flags) {
			return undefined;
		}

		const { type } = definitionOf(name);
		const isNegated = match[2] !== undefined;
		if (match[4] !== undefined) {
			if (type !== "text" || match[1] === "-" || isNegated) {
				return undefined;
			}

			flags[name] = match[4];
			continue;
		}

		if (type === "boolean" && !isValueOfBoolean(argv[index + 1])) {
			flags[name] = !isNegated;
		} else if ((type === "text" || type === "number") && !isNegated && isPlainWord(argv[index + 1] ?? "")) {
			flags[name] = argv[++index];
		} else {
			return undefined;
		}
	}

	return { words, flags };
}

const isValueOfBoolean = (word: string | undefined) => word === "true" || word === "false";

// The parser under meow takes quotes off some words that begin and end with one.
const isPlainWord = (word: string) => word === "-" || (word !== "" && !/^[-'"]/.test(word));

function find(dashes: string, typed: string): FlagName | undefined {
	return flagNames.find((name) => (dashes === "--" ? dashed(name) === typed : definitionOf(name).alias === typed));
}
