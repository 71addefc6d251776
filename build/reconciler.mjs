// React's reconciler is written for every kind of host: browsers, phones, terminals. Its host here is Ink, alone. What
// follows from that is filled in, and the minifiers then take out what no fiber of this program comes to: hydration,
// persistence, resources, singletons, selectors for tests, developer tools. The text stays React's own production text.
import path from "node:path";
import { build } from "esbuild";
import { withoutUnnamedExports, wordsOf } from "./exports.mjs";

/**
 * @param {string} text react-reconciler's production file
 * @param {string} modules the folder of packages
 * @returns {Promise<string>} the same for Ink as its only host
 */
export async function fitToInk(text, modules) {
	const ink = path.join(modules, "ink", "build");
	return withoutDevTools(withoutUnnamedExports(withConfig(text, await hostConfig(ink)), await namedByInk(ink)));
}

/** Ink's host config: its names, and its truth values; what Ink imports is not there, so other values are not to be read. */
async function hostConfig(ink) {
	const { outputFiles } = await build({
		entryPoints: [path.join(ink, "reconciler.js")],
		bundle: true,
		format: "esm",
		write: false,
		logLevel: "error",
		plugins: [
			{
				name: "host-config",
				setup(bundler) {
					bundler.onResolve({ filter: /./ }, ({ path: name, kind }) =>
						kind === "entry-point" ? undefined : { path: name, namespace: "none" },
					);
					bundler.onLoad({ filter: /./, namespace: "none" }, ({ path: name }) => ({
						contents:
							name === "react-reconciler"
								? "module.exports = (config) => config;"
								: "module.exports = { createContext() {}, env: {} };",
					}));
				},
			},
		],
	});
	const { default: config } = await import(
		`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
	);
	if (config.supportsMutation !== true) {
		throw new Error("Ink's host config is no longer found: look at build/reconciler.mjs again");
	}
	return config;
}

/** Truths for the config's truth values, and nothing for what it does not have. */
function withConfig(text, config) {
	const names = new Set([...text.matchAll(/\$\$\$config\.(\w+)/g)].map(([, name]) => name));
	for (const name of names) {
		const value = config[name];
		if (!(name in config) || typeof value === "boolean") {
			const declaration = new RegExp(String.raw`(?<![\w$])${name}\s*=\s*\$\$\$config\.${name}(?!\w)`);
			const use = new RegExp(String.raw`(?<![\w$.])${name}(?![\w$])`, "g");
			const rest = text.replace(declaration, `$$$$unused_${name} = undefined`);
			if (new RegExp(String.raw`(?:var|let|const|function)\s+${name}(?![\w$])|(?<![\w$.])${name}\s*=[^=]`).test(rest)) {
				throw new Error(
					`react-reconciler has another ${name} than that of its config: look at build/reconciler.mjs again`,
				);
			}
			text = rest.replace(use, `(${value})`);
		}
	}
	return text;
}

/** What Ink calls of the reconciler; developer tools only where DEV is set, which build/edits.mjs denies. */
async function namedByInk(ink) {
	const words = await wordsOf([ink]);
	if (!words.delete("injectIntoDevTools") || !words.has("createContainer")) {
		throw new Error("Ink calls its reconciler by other names: look at build/reconciler.mjs again");
	}
	return words;
}

/** They come in by injectIntoDevTools alone. */
function withoutDevTools(text) {
	const hook = "injectedHook = null,";
	if (text.split(hook).length !== 2) {
		throw new Error(
			"react-reconciler keeps its hook for developer tools elsewhere: look at build/reconciler.mjs again",
		);
	}
	return text.replace(hook, "").replaceAll(/\binjectedHook\b/g, "null");
}
