// @ts-check
// What a file of the program has in place of the chunks in it, and of those in other files.

/** The name by which a file exports one of its chunks; what is imported dynamically, it exports as its own. */
const exportName = (/** @type {string} */ chunk) => chunk.replace(/\W/g, "_");

/**
 * @param {import("./split.mjs").File} file
 * @param {Map<string, import("./chunks.mjs").Chunk>} chunks
 * @param {Map<string, import("./split.mjs").File>} fileOf
 * @returns {import("esbuild").Plugin} for a build whose entry point is "joined"
 */
export function joined({ home, members, isModule }, chunks, fileOf) {
	const isRoot = (/** @type {string} */ name) => chunks.get(name)?.isRoot === true;
	const exported = members.flatMap((name) => [
		// What is imported from an ES module is imported by its own names, even if it shares a file with another.
		...(isRoot(name) && (isModule || name === home) ? [`export * from "./${name}";`] : []),
		...(isRoot(name) && name === home && chunks.get(name)?.hasDefault ? [`export { default } from "./${name}";`] : []),
		...(isRoot(name) && name === home ? [] : [`export * as ${exportName(name)} from "./${name}";`]),
	]);
	return {
		name: "joined",
		setup(bundler) {
			bundler.onResolve({ filter: /^joined$/ }, () => ({ path: "joined", namespace: "joined" }));
			bundler.onLoad({ filter: /^/, namespace: "joined" }, () => ({ contents: exported.join("\n") }));
			bundler.onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path: wanted, kind }) => {
				const name = wanted.slice(2);
				const file = fileOf.get(name);
				if (members.includes(name) || file === undefined) {
					return { path: name, namespace: "own" };
				}
				return kind === "dynamic-import" && file.isModule
					? { path: `./${file.name}`, external: true }
					: { path: name, namespace: "elsewhere" };
			});
			bundler.onLoad({ filter: /^/, namespace: "own" }, ({ path: name }) => ({ contents: chunks.get(name)?.text }));
			bundler.onLoad({ filter: /^/, namespace: "elsewhere" }, ({ path: name }) => {
				const file = fileOf.get(name);
				const part = isRoot(name) && name === file?.home ? "" : `.${exportName(name)}`;
				return { contents: `module.exports = require("./${file?.name}")${part};` };
			});
			bundler.onResolve({ filter: /^\.\/[\w-]+\.[cm]js$/ }, ({ path, kind }) =>
				path.endsWith(".mjs") && kind === "require-call" ? { path, namespace: "module" } : { path, external: true },
			);
			bundler.onLoad({ filter: /^/, namespace: "module" }, ({ path }) => ({ contents: `export * from "${path}";` }));
		},
	};
}
