// @ts-check
// The embedded résumé is read once, when the program is built; what is private of it never reaches the package.
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { evaluate } from "./evaluate.mjs";

/** What the command says of itself, of all that package.json has. */
const identity = ["name", "version", "bugs"];

/**
 * Puts the loaded résumé in the place of what loads it.
 *
 * @param {import("../source/resume/load.ts").Loaded} loaded
 * @returns {import("rolldown").Plugin}
 */
export function embedded(loaded) {
	return {
		name: "embedded",
		async load(file) {
			if (/[\\/]source[\\/]resume[\\/]embedded\.ts$/.test(file)) {
				// Parsing JSON is the fastest way to make an object.
				return `export const embeddedResume = JSON.parse(${JSON.stringify(JSON.stringify(loaded))});`;
			}
			if (path.basename(file) === "package.json") {
				return JSON.stringify(JSON.parse(await readFile(file, "utf8")), ["", ...identity, "url", "email"]);
			}
			return null;
		},
	};
}

/**
 * What the program's own loader makes of a file.
 *
 * @param {string} resume its path
 * @param {boolean} isPublic whether the package is about to be published
 * @returns {Promise<import("../source/resume/load.ts").Loaded>}
 * @throws {Error} a `UserError`, whose message is one sentence and has nothing of the file's content but paths
 */
export async function loadResume(resume, isPublic) {
	const { loadPackaged } = await evaluate("source/resume/packaged.ts");
	return await loadPackaged(path.relative(process.cwd(), resume), isPublic, (/** @type {string} */ sentence) =>
		process.stderr.write(`${sentence}\n`),
	);
}
