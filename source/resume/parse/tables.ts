import { readdir } from "node:fs/promises";
import path from "node:path";
import papa from "papaparse";
import { UserError } from "../../errors.ts";
import { cleanLine } from "../clean.ts";
import { positions } from "./positions.ts";

/** Of the tables in LinkedIn's data export those of a résumé: messages and connections concern others. */
const ofResume =
	/^(?:profile|positions|education|projects|publications|certifications|honors|volunteering|skills|languages|courses|patents|email ?addresses|phone ?numbers)\.csv$/i;

/**
 * The tables of a folder that LinkedIn's data export was unpacked into, as JSON: under the name of each file its rows,
 * with the headings as keys.
 * @param read what reads a text file.
 * @returns undefined if it isn't such a folder.
 * @throws {UserError} if a file can't be read.
 */
export async function readTables(folder: string, read: (file: string) => Promise<string>): Promise<string | undefined> {
	const names = (await readdir(folder)).filter((name) => ofResume.test(name)).sort();
	if (!names.some((name) => /^(?:profile|positions|education)\./i.test(name))) {
		return undefined;
	}

	const tables: [string, unknown][] = [];
	for (const name of names) {
		const file = path.join(folder, name);
		tables.push([path.parse(name).name, rowsOf(await read(file), cleanLine(file))]);
	}

	return JSON.stringify(Object.fromEntries(tables));
}

/**
 * The rows of a table (CSV, RFC 4180) as objects, with the headings as keys.
 * @throws {UserError} if a quote isn't closed.
 */
function rowsOf(text: string, name: string): unknown {
	const { data, errors } = papa.parse(text, { header: true, skipEmptyLines: "greedy", delimiter: "," });
	const quote = errors.find(({ type }) => type === "Quotes");
	if (quote) {
		// What comes behind the quote is where the parser stood.
		const { line, column } = positions(text)((quote.index ?? 1) - 1);
		throw new UserError(`${name}:${line}:${column}: this quote isn't closed; unpack the export again`);
	}

	return data;
}
