// Node reads, wraps and compiles each file of a program by itself, for some 0.3 ms; a start must not need twenty.
import { build } from "esbuild";
import { minify } from "./minify.mjs";

/**
 * Turns the files that esbuild has split the program into, ES modules, into CommonJS files. What a step of a start needs
 * is joined in its file, but for what a step before it has; what a side alone needs is joined in the side's. What a side
 * and a later step need, or two sides, is a file of its own, and what nothing of these needs goes into the archive. Every
 * module still exists once.
 *
 * @param {Map<string, string>} texts the split files' texts by name, "chunk-ABC.js"
 * @param {Map<string, string[]>} needs the files that each imports statically, by name
 * @param {{ steps: string[], sides: string[] }} roots names of files; steps: each is loaded after those before it; sides:
 *   loaded after the second step, if at all
 * @param {import("esbuild").BuildOptions} options for each file that is made
 * @returns {Promise<{ plain: Map<string, string>, archived: Map<string, string> }>} the files' texts by name, "cli.cjs"
 */
export async function join(texts, needs, { steps, sides }, options) {
	const homes = homesOf(needs, steps, sides);
	const make = async (names) => {
		const made = names.map(async (name) => {
			const members = [...homes].filter(([, home]) => home === name).map(([member]) => member);
			return [toCommonJsName(name), await makeFile(name, members, texts, homes, options)];
		});
		return new Map(await Promise.all(made));
	};
	return {
		plain: await make([...new Set(homes.values())]),
		archived: await make([...texts.keys()].filter((name) => !homes.has(name))),
	};
}

/** Name of a split file → name of the one in whose file it is; the archived have none. */
function homesOf(needs, steps, sides) {
	const homes = new Map();
	const settle = (names, home) => {
		for (const name of names) {
			if (!homes.has(name)) {
				homes.set(name, home ?? name);
			}
		}
	};
	const [first, second, ...later] = steps;
	settle(closure(first, needs), first);
	settle(closure(second, needs), second);
	const laterNeeds = new Set(later.flatMap((step) => [...closure(step, needs)]));
	const sideNeeds = sides.map((side) => closure(side, needs));
	for (const [index, side] of sides.entries()) {
		const isShared = (name) => laterNeeds.has(name) || sideNeeds.some((other, at) => at !== index && other.has(name));
		const own = [...sideNeeds[index]];
		settle([side, ...own.filter((name) => !isShared(name))], side);
		settle(own.filter(isShared));
	}
	for (const step of later) {
		settle(closure(step, needs), step);
	}
	return homes;
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

/** The name that a joined file exports one of its members by. */
export const exportName = (name) => name.replace(/\W/g, "_");

/**
 * The bundler has each file import all that its modules need, also where another file has what is used of it; such an
 * import names nothing. Modules do nothing when they are loaded, so that only those in the same file are left.
 */
const withoutBareImports = (text, isHere) =>
	text.replace(/^import ?"\.\/([\w.-]+)";|(?<=[;}])import ?"\.\/([\w.-]+)";/gm, (whole, first, next) =>
		isHere(first ?? next) ? whole : "",
	);

async function makeFile(name, members, texts, homes, options) {
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
				return { path: file, namespace: homes.has(file) ? "elsewhere" : "archived" };
			});
			bundler.onLoad({ filter: /^/, namespace: "split" }, ({ path: file }) => ({
				contents: withoutBareImports(texts.get(file), (needed) => needed === name || members.includes(needed)),
			}));
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
