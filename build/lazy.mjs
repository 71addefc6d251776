// Packages whose start-up work most visitors do not need: each is run when its function is first called.
const lazy = ["cli-truncate", "wrap-ansi"];

/** An esbuild plugin that puts a function in the place of such a package where the program's own source imports it. */
export function lazyPackages() {
	return {
		name: "lazy",
		setup(bundler) {
			bundler.onResolve({ filter: new RegExp(`^(?:${lazy.join("|")})$`) }, ({ path: name, importer, resolveDir }) =>
				/[\\/]source[\\/]text[\\/]/.test(importer)
					? { path: name, namespace: "lazy", pluginData: resolveDir }
					: undefined,
			);
			bundler.onLoad({ filter: /^/, namespace: "lazy" }, ({ path: name, pluginData: resolveDir }) => ({
				// A require of an ES module runs it where it stands, which an import cannot without a promise.
				contents: `let real; export default (...args) => (real ??= require("${name}").default)(...args);`,
				resolveDir,
			}));
		},
	};
}
