// @ts-check
// What a file of the program exports, and what the others have in place of the chunks that are in it.

/**
 * What a file calls what its chunks export: as they do, but where two of them have one name. Each of its own dynamic
 * imports comes first, since what is imported dynamically is asked for by its own names.
 *
 * @param {import("./split.mjs").File} file
 * @param {Map<string, import("./chunks.mjs").Chunk>} chunks
 * @returns {Map<string, Map<string, string>>} by chunk, from its name for it to the file's
 */
export function namesOf({ home, members }, chunks) {
	const taken = new Set();
	const first = [home, ...members.filter((name) => name !== home && chunks.get(name)?.isRoot), ...members];
	return new Map(
		[...new Set(first)].map((chunk) => {
			const names = (chunks.get(chunk)?.exports ?? []).map((name) => {
				let free = name === "default" && chunk !== home ? "theDefault" : name;
				while (taken.has(free)) {
					free += "_";
				}
				taken.add(free);
				return /** @type {[string, string]} */ ([name, free]);
			});
			return [chunk, new Map(names)];
		}),
	);
}

/** What an export statement says of names, each with the name that it gets. */
const renamed = (/** @type {Iterable<[string, string]>} */ names) =>
	`{ ${[...names].map(([from, to]) => `${from} as ${to}`).join(", ")} }`;

/**
 * @param {import("./split.mjs").File} file
 * @param {Map<string, import("./chunks.mjs").Chunk>} chunks
 * @param {Map<string, import("./split.mjs").File>} fileOf
 * @returns {import("esbuild").Plugin} for a build whose entry point is "joined"
 */
export function joined(file, chunks, fileOf) {
	const exported = [...namesOf(file, chunks)].map(([chunk, names]) => `export ${renamed(names)} from "./${chunk}";`);
	return {
		name: "joined",
		setup(bundler) {
			bundler.onResolve({ filter: /^joined$/ }, () => ({ path: "joined", namespace: "joined" }));
			bundler.onLoad({ filter: /^/, namespace: "joined" }, () => ({ contents: exported.join("\n") }));
			bundler.onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path: wanted, kind }) => {
				const name = wanted.slice(2);
				const other = fileOf.get(name);
				if (other === undefined || other.home === file.home) {
					return { path: name, namespace: "own" };
				}
				return kind === "dynamic-import" && other.isModule
					? { path: `./${other.name}`, external: true }
					: { path: name, namespace: "elsewhere" };
			});
			bundler.onLoad({ filter: /^/, namespace: "own" }, ({ path: name }) => ({ contents: chunks.get(name)?.text }));
			bundler.onLoad({ filter: /^/, namespace: "elsewhere" }, ({ path: name }) => {
				const other = /** @type {import("./split.mjs").File} */ (fileOf.get(name));
				const names = [...(namesOf(other, chunks).get(name) ?? [])].map(
					([from, to]) => /** @type {[string, string]} */ ([to, from]),
				);
				const asked = [...names].map(([theirs, ours]) => `get ${ours}() { return file.${theirs}; }`).join(", ");
				// Node.js gives an ES module what a CommonJS file has exported at first: not what a part of it sets later.
				return file.isModule && !other.isModule
					? { contents: `const file = require("./${other.name}"); module.exports = { __esModule: true, ${asked} };` }
					: { contents: `export ${renamed(names)} from "./${other.name}";` };
			});
			bundler.onResolve({ filter: /^\.\/[\w-]+\.[cm]js$/ }, ({ path }) => ({ path, external: true }));
		},
	};
}
