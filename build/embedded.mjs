// The embedded résumé is read once, here, and not at each start; what is private of it never reaches the package.
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/** An esbuild plugin that puts the loaded résumé in the place of what loads it, and of the document itself. */
export function embedded() {
	return {
		name: "embedded",
		async setup(bundler) {
			const loaded = await load();
			bundler.onLoad({ filter: /[\\/]source[\\/]resume[\\/]embedded\.ts$/ }, () => ({
				// Parsing JSON is the fastest way to make an object, and makes each visitor's own.
				contents: `export const embeddedResume = () => JSON.parse(${JSON.stringify(JSON.stringify(loaded))});`,
			}));
			bundler.onLoad({ filter: /[\\/]data[\\/]resume\.json$/ }, () => ({
				contents: JSON.stringify(loaded.document),
				loader: "json",
			}));
		},
	};
}

/** What the program's own loader makes of data/resume.json. */
async function load() {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: ["source/resume/embedded.ts"],
		bundle: true,
		format: "esm",
		platform: "node",
		packages: "external",
		write: false,
	});
	const { embeddedResume } = await import(
		`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
	);
	return embeddedResume();
}
