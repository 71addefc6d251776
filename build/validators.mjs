// What `validate` needs of ajv and its schemas: see build/instead/ajv.mjs.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fullFormats } from "ajv-formats/dist/formats.js";

const formatsUsed = ["email", "uri"];

/** What a schema says to its reader alone, or says of what is allowed in any case. */
const isIdle = (keyword, rule) =>
	["$id", "$schema", "description", "title"].includes(keyword) || (keyword === "additionalProperties" && rule === true);

/** An esbuild plugin. */
export function validators() {
	return {
		name: "validators",
		setup(build) {
			build.onResolve({ filter: /^ajv$/ }, () => ({ path: path.join(import.meta.dirname, "instead", "ajv.mjs") }));
			build.onLoad({ filter: /[\\/]ajv-formats[\\/]dist[\\/]index\.js$/ }, async ({ path: file }) => ({
				contents: formats(await readFile(path.join(path.dirname(file), "formats.js"), "utf8")),
			}));
			build.onLoad({ filter: /[\\/]@jsonresume[\\/]schema[\\/]schema\.json$/ }, async ({ path: file }) => ({
				contents: JSON.stringify(withoutIdle(JSON.parse(await readFile(file, "utf8")))),
				loader: "json",
			}));
		},
	};
}

/** The formats that the schema has, of the forty that ajv-formats knows; of the constants the bundler keeps those used. */
function formats(text) {
	const constants = [...text.matchAll(/^const \w+ = \/.*\/\w*;$/gm)].map(([line]) => line);
	const made = formatsUsed.map((name) => {
		const format = fullFormats[name];
		return `${name}: ${format instanceof RegExp ? `(text) => ${format}.test(text)` : format}`;
	});
	return `${constants.join("\n")}\nexport const formats = { ${made.join(", ")} };\nexport default { default() {} };`;
}

/** A schema without the keywords that find nothing. */
function withoutIdle(schema) {
	const entries = Object.entries(schema).filter(([keyword, rule]) => !isIdle(keyword, rule));
	return Object.fromEntries(
		entries.map(([keyword, rule]) => {
			if (keyword === "properties" || keyword === "definitions") {
				return [keyword, Object.fromEntries(Object.entries(rule).map(([name, inner]) => [name, withoutIdle(inner)]))];
			}
			return [keyword, keyword === "items" ? withoutIdle(rule) : rule];
		}),
	);
}
