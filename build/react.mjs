// React as ES modules. Its packages are CommonJS: each would be wrapped in an arrow function, and V8 keeps nothing of
// what it finds out about the functions inside an arrow function when it first reads one; it reads the 130 kB of the
// reconciler three times. At the top level of a module it reads them once. The text stays React's own production text,
// the reconciler's fitted to its host.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { withoutUnnamedExports, wordsOf } from "./exports.mjs";
import { fitToInk } from "./reconciler.mjs";

const require = createRequire(import.meta.url);

/** What a module is imported by → its production file. */
const files = {
	react: "react/cjs/react.production.js",
	"react/jsx-runtime": "react/cjs/react-jsx-runtime.production.js",
	"react-reconciler": "react-reconciler/cjs/react-reconciler.production.js",
	"react-reconciler/constants.js": "react-reconciler/cjs/react-reconciler-constants.production.js",
	scheduler: "scheduler/cjs/scheduler.production.js",
};

const modules = path.resolve(import.meta.dirname, "../node_modules");

/** An esbuild plugin. */
export function react() {
	return {
		name: "react",
		setup(build) {
			const names = new RegExp(`^(?:${Object.keys(files).join("|").replaceAll(".", "\\.")})$`);
			build.onResolve({ filter: names }, ({ path: name }) => ({
				path: path.join(modules, files[name]),
				namespace: "react",
			}));
			build.onLoad({ filter: /./, namespace: "react" }, async ({ path: file }) => {
				const text = await readFile(file, "utf8");
				return {
					contents: toModule(await fitted(file, text), require(file)),
					resolveDir: path.dirname(file),
				};
			});
		},
	};
}

/** Without what this program does not ask for. */
async function fitted(file, text) {
	switch (file) {
		case path.join(modules, files["react-reconciler"]):
			return fitToInk(text, modules);
		case path.join(modules, files.react): {
			// The reconciler imports it too, for what no pattern here fits: its internals.
			const importers = ["../source", "ink/build", "ink-select-input/build"];
			return withoutUnnamedExports(text, await wordsOf(importers.map((folder) => path.join(modules, folder))));
		}
		default:
			return text;
	}
}

/**
 * @param {string} text a CommonJS module
 * @param {unknown} exported what it exports
 */
function toModule(text, exported) {
	const imports = [...new Set([...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name))];
	const body = imports.reduce(
		(all, name, index) => all.replaceAll(`require("${name}")`, `imported${index}`),
		eager(text.replace(/^"use strict";$/m, "")),
	);
	const names =
		typeof exported === "function" ? [] : Object.keys(exported).filter((name) => body.includes(`.${name} = `));
	return [
		...imports.map((name, index) => `import imported${index} from "${name}";`),
		"const module = { exports: {} };",
		"const exports = module.exports;",
		body,
		"const exported = module.exports;",
		"export default exported;",
		...names.map((name) => `const exported_${name} = exported.${name};`),
		`export { ${names.map((name) => `exported_${name} as ${name}`).join(", ")} };`,
	].join("\n");
}

/** The reconciler is one function that is called at once: in parentheses, V8 compiles it when it first reads it. */
function eager(text) {
	const [head, tail] = ["module.exports = function ($$$config) {", "\n  return exports;\n};\n"];
	if (!text.includes(head)) {
		return text;
	}
	if (text.split(head).length !== 2 || text.split(tail).length !== 2) {
		throw new Error("react-reconciler is no longer one function: look at build/react.mjs again");
	}
	return text.replace(head, "module.exports = (function ($$$$$$config) {").replace(tail, "\n  return exports;\n});\n");
}
