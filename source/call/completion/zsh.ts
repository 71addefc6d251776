import { type CompletedFlag, type Completion, functionName, singleQuoted, valueFlags } from "./model.ts";

/** The script for zsh, 5 and newer; to be sourced, or to lie in a folder of $fpath as _NAME. */
export function zshCompletion(completion: Completion): string {
	const { program, commands, sections } = completion;
	const name = functionName(program);
	const described = (words: readonly { word: string; help: string }[]) =>
		words.map(({ word, help }) => singleQuoted(`${word.replaceAll(":", "\\:")}:${help}`)).join(" ");
	return `#compdef ${program}
# zsh completion for ${program}: source <(${program} completion zsh)
${name}_first() {
	local -a found=(${described(commands.slice(1))})
	_describe command found
	found=(${described(sections)})
	_describe section found
}
${name}_second() {
	local -a found=()
	case $1 in
${sections.map(({ word, next }) => `\t\t${singleQuoted(word)}) found=(${described(next)}) ;;`).join("\n")}
		help) found=(${described(commands.slice(1))}) ;;
	esac
	_describe entry found
}
${name}() {
	local index first=
	for ((index = 2; index < CURRENT; index++)); do
		case $words[index] in
			${valueFlags(completion).join("|")}) ((index++)) ;;
			-*) ;;
			*) first=$words[index]; break ;;
		esac
	done
	case $first in
${commands
	.slice(1)
	.map(
		({ word, flags, argument }) =>
			`\t\t${word}) _arguments -s ${[...flags.flatMap(flagSpec), `'1: :(${word})'`, ...argumentSpec(argument)].join(" ")} ;;`,
	)
	.join("\n")}
		*) _arguments -s ${[...commands[0]!.flags.flatMap(flagSpec), `'1: :${name}_first'`, `"2: : ${name}_second \${(q)first}"`].join(" ")} ;;
	esac
}
if [[ $funcstack[1] == ${name} ]]; then
	${name} "$@"
else
	(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
	compdef ${name} ${program}
fi
`;
}

const argumentSpec = (argument: "file" | readonly string[] | undefined): string[] =>
	argument === undefined ? [] : [argument === "file" ? "'2:file:_files'" : `'2: :(${argument.join(" ")})'`];

/** A flag in each of its forms, as _arguments wants it: '--format[print as …]:value:(text json)'. */
function flagSpec({ long, short, help, value }: CompletedFlag): string[] {
	const action =
		value === undefined
			? ""
			: value === "file"
				? ":file:_files"
				: value === "text"
					? ":value: "
					: `:value:(${value.join(" ")})`;
	const explained = `[${help.replace(/[[\]:\\]/g, "\\$&")}]${action}`;
	return (short === undefined ? [long] : [short, long]).map((form) => singleQuoted(form + explained));
}
