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
	// Neither a stack nor the lines that esbuild quotes: either may hold what is private.
	const { errors, message, exitCode = 1 } = /** @type {any} */ (error);
	for (const sentence of sentences(errors) ?? [message]) {
		process.stderr.write(`${sentence}\n`);
	}
	process.exitCode = exitCode;
}

/** @param {import("esbuild").Message[] | undefined} errors */
function sentences(errors) {
	return errors?.map(({ text, location: at }) => `${at ? `${at.file}:${at.line}:${at.column + 1}: ` : ""}${text}`);
}
