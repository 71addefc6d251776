import { type CompletedFlag, type Completion, functionName, singleQuoted, valueFlags } from "./model.ts";

type Listed = CompletedFlag & { value: readonly string[] };

/** The script for bash, 3.2 and newer. If it finds nothing, bash completes the names of files. */
export function bashCompletion(completion: Completion): string {
	const { program, commands, sections } = completion;
	const name = functionName(program);
	const flags = new Map(commands.flatMap((command) => command.flags.map((flag) => [flag.long, flag])));
	const listed = [...flags.values()].filter((flag): flag is Listed => typeof flag.value === "object");
	const forms = listed.flatMap(({ long, short }) => [long, short]);
	const free = valueFlags(completion).filter((form) => !forms.includes(form));
	const first = [...commands.slice(1), ...sections].map(({ word }) => word);
	return `# bash completion for ${program}: source <(${program} completion bash)
${name}() {
	local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=() index
	for ((index = 1; index < COMP_CWORD; index++)); do
		case \${COMP_WORDS[index]} in
			${valueFlags(completion).join("|")}) ((index++)) ;;
			-*) ;;
			*) words+=("\${COMP_WORDS[index]}") ;;
		esac
	done
	COMPREPLY=()
	case $previous in
${listed.map(({ long, short, value }) => `\t\t${short ? `${long}|${short}` : long}) ${wordList(value)}; return ;;`).join("\n")}
		${free.join("|")}) return ;;
	esac
	if [[ $current == -* ]]; then
		case \${words[0]} in
${commands
	.slice(1)
	.map((command) => `\t\t\t${command.word}) ${wordList(command.flags.map(({ long }) => long))} ;;`)
	.join("\n")}
			*) ${wordList(commands[0]!.flags.map(({ long }) => long))} ;;
		esac
	elif ((\${#words[@]} == 0)); then
		${wordList(first)}
	elif ((\${#words[@]} == 1)); then
		case \${words[0]} in
${[
	...commands.flatMap(({ word, argument }) =>
		typeof argument === "object" ? [`\t\t\t${word}) ${wordList(argument)} ;;`] : [],
	),
	`\t\t\thelp) ${wordList(commands.slice(1).map(({ word }) => word))} ;;`,
	...sections.map(({ word, next }) => `\t\t\t${singleQuoted(word)}) ${wordList(next.map((entry) => entry.word))} ;;`),
].join("\n")}
		esac
	fi
}
complete -o default -F ${name} ${program}
`;
}

/** Sets the words that begin as what was typed. */
const wordList = (words: readonly string[]) =>
	`COMPREPLY=($(compgen -W ${singleQuoted(words.join(" "))} -- "$current"))`;
