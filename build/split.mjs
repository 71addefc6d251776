// @ts-check
// Gives each dynamic import of the source a file of its own, which is CommonJS wherever that can be: Node.js starts it
// sooner than ES modules, and few files sooner than many. esbuild splits code between ES modules only, into a chunk for
// each set of files that share some; so it is called once to split and then for each file to join its chunks.
import { build, transform } from "esbuild";
import { closure, filesOf, readChunks } from "./chunks.mjs";
import { joined } from "./joined.mjs";

/**
 * @typedef {Map<string, import("./chunks.mjs").Chunk>} Chunks
 * @typedef {{ name: string, home: string, members: string[], isModule: boolean }} File
 *   home: the chunk that it is named after; members: all of its chunks; isModule: whether it is an ES module
 */

/** What CommonJS packages within an ES module ask for. */
const requireBanner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** What a CommonJS file has instead of import.meta.url. */
const importMetaUrl = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * @param {import("esbuild").BuildOptions} options of the program; its one entry point is called index
 * @param {boolean} minify
 * @returns {Promise<{ files: Map<string, string>, metafile: import("esbuild").Metafile }>} texts by the files' names
 */
export async function split({ entryPoints, inject, plugins, ...options }, minify) {
	const { outputFiles, metafile } = await build({
		...options,
		entryPoints,
		inject,
		plugins,
		splitting: true,
		format: "esm",
		metafile: true,
		write: false,
	});
	const chunks = readChunks(outputFiles, metafile);
	const fileOf = await planFiles(chunks);
	const files = new Map();
	for (const file of new Set(fileOf.values())) {
		if (files.has(file.name)) {
			throw new Error(`two files would be called ${file.name}`);
		}
		files.set(file.name, await join(file, chunks, fileOf, { ...options, minify }));
	}
	return { files, metafile };
}

/**
 * An ES module must be each file with a top-level await, which CommonJS cannot have, and each that imports one statically.
 *
 * @param {Chunks} chunks
 * @returns {Promise<Map<string, File>>} for each chunk the file that it is in
 */
async function planFiles(chunks) {
	const groups = [...filesOf(chunks, "index.js")];
	const homes = new Map(groups.flatMap(([home, members]) => members.map((name) => [name, home])));
	const awaiting = [];
	for (const [name, { text }] of chunks) {
		const cannot = await transform(text, { format: "cjs", logLevel: "silent" }).catch(() => true);
		awaiting.push(...(cannot === true ? [homes.get(name) ?? name] : []));
	}
	const importers = (/** @type {string} */ home) =>
		[...chunks].flatMap(([name, { statics }]) =>
			statics.some((each) => homes.get(each) === home) ? [homes.get(name) ?? name] : [],
		);
	const modules = closure(awaiting, importers);
	return new Map(
		groups.flatMap(([home, members]) => {
			const isModule = modules.has(home);
			const file = { name: `${chunks.get(home)?.name}${isModule ? ".mjs" : ".cjs"}`, home, members, isModule };
			return members.map((name) => /** @type {[string, File]} */ ([name, file]));
		}),
	);
}

/**
 * @param {File} file
 * @param {Chunks} chunks
 * @param {Map<string, File>} fileOf
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<string>} its text
 */
async function join(file, chunks, fileOf, options) {
	const text = file.members.map((name) => chunks.get(name)?.text).join("\n");
	const { outputFiles } = await build({
		...options,
		entryPoints: ["joined"],
		bundle: true,
		write: false,
		format: file.isModule ? "esm" : "cjs",
		banner: { js: file.isModule ? requireBanner : text.includes("import.meta.url") ? importMetaUrl : "" },
		define: file.isModule ? {} : { "import.meta.url": "importMetaUrl" },
		plugins: [joined(file, chunks, fileOf)],
	});
	return outputFiles?.[0]?.text ?? "";
}
