// What the build puts in a dependency's place. The reason for each stands in build/instead/.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { edit, edits } from "./edits.mjs";
import { yamlParser } from "./yaml-parser.mjs";

const instead = path.join(import.meta.dirname, "instead");

/**
 * What a module is imported by → its file in build/instead/. That file itself may import it: it then gets the real one.
 *
 * @type {Record<string, { file: string, only?: RegExp }>} only: for these importers
 */
const replaced = {
	"./dependencies.js": { file: "meow-dependencies.mjs", only: /[\\/]meow[\\/]build[\\/]/ },
	"./output.js": { file: "output.mjs", only: /[\\/]ink[\\/]build[\\/]renderer\.js$/ },
	"./ErrorOverview.js": { file: "error-overview.mjs", only: /[\\/]ink[\\/]build[\\/]components[\\/]/ },
	"./line-update.js": { file: "line-update.mjs", only: /[\\/]ink[\\/]build[\\/]log-update\.js$/ },
	"./render-background.js": { file: "plain-boxes.mjs", only: /[\\/]ink[\\/]build[\\/]/ },
	"./render-border.js": { file: "plain-boxes.mjs", only: /[\\/]ink[\\/]build[\\/]/ },
	"./sanitize-ansi.js": { file: "sanitize-ansi.mjs", only: /[\\/]ink[\\/]build[\\/]/ },
	"./protocol/SFTP.js": { file: "sftp.cjs", only: /[\\/]ssh2[\\/]lib[\\/]/ },
	"bcrypt-pbkdf": { file: "bcrypt-pbkdf.cjs" },
	"cli-cursor": { file: "cli-cursor.mjs" },
	"default-browser": { file: "default-browser.mjs" },
	"patch-console": { file: "patch-console.mjs" },
	"react-devtools-core": { file: "empty.mjs" },
	"safer-buffer": { file: "safer-buffer.cjs" },
	"signal-exit": { file: "signal-exit.mjs" },
	"string-width": { file: "string-width.mjs" },
	"terminal-size": { file: "terminal-size.mjs" },
	"yoga-layout": { file: "yoga-layout.mjs" },
	figures: { file: "figures.mjs", only: /[\\/]ink-select-input[\\/]/ },
	ssh2: { file: "ssh2.cjs" },
};

/** An esbuild plugin that puts the files of build/instead/ in the place of packages. */
export function aliases() {
	return {
		name: "aliases",
		setup(build) {
			const names = new RegExp(`^(?:${Object.keys(replaced).join("|").replaceAll(".", "\\.")})$`);
			build.onResolve({ filter: names }, ({ path: name, importer }) => {
				const { file, only } = replaced[name];
				const isReplaced = path.dirname(importer) !== instead && (only?.test(importer) ?? true);
				return isReplaced ? { path: path.join(instead, file) } : undefined;
			});
			// The parser alone: the package's first module names all that it has, which the bundler cannot leave out.
			build.onResolve({ filter: /^jsonc-parser$/ }, () => ({
				path: path.resolve(instead, "../../node_modules/jsonc-parser/lib/esm/impl/parser.js"),
			}));
			// One version for all. From 6 to 7 there are colours of underlines more, and nothing else: nobody here writes them.
			build.onResolve({ filter: /^ansi-styles$/ }, () => ({
				path: path.resolve(instead, "../../node_modules/ansi-styles/index.js"),
			}));
			// Files inside a package that its "exports" do not name.
			build.onResolve({ filter: /^(?:ink\/build|ssh2\/lib|yoga-layout\/dist)\// }, ({ path: name }) => ({
				path: path.resolve(instead, "../../node_modules", name),
			}));
			build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path: file }) => ({
				contents: yamlParser(await readFile(file, "utf8")),
			}));
			for (const { file: filter } of edits) {
				build.onLoad({ filter }, async ({ path: file }) => ({ contents: edit(file, await readFile(file, "utf8")) }));
			}
		},
	};
}
