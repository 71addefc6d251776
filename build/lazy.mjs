// Modules that most visitors do not need, though what imports them is needed at a start: each is a file of its own in the
// archive, read and run when one of its functions is first called. In place of an import stands a function, since an import() would
// want a promise.
import path from "node:path";
import { exportName, requireText } from "./join.mjs";

const root = path.resolve(import.meta.dirname, "..");

/**
 * @type {{ name: string, modules: Record<string, { as: string, names: string[] }>, importer: RegExp, folder: string }[]}
 *   name: of the file; modules: what is imported by which names, and as what it stands there; importer: who gets functions
 *   instead; folder: what the modules' paths are relative to
 */
const lazy = [
	{
		// A text of plain characters is measured, wrapped and cut without: see source/text/width.ts.
		name: "wide-text",
		modules: {
			"cli-truncate": { as: "truncate", names: ["default"] },
			"string-width": { as: "width", names: ["default"] },
			"wrap-ansi": { as: "wrap", names: ["default"] },
		},
		importer: /[\\/]source[\\/]text[\\/]width\.ts$/,
		folder: "source/text",
	},
	{
		name: "fuzzy",
		modules: { "@leeoniya/ufuzzy": { as: "fuzzy", names: ["default"] } },
		importer: /[\\/]source[\\/]resume[\\/]search\.ts$/,
		folder: "source/resume",
	},
];

/** esbuild's entry points for them, and the files that these become. */
export const lazyEntries = Object.fromEntries(lazy.map(({ name }) => [name, `lazy:${name}`]));
export const lazyFiles = lazy.map(({ name }) => `${name}.js`);

const alias = (as, name) => `${as}_${name}`;

/** An esbuild plugin. */
export function lazyModules() {
	return {
		name: "lazy",
		setup(bundler) {
			bundler.onResolve({ filter: /^lazy:/ }, ({ path: entry }) => ({ path: entry, namespace: "lazy-file" }));
			bundler.onLoad({ filter: /^/, namespace: "lazy-file" }, ({ path: entry }) => {
				const { modules, folder } = lazy.find(({ name }) => entry === `lazy:${name}`);
				const lines = Object.entries(modules).map(([module, { as, names }]) => {
					const exported = names.map((name) => `${name} as ${alias(as, name)}`);
					return `export { ${exported.join(", ")} } from ${JSON.stringify(module)};`;
				});
				return { contents: lines.join("\n"), resolveDir: path.join(root, folder) };
			});
			for (const { name: file, modules, importer } of lazy) {
				for (const [module, { as, names }] of Object.entries(modules)) {
					const filter = new RegExp(`^${module.replaceAll(".", "\\.")}$`);
					bundler.onResolve({ filter }, (wanted) =>
						importer.test(wanted.importer)
							? { path: module, namespace: "lazy", pluginData: { file, as, names } }
							: undefined,
					);
				}
			}
			bundler.onResolve({ filter: /^\.\/[\w-]+\.cjs$/, namespace: "lazy" }, ({ path: file }) => ({
				path: file,
				external: true,
			}));
			bundler.onLoad({ filter: /^/, namespace: "lazy" }, ({ pluginData: { file, as, names } }) => {
				// A function and no arrow: some are called with `new`.
				const functions = names.map(
					(name) =>
						`export ${name === "default" ? "default " : ""}function ${name === "default" ? "" : name}(...args) { return load().${alias(as, name)}(...args); }`,
				);
				return {
					contents: `const load = () => ${requireText(`${file}.cjs`, "archived")}.${exportName(`${file}.js`)};\n${functions.join("\n")}`,
				};
			});
		},
	};
}
