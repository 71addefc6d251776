// What the build puts in a dependency's place. The reason for each stands in build/instead/.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { edit, edits } from "./edits.mjs";

const instead = path.join(import.meta.dirname, "instead");

/**
 * Package name → file in build/instead/. The file itself may import the package: it then gets the real one.
 *
 * @type {Record<string, { file: string, only?: RegExp }>} only: for these importers
 */
const replaced = {
	"cli-cursor": { file: "cli-cursor.mjs" },
	"cpu-features": { file: "absent.cjs" },
	"code-excerpt": { file: "code-excerpt.mjs" },
	figures: { file: "figures.mjs", only: /[\\/]ink-select-input[\\/]/ },
	"patch-console": { file: "patch-console.mjs" },
	"react-devtools-core": { file: "empty.mjs" },
	"signal-exit": { file: "signal-exit.mjs" },
	"stack-utils": { file: "stack-utils.mjs" },
	"string-width": { file: "string-width.mjs" },
	"terminal-size": { file: "terminal-size.mjs" },
	"yoga-layout": { file: "yoga-layout.mjs" },
};

const yogaLoader = /yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/;
const wasmText = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/g;

/**
 * An esbuild plugin that puts the files of build/instead/ in the place of packages.
 *
 * @param {(name: string, bytes: Buffer) => void} emit takes a file that belongs beside the program
 */
export function aliases(emit) {
	return {
		name: "aliases",
		setup(build) {
			const names = new RegExp(`^(?:${Object.keys(replaced).join("|")})$`);
			build.onResolve({ filter: names }, ({ path: name, importer }) => {
				const { file, only } = replaced[name];
				const isReplaced = path.dirname(importer) !== instead && (only?.test(importer) ?? true);
				return isReplaced ? { path: path.join(instead, file) } : undefined;
			});
			build.onResolve({ filter: /^\.\/output\.js$/ }, ({ importer }) =>
				/[\\/]ink[\\/]build[\\/]renderer\.js$/.test(importer) ? { path: path.join(instead, "output.mjs") } : undefined,
			);
			// ssh2's own native part, as optional as cpu-features.
			build.onResolve({ filter: /\.node$/ }, () => ({ path: path.join(instead, "absent.cjs") }));
			// Files inside a package that its "exports" do not name.
			build.onResolve({ filter: /^(?:yoga-layout\/dist|ink\/build)\// }, ({ path: name }) => ({
				path: path.resolve(instead, "../../node_modules", name),
			}));
			// 96 kB of base64 would be parsed at each start; the same bytes in a file of their own are not.
			build.onLoad({ filter: yogaLoader }, async ({ path: file }) => {
				const text = await readFile(file, "utf8");
				const found = [...text.matchAll(wasmText)];
				if (found.length !== 1) {
					throw new Error(`${file}: expected its WebAssembly once, found it ${found.length} times`);
				}
				emit("yoga.wasm", Buffer.from(found[0][1], "base64"));
				return { contents: text.replace(found[0][0], '"data:application/octet-stream;base64,"') };
			});
			for (const { file: filter } of edits) {
				build.onLoad({ filter }, async ({ path: file }) => ({ contents: edit(file, await readFile(file, "utf8")) }));
			}
		},
	};
}
