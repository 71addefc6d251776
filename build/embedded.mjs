// The embedded résumé is read once, here, and not at each start; what is private of it never reaches the package.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/**
 * An esbuild plugin that puts the loaded résumé in the place of what loads it, and of the document itself.
 *
 * @param {string} resume its file
 */
export function embedded(resume) {
	return {
		name: "embedded",
		async setup(bundler) {
			const loaded = await load(resume);
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

/** What the program's own loader makes of the file. */
async function load(resume) {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: ["source/resume/embedded.ts"],
		bundle: true,
		format: "esm",
		platform: "node",
		packages: "external",
		write: false,
		plugins: [
			{
				name: "document",
				setup(bundler) {
					bundler.onLoad({ filter: /[\\/]data[\\/]resume\.json$/ }, async () => ({
						contents: await readFile(resume, "utf8"),
						loader: "json",
					}));
				},
			},
		],
	});
	const { embeddedResume } = await import(
		`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
	);
	return embeddedResume;
}
