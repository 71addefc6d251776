import { formatNames, formatSynonyms, textFormatNames } from "../print/formats.ts";

/** What can be called: browsing and printing are one, "show"; the others are named by the first word. */
export const commands = {
	show: {
		usage: "[section [entry]]",
		help: "browse the résumé, or print it",
		isForVisitors: true,
		examples: [
			["1 2", "open the second entry of the first section"],
			["--format markdown", "print Markdown"],
		],
	},
	card: {
		usage: "card",
		help: "print the business card, with a QR code",
		isForVisitors: true,
		examples: [["card --ascii", "print it in plain ASCII"]],
	},
	serve: {
		usage: "serve",
		help: "serve the résumé over SSH, and HTTP if asked",
		examples: [
			["serve --http 8080", "serve it to browsers and curl too"],
			["serve --host 0.0.0.0", "serve it to everyone who can reach this machine"],
			["serve --resume resume.yaml", "serve another résumé"],
		],
	},
	validate: {
		usage: "validate FILE",
		help: "check a JSON Resume file and report problems",
		examples: [
			["validate resume.json", "list every problem with its line and column"],
			["validate --json -", "check stdin, report as JSON"],
		],
	},
	init: {
		usage: "init [FILE]",
		help: "write a starter résumé to fill in",
		examples: [["init resume.json", "write it as JSON"]],
	},
	new: {
		usage: "new [FOLDER]",
		help: "make a card of your own: a folder to edit and publish",
		needsEngine: true,
		examples: [
			["new my-card", "ask for a name and the like, and write the folder my-card"],
			["new my-card --resume resume.json", "make it from a JSON Resume"],
		],
	},
	pack: {
		usage: "pack",
		help: "write the dist/ that a card publishes; its npm scripts call it",
		needsEngine: true,
		examples: [["pack", "write dist/ in a folder that new made"]],
	},
	export: {
		usage: "export DIR",
		help: "write the page and every format but PDF as static files",
		examples: [["export public", "write them for GitHub Pages and the like"]],
	},
	completion: {
		usage: "completion SHELL",
		help: "print the completions for bash, zsh or fish",
		examples: [["completion bash", "print the script that bash sources"]],
	},
	man: {
		usage: "man",
		help: "print the man page",
		examples: [["man", "print it for man(1): pipe it into man -l -"]],
	},
} as const satisfies Record<string, CommandDefinition>;

type CommandDefinition = {
	usage: string;
	help: string;
	/** The arguments, and what they do. */
	examples: readonly (readonly [call: string, what: string])[];
	/** A visitor who calls over SSH may call it too. */
	isForVisitors?: true;
	/** Only the engine's own package can do it, and no packed card. */
	needsEngine?: true;
};

export type Command = keyof typeof commands;

/** Shells that there are completions for. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

/** The headings that the help and the man page put the flags under, in their order. */
export const flagGroups = {
	resume: "Résumé",
	print: "Printing",
	screen: "Screen",
	server: "Server",
	limits: "Limits",
	balancer: "Behind a load balancer",
	general: "General",
} as const;

export type FlagGroup = keyof typeof flagGroups;

type FlagType = "boolean" | "text" | "number" | "list";

type FlagDefinition = {
	type: FlagType;
	group: FlagGroup;
	alias?: string;
	/** The value's placeholder in the help. */
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
	/** What the help of a command says instead, or that of any command to a visitor. */
	helpFor?: Partial<Record<Command | "visitor", string>>;
};

/** The one table of flags: meow's options, the checks, the types and the help are all made from it. */
export const flagTable = {
	print: {
		group: "print",
		type: "boolean",
		alias: "p",
		commands: ["show"],
		isForVisitors: true,
		help: "print instead of browsing; so does a stdout that isn't a terminal",
	},
	format: {
		group: "print",
		type: "text",
		alias: "f",
		value: "FORMAT",
		choices: formatNames,
		synonyms: formatSynonyms,
		commands: ["show"],
		isForVisitors: true,
		help: `print as ${formatNames.join(", ")}`,
		helpFor: { visitor: `print as ${textFormatNames.join(", ")}` },
	},
	output: {
		group: "print",
		type: "text",
		alias: "o",
		value: "FILE",
		commands: ["show", "card"],
		help: "write to FILE instead of stdout",
	},
	browser: {
		group: "print",
		type: "text",
		value: "PATH",
		commands: ["show"],
		help: "print PDF with this Chromium, Chrome or Edge",
	},
	force: {
		group: "print",
		type: "boolean",
		commands: ["show", "card", "init", "export"],
		help: "overwrite FILE if it exists",
		helpFor: { export: "write into DIR even if it has other files" },
	},
	width: {
		group: "print",
		type: "number",
		value: "N",
		range: [20, 1000],
		also: 0,
		commands: ["show", "card"],
		isForVisitors: true,
		help: "wrap printed text at N columns (default 80, or COLUMNS); 0 doesn't wrap",
	},
	ascii: {
		group: "print",
		type: "boolean",
		commands: ["show", "card"],
		isForVisitors: true,
		help: "print bullets, dashes and quotes in plain ASCII",
	},
	vcardVersion: {
		group: "print",
		type: "text",
		value: "N",
		choices: ["3", "4"],
		synonyms: { "3.0": "3", "4.0": "4" },
		commands: ["show"],
		isForVisitors: true,
		help: "print a vCard 3.0 for phones that refuse 4.0",
	},
	resume: {
		group: "resume",
		type: "text",
		alias: "r",
		value: "FILE",
		commands: ["show", "card", "serve", "new", "export"],
		help: "show another JSON Resume, in JSON or YAML; - is stdin",
		helpFor: {
			new: "make the card from this résumé, in JSON or YAML",
			export: "write another JSON Resume, in JSON or YAML; - is stdin",
			serve: "serve another JSON Resume, in JSON or YAML; - is stdin",
		},
	},
	lang: {
		group: "resume",
		type: "text",
		value: "TAG",
		commands: ["show", "card", "serve", "export"],
		isForVisitors: true,
		help: "show it in this language, such as de or zh-Hans",
	},
	hide: {
		group: "resume",
		type: "list",
		value: "PATH",
		commands: ["show", "card", "serve", "export"],
		help: "leave out a field, such as basics.phone; repeatable",
	},
	watch: {
		group: "resume",
		type: "boolean",
		commands: ["show", "serve"],
		help: "reload the file of --resume whenever it changes, as long as it's open",
	},
	screenReader: {
		group: "screen",
		type: "boolean",
		commands: ["show", "card", "new"],
		isForVisitors: true,
		help: "linear text for a screen reader: no boxes, no QR code",
	},
	accent: {
		group: "screen",
		type: "text",
		value: "COLOUR",
		commands: ["show", "card", "serve", "export"],
		help: "accent colour: one of the terminal's sixteen, such as cyan, or #7a3fd1",
	},
	color: {
		group: "screen",
		type: "text",
		value: "WHEN",
		choices: ["always", "auto", "never"],
		alone: ["always", "never"],
		commands: ["show", "card", "new"],
		isForVisitors: true,
		help: "use colours always, auto or never; NO_COLOR and FORCE_COLOR work too",
	},
	background: {
		group: "screen",
		type: "text",
		value: "COLOUR",
		choices: ["auto", "light", "dark"],
		commands: ["show", "card"],
		isForVisitors: true,
		help: "the terminal's background, for a QR code without colours: light, dark or auto",
	},
	mouse: {
		group: "screen",
		type: "boolean",
		commands: ["show"],
		isForVisitors: true,
		help: "click items and keys, scroll with the wheel; hold Shift to select text",
	},
	json: { group: "general", type: "boolean", commands: ["validate"], help: "report problems as JSON" },
	strict: { group: "general", type: "boolean", commands: ["validate"], help: "exit with 1 for warnings too" },
	host: {
		group: "server",
		type: "text",
		value: "ADDRESS",
		commands: ["serve"],
		help: "address to listen on (default 127.0.0.1)",
	},
	port: {
		group: "server",
		type: "number",
		value: "N",
		range: [0, 65535],
		commands: ["serve"],
		help: "port to listen on (default 2222); 0 picks a free one",
	},
	http: {
		group: "server",
		type: "number",
		value: "PORT",
		range: [0, 65535],
		commands: ["serve"],
		help: "serve the page over plain HTTP on this port too, and text for curl",
	},
	publicUrl: {
		group: "resume",
		type: "text",
		value: "URL",
		commands: ["show", "card", "serve", "export"],
		help: "the page that shows this résumé, to come back to without a terminal",
	},
	hostKey: {
		group: "server",
		type: "text",
		value: "FILE",
		commands: ["serve"],
		help: "the server's private key, created if missing (default: in the user's data folder)",
	},
	workers: {
		group: "server",
		type: "number",
		value: "N",
		range: [1, 64],
		commands: ["serve"],
		help: "processes that serve (default 1), at most one per core; the limits hold for all of them together",
	},
	maxVisits: {
		group: "limits",
		type: "number",
		value: "N",
		range: [1, 100_000],
		commands: ["serve"],
		help: "visits at once (default 500), so that memory lasts",
	},
	maxPerAddress: {
		group: "limits",
		type: "number",
		value: "N",
		range: [1, 100_000],
		commands: ["serve"],
		help: "visits at once from one address (default 100), so that no network takes every place",
	},
	connectionsPerAddress: {
		group: "limits",
		type: "text",
		value: "N/S",
		commands: ["serve"],
		help: "connections from one address: N at once, then S per second (default 200/20), against floods",
	},
	idle: {
		group: "limits",
		type: "text",
		value: "TIME",
		commands: ["serve"],
		help: "end a visit after this long without input: 90s, 10m, 1h (default 10m), to free forgotten places",
	},
	maxTime: {
		group: "limits",
		type: "text",
		value: "TIME",
		commands: ["serve"],
		help: "end any visit after this long (default 60m), so that no place is taken forever",
	},
	proxyProtocol: {
		group: "balancer",
		type: "boolean",
		commands: ["serve"],
		help: "expect a PROXY header on each connection",
	},
	trustProxy: {
		group: "balancer",
		type: "list",
		value: "ADDRESS",
		commands: ["serve"],
		help: "trust PROXY headers from this address or network; repeatable",
	},
	metricsPort: {
		group: "server",
		type: "number",
		value: "N",
		range: [0, 65535],
		commands: ["serve"],
		help: "serve Prometheus metrics on this local port",
	},
	quiet: { group: "server", type: "boolean", commands: ["serve"], help: "don't write a log" },
	yes: { group: "general", type: "boolean", alias: "y", commands: ["new"], help: "ask nothing" },
	license: {
		group: "general",
		type: "text",
		value: "ID",
		commands: ["new"],
		help: "the licence of your words: none, MIT or CC-BY-4.0",
	},
	deploy: {
		group: "general",
		type: "boolean",
		commands: ["new"],
		help: "add what serves the card over SSH, for systemd and containers",
	},
	version: {
		group: "general",
		type: "boolean",
		alias: "v",
		commands: ["show"],
		isForVisitors: true,
		help: "print the version",
	},
	help: {
		group: "general",
		type: "boolean",
		alias: "h",
		commands: ["show", "card", "serve", "validate", "init", "new", "pack", "export", "completion", "man"],
		isForVisitors: true,
		help: "print this help, or a command's",
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

/** What the help says of a flag. */
export function helpOf(name: FlagName, command: Command, caller: Caller): string {
	const { help, helpFor } = definitionOf(name);
	return (caller === "visitor" ? helpFor?.visitor : undefined) ?? helpFor?.[command] ?? help;
}

export const flagNames = Object.keys(flagTable) as FlagName[];

/**
 * Who calls: the "owner" of an engine may use everything, a "guest" runs a packed card, and a "visitor" comes over SSH and
 * may use only what touches neither the files nor the settings of the server.
 */
export type Caller = "owner" | "guest" | "visitor";

/** The commands that are named by the first word, as far as the caller may call them. */
export const commandsFor = (caller: Caller): Command[] =>
	(Object.keys(commands) as Command[]).filter((name) => {
		const { isForVisitors, needsEngine }: CommandDefinition = commands[name];
		const isAllowed = { owner: true, guest: !needsEngine, visitor: isForVisitors === true }[caller];
		return name !== "show" && isAllowed;
	});

/** The flags that go with the command, as far as the caller may use them. */
export const flagsFor = (command: Command, caller: Caller): FlagName[] =>
	flagNames.filter((name) => {
		const { commands: own, isForVisitors } = definitionOf(name);
		return own.includes(command) && (caller !== "visitor" || isForVisitors);
	});

/** The flags that also mean something without a value. */
export const flagsAlone = flagNames.filter((name) => definitionOf(name).alone !== undefined);

/** "hostKey" as it is typed: "host-key". */
export const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
