// @ts-check
// npm run build; with --public, as before a package is published, it refuses what is left of the starter; with --if-changed,
// as before npm start, it builds only what is older than its sources.
import path from "node:path";
import process from "node:process";
import { isChanged } from "./changed.mjs";
import { root } from "./evaluate.mjs";
import { buildProgram } from "./program.mjs";

const isUpToDate = process.argv.includes("--if-changed") && !isChanged(path.join(root, "dist", "cli.cjs"));
try {
	if (!isUpToDate) {
		await buildProgram({ isPublic: process.argv.includes("--public") });
	}
} catch (error) {
	// Neither a stack nor the lines that the bundler quotes: either may hold what is private.
	const { errors = [error], exitCode = 1 } = /** @type {any} */ (error);
	process.stderr.write(errors.map(sentence).join(""));
	process.exitCode = exitCode;
}

/** @param {{ message: string, id?: string, loc?: { line: number, column: number } }} error the column counts from 0 */
function sentence({ message, id, loc }) {
	const place = loc === undefined ? "" : `${path.relative(root, id ?? "")}:${loc.line}:${loc.column + 1}: `;
	return `${place}${message.replace(/\n.*/s, "").replace(/^\[\w+\] /, "")}\n`;
}
