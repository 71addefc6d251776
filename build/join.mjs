// Node reads, wraps and compiles each file of a program by itself, for some 0.3 ms; a start must not need twenty.
import { build } from "esbuild";
import { minify } from "./minify.mjs";

/**
 * Turns the files that esbuild has split the program into, ES modules, into CommonJS files: those that a root needs at
 * once are joined in its file, but for those that a root before it has. Every module still exists once.
 *
 * @param {Map<string, string>} texts the split files' texts by name, "chunk-ABC.js"
 * @param {Map<string, string[]>} needs the files that each imports statically, by name
 * @param {string[]} roots names of files
 * @param {string[]} plain names of further files; what neither these nor the roots need goes into the archive
 * @param {import("esbuild").BuildOptions} options for each file that is made
 * @returns {Promise<{ plain: Map<string, string>, archived: Map<string, string> }>} the files' texts by name, "cli.cjs"
 */
export async function join(texts, needs, roots, plain, options) {
	/** Name of a split file → name of the root whose file it is in. */
	const homes = new Map();
	for (const root of roots) {
		for (const name of closure(root, needs)) {
			if (!homes.has(name)) {
				homes.set(name, root);
			}
		}
	}
	const alone = [...texts.keys()].filter((name) => !homes.has(name));
	const beside = new Set([...roots, ...plain].flatMap((name) => [...closure(name, needs)]));
	const make = async (names) => {
		const made = names.map(async (name) => {
			const members = [...homes].filter(([, root]) => root === name).map(([member]) => member);
			return [toCommonJsName(name), await makeFile(name, members, texts, homes, beside, options)];
		});
		return new Map(await Promise.all(made));
	};
	return {
		plain: await make([...roots, ...alone.filter((name) => beside.has(name))]),
		archived: await make(alone.filter((name) => !beside.has(name))),
	};
}

/** The file and all that it imports statically, directly or not. */
function closure(root, needs, found = new Set()) {
	if (!found.has(root)) {
		found.add(root);
		for (const name of needs.get(root)) {
			closure(name, needs, found);
		}
	}
	return found;
}

const toCommonJsName = (name) => name.replace(/\.js$/, ".cjs");

/** A name that a joined file gives one of its members by. */
const exportName = (name) => name.replace(/\W/g, "_");

async function makeFile(name, members, texts, homes, beside, options) {
	const joined = members.map((member) => `export * as ${exportName(member)} from "./${member}";`).join("\n");
	const plugin = {
		name: "join",
		setup(bundler) {
			bundler.onResolve({ filter: /^joined$/ }, () => ({ path: "joined", namespace: "joined" }));
			bundler.onLoad({ filter: /^/, namespace: "joined" }, () => ({ contents: joined }));
			bundler.onResolve({ filter: /^\.\/[\w.-]+\.cjs$/ }, ({ path: wanted }) => ({ path: wanted, external: true }));
			bundler.onResolve({ filter: /^\.\/[\w.-]+\.js$/ }, ({ path: wanted }) => {
				const file = wanted.slice(2);
				if (file === name || members.includes(file)) {
					return { path: file, namespace: "split" };
				}
				if (homes.has(file)) {
					return { path: file, namespace: "elsewhere" };
				}
				return beside.has(file)
					? { path: `./${toCommonJsName(file)}`, external: true }
					: { path: file, namespace: "archived" };
			});
			bundler.onLoad({ filter: /^/, namespace: "split" }, ({ path: file }) => ({ contents: texts.get(file) }));
			bundler.onLoad({ filter: /^/, namespace: "archived" }, ({ path: file }) => ({
				contents: `module.exports = require("./archive.cjs")("${toCommonJsName(file)}");`,
			}));
			bundler.onLoad({ filter: /^/, namespace: "elsewhere" }, ({ path: file }) => ({
				contents: `module.exports = require("./${toCommonJsName(homes.get(file))}").${exportName(file)};`,
			}));
		},
	};
	const { outputFiles } = await build({
		...options,
		entryPoints: [members.length > 0 ? "joined" : `./${name}`],
		bundle: true,
		format: "cjs",
		write: false,
		// What there is to warn of has been said when the files were split.
		logLevel: "error",
		plugins: [plugin],
	});
	return options.minify ? minify(outputFiles[0].text) : outputFiles[0].text;
}
