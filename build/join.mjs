// Node reads, wraps and compiles each file of a program by itself, for some 0.3 ms; a start must not need twenty.
import { build } from "esbuild";
import { minify } from "./minify.mjs";

/**
 * Turns the files that esbuild has split the program into, ES modules, into CommonJS files. What a step of a start needs
 * is joined in its file, but for what a step before it has; what a side alone needs, or sides that share a file, is joined
 * in theirs. What a side and a later step need, or two sides, is a file of its own. Every module still exists once.
 *
 * @param {Map<string, string>} texts the split files' texts by name, "chunk-ABC.js"
 * @param {Map<string, string[]>} needs the files that each imports statically, by name
 * @param {Roots} roots names of files
 * @param {import("esbuild").BuildOptions} options for each file that is made
 * @returns {Promise<Record<Place, Map<string, string>>>} the files' texts by name, "cli.cjs", where they are to lie
 *
 * @typedef {{ steps: string[], sides: string[][], viewer: { step: string, sides: string[][] } }} Roots
 *   steps: each is loaded after those before it; sides: those that share a file, loaded after the second step, if at all;
 *   viewer: a step and sides after these
 * @typedef {"plain" | "archived"} Place archived: what only the viewer's step and sides need, and what nothing of these
 */
export async function join(texts, needs, roots, options) {
	const homes = homesOf(needs, roots);
	const plainNeeds = needsOf([...roots.steps, ...roots.sides.flat()], needs);
	const placeOf = (name) => (plainNeeds.has(name) ? "plain" : "archived");
	const files = { plain: new Map(), archived: new Map() };
	const made = [...new Set([...texts.keys()].map((name) => homes.get(name) ?? name))].map(async (name) => {
		const members = [...homes].filter(([, home]) => home === name).map(([member]) => member);
		files[placeOf(name)].set(toCommonJsName(name), await makeFile(name, members, texts, homes, placeOf, options));
	});
	await Promise.all(made);
	return files;
}

/** Name of a split file → name of the one in whose file it is; what no root needs has none. */
function homesOf(needs, { steps, sides, viewer }) {
	const homes = new Map();
	const settle = (names, home) => {
		for (const name of names) {
			if (!homes.has(name)) {
				homes.set(name, home ?? name);
			}
		}
	};
	const settleSides = (those, later) => {
		const laterNeeds = needsOf(later, needs);
		const sideNeeds = those.map((side) => needsOf(side, needs));
		for (const [index, side] of those.entries()) {
			const isShared = (name) => laterNeeds.has(name) || sideNeeds.some((other, at) => at !== index && other.has(name));
			const own = [...sideNeeds[index]];
			settle([...side, ...own.filter((name) => !isShared(name))], side[0]);
			settle(own.filter(isShared));
		}
	};
	const settleSteps = (those) => {
		for (const step of those) {
			settle(closure(step, needs), step);
		}
	};
	const [first, second, ...later] = steps;
	settleSteps([first, second]);
	settleSides(sides, later);
	settleSteps(later);
	settleSides(viewer.sides, [viewer.step]);
	settleSteps([viewer.step]);
	return homes;
}

const needsOf = (roots, needs) => new Set(roots.flatMap((root) => [...closure(root, needs)]));

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

/** How a file is required from any other. */
export const requireText = (file, place) =>
	place === "plain" ? `require("./${file}")` : `require("./archive.cjs")("${file}")`;

async function makeFile(name, members, texts, homes, placeOf, options) {
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
				return { path: file, namespace: "elsewhere" };
			});
			bundler.onLoad({ filter: /^/, namespace: "split" }, ({ path: file }) => ({
				contents: withoutBareImports(texts.get(file), (needed) => needed === name || members.includes(needed)),
			}));
			bundler.onLoad({ filter: /^/, namespace: "elsewhere" }, ({ path: file }) => {
				const home = homes.get(file) ?? file;
				const required = requireText(toCommonJsName(home), placeOf(home));
				return { contents: `module.exports = ${required}${homes.has(file) ? `.${exportName(file)}` : ""};` };
			});
		},
	};
	const { outputFiles } = await build({
		...options,
		entryPoints: [members.length > 0 ? "joined" : `./${name}`],
		bundle: true,
		format: "cjs",
		write: false,
		// What there is to warn of has been said when the files were split.
		logLevel: "silent",
		plugins: [plugin],
	});
	return options.minify ? minify(outputFiles[0].text) : outputFiles[0].text;
}
