import { formatNames, formatSynonyms } from "../print/formats.ts";

/** What can be called: browsing and printing are one, "show"; the others are named by the first word. */
export const commands = {
	show: { usage: "[section [entry]]", help: "browse the résumé, or print it", isForVisitors: true },
	card: { usage: "card", help: "print the business card, with a QR code", isForVisitors: true },
	serve: { usage: "serve", help: "serve the résumé over SSH" },
	validate: { usage: "validate FILE", help: "check a JSON Resume file and say what to mend" },
	init: { usage: "init [FILE]", help: "write a starter résumé to fill in" },
} as const satisfies Record<string, CommandDefinition>;

type CommandDefinition = {
	usage: string;
	help: string;
	/** A visitor who calls over SSH may call it too. */
	isForVisitors?: true;
};

export type Command = keyof typeof commands;

type FlagType = "boolean" | "text" | "number" | "list";

type FlagDefinition = {
	type: FlagType;
	alias?: string;
	/** What stands for the value in the help. */
	value?: string;
	choices?: readonly string[];
	/** The whole numbers that a number flag takes; both ends are in. */
	range?: readonly [number, number];
	/** Another number that it takes. */
	also?: number;
	/** The value that the flag alone means, and the one that `--no-…` means; any other follows an equals sign. */
	alone?: readonly [given: string, negated: string];
	/** Short names of choices. */
	synonyms?: Readonly<Record<string, string>>;
	commands: readonly Command[];
	/** A visitor who calls over SSH may use it too: it touches neither the server's files nor its settings. */
	isForVisitors?: true;
	help: string;
};

/** The one table of flags: meow's options, the checks, the types and the help are all made from it. */
export const flagTable = {
	print: {
		type: "boolean",
		alias: "p",
		commands: ["show"],
		isForVisitors: true,
		help: "print instead of browsing, also where standard output is no terminal",
	},
	format: {
		type: "text",
		alias: "f",
		value: "FORMAT",
		choices: formatNames,
		synonyms: formatSynonyms,
		commands: ["show"],
		isForVisitors: true,
		help: `print as ${formatNames.join(", ")}`,
	},
	output: {
		type: "text",
		alias: "o",
		value: "FILE",
		commands: ["show", "card"],
		help: "print into a new file",
	},
	force: { type: "boolean", commands: ["show", "card", "init"], help: "overwrite the file if there is one" },
	width: {
		type: "number",
		value: "N",
		range: [20, 1000],
		also: 0,
		commands: ["show", "card"],
		isForVisitors: true,
		help: "wrap printed text at N columns (80, or COLUMNS); 0 does not wrap",
	},
	ascii: {
		type: "boolean",
		commands: ["show", "card"],
		isForVisitors: true,
		help: "print plain ASCII bullets, dashes and quotes",
	},
	resume: {
		type: "text",
		alias: "r",
		value: "FILE",
		commands: ["show", "card", "serve"],
		help: "show this JSON Resume (.json, .yaml), - for standard input",
	},
	hide: {
		type: "list",
		value: "PATH",
		commands: ["show", "card", "serve"],
		help: "leave this out, such as basics.phone; may be given again",
	},
	watch: { type: "boolean", commands: ["show"], help: "follow the file of --resume as it is edited" },
	screenReader: {
		type: "boolean",
		commands: ["show", "card"],
		isForVisitors: true,
		help: "linear text for a screen reader, no boxes, no QR code",
	},
	color: {
		type: "text",
		value: "WHEN",
		choices: ["always", "auto", "never"],
		alone: ["always", "never"],
		commands: ["show", "card"],
		isForVisitors: true,
		help: "use colour always, auto or never; NO_COLOR and FORCE_COLOR are obeyed too",
	},
	mouse: {
		type: "boolean",
		commands: ["show"],
		isForVisitors: true,
		help: "click on items and keys, scroll with the wheel; text is then selected with shift",
	},
	json: { type: "boolean", commands: ["validate"], help: "list the problems as JSON" },
	host: { type: "text", value: "ADDRESS", commands: ["serve"], help: "address to listen on (127.0.0.1)" },
	port: {
		type: "number",
		value: "N",
		range: [0, 65535],
		commands: ["serve"],
		help: "port to listen on (2222); 0 takes a free one",
	},
	hostKey: {
		type: "text",
		value: "FILE",
		commands: ["serve"],
		help: "the server's private key, made if there is none (one in the data folder)",
	},
	maxSessions: {
		type: "number",
		value: "N",
		range: [1, 100_000],
		commands: ["serve"],
		help: "visitors at the same time (500)",
	},
	idle: {
		type: "text",
		value: "TIME",
		commands: ["serve"],
		help: "end a visit after so long without a key: 90s, 10m, 1h (10m)",
	},
	maxTime: {
		type: "text",
		value: "TIME",
		commands: ["serve"],
		help: "end any visit after so long (60m)",
	},
	proxyProtocol: { type: "boolean", commands: ["serve"], help: "read a PROXY header before each connection" },
	trustProxy: {
		type: "list",
		value: "ADDRESS",
		commands: ["serve"],
		help: "believe PROXY headers from this address or network; may be given again",
	},
	metricsPort: {
		type: "number",
		value: "N",
		range: [0, 65535],
		commands: ["serve"],
		help: "serve figures for Prometheus on this local port",
	},
	quiet: { type: "boolean", commands: ["serve"], help: "write no log" },
	version: { type: "boolean", alias: "v", commands: ["show"], isForVisitors: true, help: "print the version" },
	help: {
		type: "boolean",
		alias: "h",
		commands: ["show", "card", "serve", "validate", "init"],
		isForVisitors: true,
		help: "print this help, or that of a command",
	},
} as const satisfies Record<string, FlagDefinition>;

export type FlagName = keyof typeof flagTable;

type ValueOf<D extends FlagDefinition> = D extends { choices: readonly (infer Choice)[] }
	? Choice
	: { boolean: boolean; text: string; number: number; list: readonly string[] }[D["type"]];

/** The flags of a call, checked; what was not given is absent. */
export type Flags = { readonly [Name in FlagName]?: ValueOf<(typeof flagTable)[Name]> };

/** A flag's definition, whichever it is. */
export const definitionOf = (name: FlagName): FlagDefinition => flagTable[name];

export const flagNames = Object.keys(flagTable) as FlagName[];

/** Over SSH a "visitor" may use only what touches neither the files nor the settings of the server. */
export type Caller = "owner" | "visitor";

/** The commands that are named by the first word, as far as the caller may call them. */
export const commandsFor = (caller: Caller): Command[] =>
	(Object.keys(commands) as Command[]).filter((name) => {
		const { isForVisitors }: CommandDefinition = commands[name];
		return name !== "show" && (caller === "owner" || isForVisitors);
	});

/** The flags that go with the command, as far as the caller may use them. */
export const flagsFor = (command: Command, caller: Caller): FlagName[] =>
	flagNames.filter((name) => {
		const { commands: own, isForVisitors } = definitionOf(name);
		return own.includes(command) && (caller === "owner" || isForVisitors);
	});

/** The flags that also mean something without a value. */
export const flagsAlone = flagNames.filter((name) => definitionOf(name).alone !== undefined);

/** "hostKey" as it is typed: "host-key". */
export const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
