// After esbuild's minifier another one: esbuild leaves functions and variables that nothing uses where they stand inside
// of another function, as all of a bundled CommonJS module does. SWC removes them, and is a tenth of terser's time.
import { minify as swc } from "@swc/core";

/**
 * @param {string} text a CommonJS file
 * @returns {Promise<string>} the same, smaller
 */
export async function minify(text) {
	const { code } = await swc(text, {
		module: false,
		ecma: 2022,
		// V8 reads what is inside an arrow function anew each time it comes by: see build/react.mjs.
		compress: { ecma: 2022, passes: 4, toplevel: true, arrows: false },
		mangle: { toplevel: true },
		format: { comments: false },
	});
	return code;
}
