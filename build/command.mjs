// @ts-check
// The package's own command, dist/cli.cjs: its name and its résumé, which it hands to the engine beside it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { embedded } from "./embedded.mjs";
import { root } from "./evaluate.mjs";

/** What the command needs of package.json. */
const needed = ["name", "version", "bugs"];

/**
 * @param {import("../source/resume/load.ts").Loaded} loaded
 * @param {boolean} minify
 * @returns {Promise<string>} its text
 */
export async function command(loaded, minify) {
	const beside = {
		name: "beside",
		setup(/** @type {import("esbuild").PluginBuild} */ bundler) {
			bundler.onResolve({ filter: /\/source\/index\.ts$/ }, () => ({ path: "./index.cjs", external: true }));
			bundler.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path: file }) => {
				const manifest = JSON.parse(await readFile(file, "utf8"));
				const kept = needed.filter((key) => key in manifest).map((key) => [key, manifest[key]]);
				return { contents: JSON.stringify(Object.fromEntries(kept)), loader: "json" };
			});
		},
	};
	const { outputFiles } = await build({
		entryPoints: [path.join(root, "cli.tsx")],
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "cjs",
		minify,
		logLevel: "silent",
		plugins: [embedded(loaded), beside],
	});
	return outputFiles[0]?.text ?? "";
}
