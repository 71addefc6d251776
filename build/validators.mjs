// @ts-check
// ajv writes a function for each JSON Schema; it does so when the program is built, which then needs none of ajv.
import standalone from "ajv/dist/standalone/index.js";
import { evaluate } from "./evaluate.mjs";

/**
 * An esbuild plugin that puts the functions in the place of the module that compiles them.
 *
 * @returns {import("esbuild").Plugin}
 */
export function validators() {
	return {
		name: "validators",
		setup(bundler) {
			bundler.onLoad({ filter: /[\\/]source[\\/]resume[\\/]validate[\\/]validators\.ts$/ }, async ({ path: file }) => {
				const { ajv, ids } = await evaluate(file);
				return { contents: standalone.default(ajv, ids), loader: "js" };
			});
		},
	};
}
