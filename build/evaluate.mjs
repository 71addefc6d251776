// @ts-check
// What does not depend on a visitor is worked out once, when the program is built.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What CommonJS packages within an ES module ask for. */
export const requireBanner =
	'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** The project's own folder. */
export const root = path.resolve(import.meta.dirname, "..");

/**
 * Runs a module of the source now.
 *
 * @param {string} source its path
 * @param {import("esbuild").Plugin[]} [plugins]
 * @returns {Promise<any>} what it exports
 */
export async function evaluate(source, plugins = []) {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: [source],
		bundle: true,
		format: "esm",
		platform: "node",
		packages: "external",
		write: false,
		logLevel: "silent",
		banner: { js: requireBanner },
		plugins,
	});
	// Below the root, where Node.js finds the packages.
	const cache = path.join(root, ".cache");
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(path.join(cache, "evaluated-"));
	try {
		const file = path.join(folder, "module.mjs");
		await writeFile(file, outputFiles[0]?.text ?? "");
		return await import(pathToFileURL(file).href);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
