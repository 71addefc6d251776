import process from "node:process";
import { print } from "../print/print.ts";
import { comeBackCommand, programVersion } from "../program.ts";
import { loadEmbedded } from "../resume/load.ts";
import { select } from "../resume/select.ts";
import { hasColours } from "./colours.ts";
import type { Command, Flags } from "./flags.ts";
import { writeOut } from "./output.ts";
import type { Call } from "./parse.ts";

/**
 * Does what was asked: flags → load → one of print, mount, serve.
 * @returns what the process ends with.
 * @throws {UserError} one sentence for the visitor.
 */
export async function run(call: Call): Promise<number> {
	switch (call.command) {
		case "version":
			await writeOut(`${programVersion}\n`);
			return 0;
		case "help": {
			const { helpText } = await import("./help.ts");
			await writeOut(helpText((call.words[0] ?? "show") as Command));
			return 0;
		}

		default:
			return show(call);
	}
}

async function show({ command, words, flags }: Call): Promise<number> {
	const loaded = loadEmbedded();
	const text = await print(loaded, {
		format: command === "card" ? "card" : (flags.format ?? "text"),
		selection: select(loaded.resume, command === "card" ? [] : words),
		width: printedWidth(flags),
		isAscii: flags.ascii === true,
		hasColours: flags.output === undefined && hasColours(flags, process.env, process.stdout),
		comeBack: comeBackCommand,
	});
	await writeOut(text);
	return 0;
}

/** The standard width of a terminal and of a printed letter. */
const standardWidth = 80;

/** --width, or COLUMNS, or 80, or less where the terminal has less. */
function printedWidth({ width }: Flags): number {
	const columns = Number(process.env.COLUMNS) || process.stdout.columns || standardWidth;
	return width ?? Math.max(20, process.env.COLUMNS ? columns : Math.min(columns, standardWidth));
}
