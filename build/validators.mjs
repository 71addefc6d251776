// The résumé's rules compiled when the program is built: what `validate` needs then is the compiled checks, and not the
// compiler of JSON Schema, which is 38 kB of the package.
import path from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build as bundle } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const rules = {
	schema: "@jsonresume/schema/schema.json",
	extensions: "./source/resume/validate/extensions.ts",
};

/** An esbuild plugin: an `ajv` that knows the two sets of rules of source/resume/validate/schema.ts and no others. */
export function validators() {
	return {
		name: "validators",
		setup(build) {
			build.onResolve({ filter: /^ajv$/ }, ({ path: name }) => ({ path: name, namespace: "validators" }));
			build.onResolve({ filter: /^ajv-formats$/ }, ({ path: name }) => ({ path: name, namespace: "validators" }));
			build.onLoad({ filter: /^ajv-formats$/, namespace: "validators" }, () => ({
				contents: "export default { default() {} };",
			}));
			build.onLoad({ filter: /^ajv$/, namespace: "validators" }, async () => ({
				contents: await compiled(),
				resolveDir: root,
			}));
		},
	};
}

async function compiled() {
	// The same rules and options as schema.ts, or its tests on the built program fail.
	const { schema, extensions } = await evaluate();
	const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, code: { source: true, esm: true } });
	addFormats.default(ajv);
	ajv.addSchema(schema, "schema");
	ajv.addSchema(extensions, "extensions");
	return `
		import schema from ${JSON.stringify(rules.schema)} with { type: "json" };
		import { extensions } from ${JSON.stringify(rules.extensions)};
		${standalone.default(ajv, { checkSchema: "schema", checkExtensions: "extensions" })}
		const checks = new Map([[schema, checkSchema], [extensions, checkExtensions]]);
		export class Ajv {
			compile(rules) {
				return checks.get(rules);
			}
		}`;
}

/** The rules themselves, which partly are TypeScript. */
async function evaluate() {
	const { outputFiles } = await bundle({
		stdin: {
			contents: `export { default as schema } from ${JSON.stringify(rules.schema)} with { type: "json" }; export { extensions } from ${JSON.stringify(rules.extensions)};`,
			resolveDir: root,
		},
		bundle: true,
		format: "esm",
		write: false,
	});
	return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
