// @ts-check
// ajv writes a function for each JSON Schema; it does so when the program is built, which then needs none of ajv.
import standalone from "ajv/dist/standalone/index.js";
import { evaluate } from "./evaluate.mjs";

/**
 * Puts the functions in the place of the module that compiles them.
 *
 * @returns {import("rolldown").Plugin}
 */
export function validators() {
	return {
		name: "validators",
		async load(file) {
			if (!/[\\/]source[\\/]resume[\\/]validate[\\/]validators\.ts$/.test(file)) {
				return null;
			}
			const { ajv, ids } = await evaluate(file);
			return { code: standalone.default(ajv, ids), moduleType: "js" };
		},
	};
}
