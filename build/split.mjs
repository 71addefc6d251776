// Gives each dynamic import of the source a file of its own, which is CommonJS wherever that can be: Node.js starts it
// sooner than ES modules, and few files sooner than many. esbuild splits code between ES modules only, into a chunk for
// each set of files that share some; so it is called once to split and then for each file to join its chunks.
import { build, transform } from "esbuild";
import { closure, filesOf, readChunks } from "./chunks.mjs";
import { requireBanner } from "./evaluate.mjs";

/** What a CommonJS file has instead of import.meta.url. */
const importMetaUrl = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * @param {import("esbuild").BuildOptions} options of the program; its one entry point is called index
 * @param {boolean} minify
 * @returns {Promise<{ files: Map<string, string>, metafile: import("esbuild").Metafile }>} texts by the files' names
 */
export async function split(options, minify) {
	const { outputFiles, metafile } = await build({
		...options,
		splitting: true,
		format: "esm",
		metafile: true,
		write: false,
	});
	const chunks = readChunks(outputFiles, metafile);
	const groups = filesOf(chunks, "index.js");
	const homes = new Map([...groups].flatMap(([home, members]) => members.map((name) => [name, home])));
	const modules = await esModules(chunks, groups, homes);
	const fileOf = (/** @type {string} */ chunk) => {
		const home = homes.get(chunk) ?? chunk;
		return `${chunks.get(home)?.name}${modules.has(home) ? ".mjs" : ".cjs"}`;
	};
	/** @type {Map<string, string>} */
	const files = new Map();
	for (const [home, members] of groups) {
		const format = modules.has(home) ? "esm" : "cjs";
		const text = await join({ home, members, chunks, homes, modules, fileOf }, { ...options, format, minify });
		if (files.has(fileOf(home))) {
			throw new Error(`two files would be called ${fileOf(home)}`);
		}
		files.set(fileOf(home), text);
	}
	return { files, metafile };
}

/**
 * The files that must be ES modules: those with a top-level await, which CommonJS cannot have, and those that import
 * one of them statically.
 */
async function esModules(chunks, groups, homes) {
	const found = new Set();
	for (const [name, { text }] of chunks) {
		if (/\bawait\b/.test(text) && (await hasTopLevelAwait(text))) {
			found.add(homes.get(name));
		}
	}
	const importers = (home) =>
		[...groups.keys()].filter((other) =>
			groups.get(other).some((name) => chunks.get(name).statics.some((each) => homes.get(each) === home)),
		);
	return closure([...found], importers);
}

const hasTopLevelAwait = (text) =>
	transform(text, { format: "cjs", logLevel: "silent" }).then(
		() => false,
		() => true,
	);

/** The name by which a file exports one of its chunks; what it is named after, it exports as its own. */
const exportName = (/** @type {string} */ chunk) => chunk.replace(/\W/g, "_");

async function join({ home, members, chunks, homes, modules, fileOf }, { entryPoints: _, plugins: __, ...options }) {
	const { hasDefault, isRoot } = chunks.get(home);
	const others = isRoot ? members.filter((name) => name !== home) : members;
	const isModule = modules.has(home);
	// What is imported from an ES module is imported by its own names, also where it shares a file with another.
	const roots = members.filter((name) => name === home || isModule).filter((name) => chunks.get(name).isRoot);
	const joined = [
		...roots.map((name) => `export * from "./${name}";`),
		...(isRoot && hasDefault ? [`export { default } from "./${home}";`] : []),
		...others.map((name) => `export * as ${exportName(name)} from "./${name}";`),
	].join("\n");
	const isOwn = (name) => homes.get(name) === homes.get(home);
	const plugin = {
		name: "join",
		setup(bundler) {
			bundler.onResolve({ filter: /^joined$/ }, () => ({ path: "joined", namespace: "joined" }));
			bundler.onLoad({ filter: /^/, namespace: "joined" }, () => ({ contents: joined }));
			bundler.onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path: wanted, kind }) => {
				const name = wanted.slice(2);
				if (kind === "dynamic-import" && modules.has(homes.get(name)) && !isOwn(name)) {
					return { path: `./${fileOf(name)}`, external: true };
				}
				return { path: name, namespace: isOwn(name) ? "own" : "elsewhere" };
			});
			bundler.onLoad({ filter: /^/, namespace: "own" }, ({ path: name }) => ({ contents: chunks.get(name).text }));
			bundler.onLoad({ filter: /^/, namespace: "elsewhere" }, ({ path: name }) => {
				const isNamed = name !== homes.get(name) || !chunks.get(name).isRoot;
				return { contents: `module.exports = require("./${fileOf(name)}")${isNamed ? `.${exportName(name)}` : ""};` };
			});
			bundler.onResolve({ filter: /^\.\/[\w-]+\.[cm]js$/ }, ({ path: file, kind }) =>
				file.endsWith(".mjs") && kind === "require-call"
					? { path: file, namespace: "module" }
					: { path: file, external: true },
			);
			bundler.onLoad({ filter: /^/, namespace: "module" }, ({ path: file }) => ({
				contents: `export * from "${file}";`,
			}));
		},
	};
	const text = members.map((name) => chunks.get(name).text).join("\n");
	const head = [
		/^#!.*\n/.exec(chunks.get(home).text)?.[0] ?? "",
		options.format === "esm" ? requireBanner : text.includes("import.meta.url") ? importMetaUrl : "",
	].join("");
	const { outputFiles } = await build({
		...options,
		stdin: undefined,
		entryPoints: ["joined"],
		bundle: true,
		write: false,
		banner: { js: head },
		define: options.format === "cjs" ? { "import.meta.url": "importMetaUrl" } : {},
		plugins: [plugin],
	});
	return outputFiles[0].text;
}
