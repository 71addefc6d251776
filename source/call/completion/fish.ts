import { type CompletedFlag, type Completion, functionName, valueFlags } from "./model.ts";

/** The script for fish, 3 and newer. */
export function fishCompletion(completion: Completion): string {
	const { program, commands, sections } = completion;
	const name = functionName(program);
	const add = (condition: string, rest: string) => `complete -c ${program} -n ${quoted(condition)} ${rest}`;
	const words = (condition: string, list: readonly { word: string; help: string }[]) =>
		list.map(({ word, help }) => add(condition, `-a ${quoted(word)} -d ${quoted(help)}`));
	const named = commands.slice(1);
	return `${[
		`# fish completion for ${program}: ${program} completion fish | source`,
		`function ${name}_words -d 'The words before the cursor that are neither options nor their values'`,
		"\tset -l isValue 0",
		"\tfor word in (commandline -opc)[2..]",
		"\t\tif test $isValue = 1",
		"\t\t\tset isValue 0",
		`\t\telse if contains -- $word ${valueFlags(completion).join(" ")}`,
		"\t\t\tset isValue 1",
		"\t\telse if not string match -q -- '-*' $word",
		"\t\t\techo -- $word",
		"\t\tend",
		"\tend",
		"end",
		`function ${name}_first -d 'Whether nothing has been named yet'`,
		`\ttest (count (${name}_words)) = 0`,
		"end",
		`function ${name}_after -d 'Whether this word, and no other, has been named'`,
		`\tset -l words (${name}_words)`,
		'\ttest (count $words) = 1; and test "$words[1]" = "$argv[1]"',
		"end",
		`function ${name}_in -d 'Whether one of these commands has been named'`,
		`\tset -l words (${name}_words)`,
		"\ttest (count $words) -gt 0; and contains -- $words[1] $argv",
		"end",
		`complete -c ${program} -f`,
		...words(`${name}_first`, [...named, ...sections]),
		...sections.flatMap(({ word, next }) => words(`${name}_after ${quoted(word)}`, next)),
		...words(`${name}_after help`, named),
		...named.flatMap(({ word, argument }) =>
			argument === undefined
				? []
				: [add(`${name}_after ${word}`, argument === "file" ? "-F" : `-a ${quoted(argument.join(" "))}`)],
		),
		...commands[0]!.flags.map((flag) =>
			add(`not ${name}_in ${named.map(({ word }) => word).join(" ")}`, flagOptions(flag)),
		),
		...named.flatMap(({ word, flags }) => flags.map((flag) => add(`${name}_in ${word}`, flagOptions(flag)))),
	].join("\n")}\n`;
}

function flagOptions({ long, short, help, value }: CompletedFlag): string {
	const kind =
		value === undefined
			? ""
			: value === "file"
				? " -r -F"
				: value === "text"
					? " -x"
					: ` -x -a ${quoted(value.join(" "))}`;
	return `${short === undefined ? "" : `-s ${short.slice(1)} `}-l ${long.slice(2)}${kind} -d ${quoted(help)}`;
}

/** A text in single quotes, as fish reads it. */
const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
