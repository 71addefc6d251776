// Yoga as it comes fetches its WebAssembly from a data: URL, asynchronously, which loads Node's whole HTTP client. Its
// Emscripten loader takes the instance from a hook instead; the bytes lie beside the program.
import { readFileSync } from "node:fs";
import loadYoga from "yoga-layout/dist/binaries/yoga-wasm-base64-esm.js";
import wrapAssembly from "yoga-layout/dist/src/wrapAssembly.js";

const library = {
	instantiateWasm(imports, receive) {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${__dirname}/yoga.wasm`)), imports);
		receive(instance);
		return instance.exports;
	},
};
// All of the loader's work is done when it returns, since the instance was there at once; its promise is not needed.
loadYoga(library);

export default wrapAssembly(library);
export * from "yoga-layout/dist/src/generated/YGEnums.js";
