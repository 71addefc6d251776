// @ts-check
// Node.js starts CommonJS sooner than ES modules, but Ink and Yoga have a top-level await, which CommonJS cannot have.
import { build, transform } from "esbuild";

/** @typedef {import("rolldown").OutputChunk} Chunk */

/** What CommonJS packages within an ES module ask for. */
const requireBanner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** What a CommonJS file has instead of import.meta.url. */
const importMetaUrl = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * Makes CommonJS of each chunk but those with a top-level await and those that import one statically.
 *
 * @param {Chunk[]} chunks ES modules called NAME.js
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<Map<string, string>>} their texts, by NAME.cjs and NAME.mjs
 */
export async function commonJs(chunks, options) {
	const modules = await modulesOf(chunks);
	const names = new Map(
		chunks.map(({ fileName }) => [fileName, fileName.replace(/\.js$/, modules.has(fileName) ? ".mjs" : ".cjs")]),
	);
	const files = chunks.map(async ({ fileName, code }) => {
		const isModule = modules.has(fileName);
		const { outputFiles } = await build({
			...options,
			stdin: { contents: code, sourcefile: fileName },
			bundle: true,
			write: false,
			format: isModule ? "esm" : "cjs",
			banner: { js: isModule ? requireBanner : code.includes("import.meta.url") ? importMetaUrl : "" },
			define: isModule ? {} : { "import.meta.url": "importMetaUrl" },
			plugins: [between(names, isModule)],
		});
		return /** @type {[string, string]} */ ([names.get(fileName), outputFiles?.[0]?.text]);
	});
	return new Map(await Promise.all(files));
}

/** @param {Chunk[]} chunks */
async function modulesOf(chunks) {
	const modules = new Set();
	for (const { fileName, code } of chunks) {
		await transform(code, { format: "cjs", logLevel: "silent" }).catch(() => modules.add(fileName));
	}
	for (const module of modules) {
		for (const { fileName } of chunks.filter(({ imports }) => imports.includes(module))) {
			modules.add(fileName);
		}
	}
	return modules;
}

/**
 * How one chunk imports others. CommonJS is asked for by require() wherever it can be: `import` of it goes through Node's
 * loader of ES modules, which is slower and sees only what is exported at first, not what is set later.
 *
 * @param {Map<string, string>} names from a chunk's name to its file's
 * @param {boolean} isModule
 * @returns {import("esbuild").Plugin}
 */
function between(names, isModule) {
	return {
		name: "between",
		setup(bundler) {
			bundler.onResolve({ filter: /^\.\/[^/]+\.js$/ }, ({ path, kind }) => {
				const name = names.get(path.slice(2));
				const isRequired = name?.endsWith(".cjs") && (isModule || kind === "dynamic-import");
				return isRequired ? { path: name, namespace: "required" } : { path: `./${name}`, external: true };
			});
			bundler.onLoad({ filter: /^/, namespace: "required" }, ({ path }) => ({
				contents: `module.exports = require("./${path}");`,
			}));
			bundler.onResolve({ filter: /^/, namespace: "required" }, ({ path }) => ({ path, external: true }));
		},
	};
}
