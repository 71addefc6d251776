// @ts-check
// Which file each part of the program goes into: the one that is always loaded before, or with, all that need the part.
import path from "node:path";

/**
 * A chunk is what esbuild's `splitting` makes: the modules that the same dynamic imports need.
 *
 * @typedef {{ text: string, name: string, isRoot: boolean, exports: string[], isPlain: boolean, statics: string[], dynamics: string[] }} Chunk
 *   name: what a file is called that begins with it; isRoot: whether it is imported dynamically; isPlain: whether it
 *   imports nothing of Node.js; statics and dynamics: the keys of the chunks that it imports
 */

/**
 * @param {import("esbuild").OutputFile[]} outputFiles
 * @param {import("esbuild").Metafile} metafile of the same build
 * @returns {Map<string, Chunk>} by what esbuild calls them
 */
export function readChunks(outputFiles, { outputs }) {
	const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
	return new Map(
		Object.entries(outputs).map(([file, { entryPoint, exports, imports, inputs }]) => {
			const imported = (/** @type {string} */ wanted) =>
				imports.filter(({ kind, external }) => kind === wanted && !external).map((each) => path.basename(each.path));
			const [largest] = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
			/** @type {Chunk} */
			const chunk = {
				text: texts.get(path.basename(file)) ?? "",
				name: entryPoint === undefined ? `shared-${nameOf(largest?.[0] ?? "")}` : nameOf(entryPoint),
				isRoot: entryPoint !== undefined,
				isPlain: imports.every(({ external }) => !external),
				exports,
				statics: imported("import-statement"),
				dynamics: imported("dynamic-import"),
			};
			return [path.basename(file), chunk];
		}),
	);
}

/** "source/print/json.ts" → "print-json", "node_modules/meow/build/index.js" → "meow". */
const nameOf = (/** @type {string} */ module) =>
	/.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1]?.replace(/^@/, "").replaceAll("/", "-") ??
	module.replace(/^(?:source\/)?|(?:\/index)?\.\w+$/g, "").replaceAll("/", "-");

/** Characters of a chunk that some starts can load and not need: reading a further file takes longer. Node's own modules take longest. */
const small = 8000;

/** What most starts do. A part that neither needs is not read by all of them, however small. */
const everyday = ["cli-browse", "cli-print"];

/**
 * @param {Map<string, Chunk>} chunks
 * @param {string} start the chunk that the program starts with
 * @returns {Map<string, string[]>} the chunks of each file, by the one that it is named after
 */
export function filesOf(chunks, start) {
	const roots = [...chunks].filter(([, { isRoot }]) => isRoot).map(([name]) => name);
	const loadedWith = new Map(roots.map((root) => [root, closure([root], (name) => chunks.get(name)?.statics ?? [])]));
	const importedBy = (/** @type {string} */ root) =>
		[...(loadedWith.get(root) ?? [])].flatMap((name) => chunks.get(name)?.dynamics ?? []);
	// What cannot be reached without a root is only ever loaded after it.
	const reachedWithout = new Map(
		roots.map((root) => [
			root,
			closure(start === root ? [] : [start], (name) => importedBy(name).filter((each) => each !== root)),
		]),
	);
	/** @type {Map<string, string>} */
	const homes = new Map();
	const homeOf = (/** @type {string} */ name) => {
		const { statics, text, isPlain } = /** @type {Chunk} */ (chunks.get(name));
		if (!homes.has(name)) {
			const users = roots.filter((root) => loadedWith.get(root)?.has(name));
			const before = roots.filter((root) => users.every((user) => !reachedWithout.get(root)?.has(user)));
			const nearest = before.find((root) =>
				before.every((other) => root === other || !reachedWithout.get(other)?.has(root)),
			);
			// A file that another one asked for before it had run to its end would not be whole.
			const isSmall =
				isPlain &&
				text.length < small &&
				(nearest !== start || users.some((user) => everyday.includes(chunks.get(user)?.name ?? ""))) &&
				statics.every((each) => homeOf(each) === nearest);
			homes.set(name, nearest !== undefined && (isSmall || users.includes(nearest)) ? nearest : name);
		}
		return /** @type {string} */ (homes.get(name));
	};
	/** @type {Map<string, string[]>} */
	const files = new Map();
	for (const name of chunks.keys()) {
		files.set(homeOf(name), [...(files.get(homeOf(name)) ?? []), name]);
	}
	return files;
}

/**
 * @param {string[]} from
 * @param {(name: string) => string[]} next
 * @returns {Set<string>} those and all that follows from them
 */
export function closure(from, next) {
	const found = new Set(from);
	for (const name of found) {
		for (const each of next(name)) {
			found.add(each);
		}
	}
	return found;
}
