import { isPrinting } from "../call/check.ts";
import {
	colourDepthOf,
	hasColours,
	hasHyperlinks,
	isDumb,
	isLightBackground,
	longestStringOf,
} from "../call/colours.ts";
import { type Command, commandsFor, type Flags } from "../call/flags.ts";
import { type Call, parseCall } from "../call/parse.ts";
import { UserError } from "../errors.ts";
import { print } from "../print/print.ts";
import type { Program } from "../program.ts";
import type { Loaded } from "../resume/load.ts";
import type { Resume } from "../resume/model.ts";
import { type Selection, selectPlace } from "../resume/select.ts";
import type { Host } from "../ui/host.ts";
import { foreignCommand } from "./foreign.ts";
import { LIMITS } from "./limits.ts";
import type { Translate } from "./translations.ts";
import { splitWords } from "./words.ts";

/** What is known of who asks. */
export type Visitor = {
	/** The name they logged in with: "plain" asks for no colours and for the form that screen readers like. */
	user: string;
	/** Their terminal; undefined if they have none, as in `ssh host card > file`. */
	terminal?: { term: string; columns: number; rows: number };
	/** Of their environment, what their client sent: LANG, NO_COLOR and the like. */
	environment?: Readonly<Record<string, string>>;
};

export type Answer =
	| ({ kind: "viewer"; resume: Resume; start: Selection } & Pick<
			Host,
			| "inLanguage"
			| "hasColours"
			| "colourDepth"
			| "isBackgroundLight"
			| "hasHyperlinks"
			| "longestString"
			| "isScreenReader"
			| "hasMouse"
	  >)
	| { kind: "text"; text: string; exitCode: 0 }
	| { kind: "refusal"; text: string; exitCode: number; stream?: "stdout" | "stderr" };

/** What `parseCall` makes of an empty command, as nearly all visitors send it; to read it takes a thirtieth of a connection. */
export const nothingAsked: Call = { command: "show", words: [], flags: {} };

const PLAIN_USER = "plain";
const STANDARD_WIDTH = 80;

/**
 * What `ssh host COMMAND` asks for, read as the command line reads its arguments; an empty command asks for the viewer,
 * or if there is no terminal for the résumé as text.
 */
export async function answer(
	command: string,
	visitor: Visitor,
	program: Program,
	loaded: Loaded,
	comeBack: string | undefined,
	translate: Translate,
): Promise<Answer> {
	try {
		if (command.length > LIMITS.command) {
			throw new UserError(`the command is too long; it can have at most ${LIMITS.command} characters`);
		}

		const foreign = foreignCommand(command, program.name);
		if (foreign !== undefined) {
			return { kind: "refusal", exitCode: 1, ...foreign };
		}

		return await answerCall(
			command === "" ? nothingAsked : await parseCall(splitWords(command), "visitor"),
			visitor,
			program,
			loaded,
			comeBack,
			translate,
		);
	} catch (error) {
		if (error instanceof UserError) {
			return { kind: "refusal", text: `${program.name}: ${error.message}\n`, exitCode: error.exitCode };
		}

		throw error;
	}
}

async function answerCall(
	{ command, words, flags }: Awaited<ReturnType<typeof parseCall>>,
	{ user, terminal, environment: sent }: Visitor,
	program: Program,
	served: Loaded,
	comeBack: string | undefined,
	translate: Translate,
): Promise<Answer> {
	const text = (said: string): Answer => ({ kind: "text", text: said, exitCode: 0 });
	if (command === "version") {
		return text(`${program.version}\n`);
	}

	if (command === "help") {
		const { helpText } = await import("../call/help.ts");
		return text(helpText((words[0] ?? "show") as Command, program.name, "visitor"));
	}

	const term = terminal?.term ?? "";
	const isPlain = user === PLAIN_USER;
	const environment = { ...sent, TERM: term, ...((isPlain || isMonochrome(term)) && { NO_COLOR: "1" }) };
	const isColoured = hasColours(flags, environment, { isTTY: terminal !== undefined });
	const loaded = await inTheirLanguage(served, flags, sent, translate);
	const selection = selectPlace(loaded.resume, command === "card" ? [] : words, commandsFor("visitor"));
	if (command === "show" && !isPrinting(flags) && terminal !== undefined && !isDumb(environment)) {
		return {
			kind: "viewer",
			resume: loaded.resume,
			inLanguage: async (language) => (await translate(loaded, language)).resume,
			start: selection,
			hasColours: isColoured,
			colourDepth: colourDepthOf(environment),
			isBackgroundLight: isLightBackground(flags, environment),
			hasHyperlinks: hasHyperlinks(environment),
			longestString: longestStringOf(environment),
			isScreenReader: isPlain || flags.screenReader === true,
			hasMouse: flags.mouse === true,
		};
	}

	if (flags.format === "pdf") {
		throw new UserError("PDF isn't available over SSH; use --format html, and print that page from a browser");
	}

	return text(
		await print(loaded, {
			format: command === "card" ? "card" : (flags.format ?? (flags.vcardVersion === undefined ? "text" : "vcard")),
			selection,
			width: flags.width ?? Math.max(20, Math.min(terminal?.columns ?? STANDARD_WIDTH, STANDARD_WIDTH)),
			// The next prompt takes a row.
			...(terminal && { rows: terminal.rows - 1 }),
			isAscii: flags.ascii === true,
			...(flags.vcardVersion === "3" && { vcardVersion: "3.0" }),
			hasColours: isColoured,
			colourDepth: colourDepthOf(environment),
			hasCode: !isPlain && flags.screenReader !== true,
			isLinear: isPlain || flags.screenReader === true,
			comeBack,
		}),
	);
}

/** The résumé in the language that is asked for, or else in the visitor's own if it is in that. */
async function inTheirLanguage(
	loaded: Loaded,
	{ lang }: Flags,
	environment: Visitor["environment"],
	translate: Translate,
): Promise<Loaded> {
	if (lang !== undefined) {
		return translate(loaded, lang);
	}

	const { LC_ALL, LC_MESSAGES, LANG } = environment ?? {};
	const locale = LC_ALL || LC_MESSAGES || LANG;
	const { languages } = loaded.resume;
	if (locale === undefined || languages.length <= 1) {
		return loaded;
	}

	const { languageFor } = await import("../resume/translations/negotiate.ts");
	const language = languageFor(locale, languages);
	return language === undefined ? loaded : translate(loaded, language);
}

/** Terminals of terminfo that show no colours: those of DEC before the VT525, and what names itself monochrome. */
const isMonochrome = (term: string) => /^(?:vt[1-4]\d\d|vt52|ansi-m|unknown|network|$)|-m$|-mono$/.test(term);
