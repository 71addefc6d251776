// js-yaml is published as one file. Its schemas are made when it is loaded, so that the bundler cannot leave them out,
// nor what they need: 15 kB of the package, where the parser, all that the program calls, is 6 kB. The file marks where
// each of its source files stands in it; the parser's are taken.
const parser = ["common/exception.ts", "parser/events.ts", "parser/parser_scalar.ts", "parser/parser.ts"];

const exported = ["EVENT_ID", "SCALAR_STYLE", "YAMLException", "getScalarValue", "parseEvents"];

/** What the parser calls outside those files: an excerpt of the text, which the program does not show. */
const outside = "const makeSnippet = () => null;";

/**
 * @param {string} text js-yaml's own
 * @returns {string} the text of a module that has the parser alone
 * @throws where a source file is not found in it
 */
export function yamlParser(text) {
	const parts = parser.map((name) => {
		const [, part, more] = text.split(new RegExp(`^//#region src/${name}$`, "m"));
		if (part === undefined || more !== undefined) {
			throw new Error(`js-yaml no longer marks its ${name}: look at build/yaml-parser.mjs again`);
		}
		return part.split("//#endregion")[0];
	});
	return [outside, ...parts, `export { ${exported.join(", ")} };`].join("\n");
}
