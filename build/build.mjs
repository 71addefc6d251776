// npm run build; with --public, as before a package is published, it refuses what is left of the starter.
import process from "node:process";
import { buildProgram } from "./program.mjs";

try {
	await buildProgram({ isPublic: process.argv.includes("--public") });
} catch (error) {
	// Neither a stack nor the lines that esbuild quotes: either may hold what is private.
	for (const sentence of sentences(error)) {
		process.stderr.write(`${sentence}\n`);
	}
	process.exitCode = error.exitCode ?? 1;
}

function sentences({ errors, message }) {
	return Array.isArray(errors)
		? errors.map(({ text, location: at }) => `${at ? `${at.file}:${at.line}:${at.column + 1}: ` : ""}${text}`)
		: [message];
}
