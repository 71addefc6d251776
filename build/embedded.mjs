// The embedded résumé is read once, here, and not at each start; what is private of it never reaches the package.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/**
 * An esbuild plugin that puts the loaded résumé in the place of what loads it, and of the document itself.
 *
 * @param {import("../source/resume/load.ts").Loaded} loaded
 */
export function embedded(loaded) {
	return {
		name: "embedded",
		setup(bundler) {
			bundler.onLoad({ filter: /[\\/]source[\\/]resume[\\/]embedded\.ts$/ }, () => ({
				// Parsing JSON is the fastest way to make an object.
				contents: `export const embeddedResume = JSON.parse(${JSON.stringify(JSON.stringify(loaded))});`,
			}));
			// The document is in what was loaded of it, and need not be in the package twice.
			bundler.onLoad({ filter: /[\\/]data[\\/]resume\.json$/ }, () => ({
				contents: `import { embeddedResume } from "../source/resume/embedded.ts"; export default embeddedResume.document;`,
				loader: "js",
			}));
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
	// Below the root, where Node.js finds the packages.
	const cache = path.join(root, ".cache");
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(path.join(cache, "loader-"));
	try {
		const outfile = path.join(folder, "packaged.mjs");
		const { outputFiles } = await build({
			absWorkingDir: root,
			entryPoints: ["source/resume/packaged.ts"],
			bundle: true,
			format: "esm",
			platform: "node",
			packages: "external",
			write: false,
			outfile,
			logLevel: "silent",
			plugins: [
				{
					name: "no document",
					setup(bundler) {
						bundler.onLoad({ filter: /[\\/]data[\\/]resume\.json$/ }, () => ({ contents: "null", loader: "json" }));
					},
				},
			],
		});
		await writeFile(outfile, outputFiles[0].contents);
		const { loadPackaged } = await import(pathToFileURL(outfile).href);
		return await loadPackaged(path.relative(process.cwd(), resume), isPublic, (sentence) =>
			process.stderr.write(`${sentence}\n`),
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
