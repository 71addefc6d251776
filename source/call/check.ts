import { UserError } from "../errors.ts";
import { formats } from "../print/formats.ts";
import { quote } from "../resume/quote.ts";
import { nearestOf } from "../resume/select.ts";
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
	flagsFor,
	shells,
} from "./flags.ts";
import type { Call } from "./parse.ts";
import type { RawCall } from "./shortcut.ts";

/**
 * The call that was meant, every value of its flag's type and every flag at its place.
 * @param file where the program's own résumé is read from.
 * @throws {UserError} naming what is wrong and the choices.
 */
export function check(raw: RawCall, argv: readonly string[], caller: Caller, file?: string): Call {
	checkNames(raw, argv, caller);
	const flags = Object.fromEntries(
		flagNames.flatMap((name) => {
			const value = readValue(name, raw.flags[name], argv);
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

	const command = first !== undefined && isCommand(first, caller) ? first : "show";
	const call: Call = { command, words: command === "show" ? raw.words : rest, flags };
	checkCommand(call, caller);
	checkTogether(call, file);
	return call;
}

/** Visitors hear that a command isn't for them; in a card the commands of its engine don't exist. */
const isCommand = (word: string, caller: Caller): word is Command =>
	word !== "show" &&
	Object.hasOwn(commands, word) &&
	(caller === "visitor" || commandsFor(caller).includes(word as Command));

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
	throw new UserError(`no command is called ${quote(unknown)}; ${meaning(unknown, choices)}`);
}

/** Beside a suggestion, no more choices than these are listed. */
const longestList = 7;

/** "did you mean …? Choose from …", or the choices alone. */
function meaning(word: string, choices: readonly string[]): string {
	const nearest = nearestOf(word.toLowerCase(), choices);
	const listed = choices.join(", ");
	if (nearest === undefined) {
		return `choose from ${listed}`;
	}

	const meant = `did you mean ${quote(nearest)}?`;
	return choices.length > longestList ? meant : `${meant} Choose from ${listed}`;
}

const isForVisitors = (name: FlagName) => definitionOf(name).isForVisitors === true;

/** Every option that was typed must be in the table, whole: "-p5" and "-ftext" are not. */
function checkNames(raw: RawCall, argv: readonly string[], caller: Caller): void {
	const end = argv.indexOf("--");
	const options = (end === -1 ? argv : argv.slice(0, end)).filter((word) => /^-[^\d]/.test(word) && word !== "-");
	const unknown =
		options.find((option) => !isKnown(option)) ??
		Object.keys(raw.flags).find((name) => !(flagNames as string[]).includes(name));
	if (unknown === undefined) {
		return;
	}

	const command = raw.words.find((word) => word !== "help") ?? "show";
	const known = flagsFor(isCommand(command, caller) ? command : "show", caller).map(dashed);
	const joined = flagNames.find((name) => {
		const { alias, type } = definitionOf(name);
		return type !== "boolean" && alias !== undefined && unknown.startsWith(`-${alias}`) && unknown.length > 2;
	});
	const typed = unknown
		.replace(/^-+(no-)?/, "")
		.replace(/=.*$/s, "")
		.toLowerCase();
	// Another command's option says its own place once it is written right.
	const nearest =
		nearestOf(typed, known) ??
		nearestOf(typed, flagNames.filter((name) => caller !== "visitor" || isForVisitors(name)).map(dashed));
	const meant = joined
		? `-${definitionOf(joined).alias} ${unknown.slice(2)}`
		: nearest === undefined
			? undefined
			: `--${nearest}`;
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

/** The value in its flag's type; undefined if the flag was not given. */
function readValue(
	name: FlagName,
	raw: unknown,
	argv: readonly string[],
): boolean | number | string | string[] | undefined {
	const { type, choices, alias, synonyms = {} } = definitionOf(name);
	const typed = `--${dashed(name)}`;
	const isGiven = argv.some((word) => word === typed || word.startsWith(`${typed}=`) || word === `-${alias}`);
	if (type === "boolean") {
		checkBare(name, argv);
		return typeof raw === "boolean" ? raw : undefined;
	}

	if (type === "list") {
		const values = Array.isArray(raw) ? raw.map(String) : [];
		if (isGiven && (values.length === 0 || values.includes(""))) {
			throw new UserError(`${typed} needs a value: ${typed} ${definitionOf(name).value}`);
		}

		return values.length > 0 ? values : undefined;
	}

	if (raw === undefined) {
		return undefined;
	}

	if (typeof raw !== "string" || raw === "") {
		throw new UserError(`${typed} needs a value: ${choices?.join(", ") ?? `${typed} ${definitionOf(name).value}`}`);
	}

	if (type === "number") {
		return numberOf(name, raw);
	}

	const meant = Object.hasOwn(synonyms, raw) ? synonyms[raw]! : raw;
	if (choices && !choices.includes(meant)) {
		throw new UserError(`${typed} ${quote(raw)} is unknown; ${meaning(raw, choices)}`);
	}

	return meant;
}

/** "--print=false" isn't what it says: a flag is there or not. */
function checkBare(name: FlagName, argv: readonly string[]): void {
	const end = argv.indexOf("--");
	const options = end === -1 ? argv : argv.slice(0, end);
	const spellings = [`--${dashed(name)}`, `--no-${dashed(name)}`, `-${definitionOf(name).alias ?? "-"}`];
	for (const [index, word] of options.entries()) {
		const [option = "", ...values] = word.split("=");
		const next = /^(?:true|false)$/.test(options[index + 1] ?? "") ? options.slice(index + 1, index + 2) : [];
		const [value] = values.length > 0 ? [values.join("=")] : next;
		if (spellings.includes(option) && value !== undefined) {
			throw new UserError(`${option} takes no value; remove ${quote(value)}`);
		}
	}
}

function numberOf(name: FlagName, raw: string): number {
	const { range, also } = definitionOf(name);
	const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
	const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
	if (value === also || (value >= least && value <= most)) {
		return value;
	}

	const other = also === undefined ? "" : `${also} or `;
	throw new UserError(`--${dashed(name)} takes ${other}a whole number from ${least} to ${most}, not ${quote(raw)}`);
}

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
		const barred = given.find((name) => !isForVisitors(name));
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

/** Harmless in any terminal, too. */
const isWebAddress = (text: string) => /^https?:\/\/[^\s\p{C}/][^\s\p{C}]*$/iu.test(text) && URL.canParse(text);

/** Flags that only make sense, or make none, beside others. */
function checkTogether({ command, flags }: Call, file: string | undefined): void {
	if (flags.watch && [undefined, "-"].includes(flags.resume ?? file)) {
		throw new UserError("--watch needs a file to follow: --resume FILE --watch");
	}

	if (flags.publicUrl !== undefined && !isWebAddress(flags.publicUrl)) {
		throw new UserError(
			`--public-url ${quote(flags.publicUrl)} isn't a web address; give one such as https://cv.example/`,
		);
	}

	if (flags.force && flags.output === undefined && command !== "init" && command !== "export") {
		throw new UserError("--force needs a file to overwrite: --output FILE --force");
	}

	const { format } = flags;
	if (flags.browser !== undefined && format !== "pdf" && (format !== undefined || !flags.output?.endsWith(".pdf"))) {
		throw new UserError("--browser is for printing PDF: --format pdf, or --output cv.pdf");
	}

	const isOtherFile = flags.output !== undefined && /\.(?!vcf$)\w+$/i.test(flags.output);
	if (flags.vcardVersion !== undefined && format !== "vcard" && (format !== undefined || isOtherFile)) {
		throw new UserError("--vcard-version is for vCards: leave it out, or write --format vcard");
	}

	for (const name of ["width", "ascii"] as const) {
		if (format !== undefined && flags[name] !== undefined && !formats[format][name]) {
			const able = Object.entries(formats).filter(([, traits]) => traits[name]);
			throw new UserError(
				`--${name} doesn't apply to --format ${format}; it is for ${able.map(([other]) => other).join(", ")}`,
			);
		}
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
