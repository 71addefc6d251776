import official from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import own from "../../../schema.json" with { type: "json" };

/**
 * What checks a document against each JSON Schema. The build runs this module and puts what ajv's standalone mode writes
 * for `ids` in its place (https://ajv.js.org/standalone.html), so that the program needs none of ajv.
 */
export const ajv = new Ajv({
	allErrors: true,
	strict: false,
	// A definition is one function, however often it's used.
	inlineRefs: false,
	code: { source: true, esm: true },
});
addFormats.default(ajv);
ajv.addSchema(official, "official").addSchema(own, "own");

/** Export names by the names that the schemas were added with. */
export const ids = { isOfficial: "official", isOwn: "own" };

export const isOfficial: ValidateFunction = ajv.getSchema(ids.isOfficial)!;
export const isOwn: ValidateFunction = ajv.getSchema(ids.isOwn)!;
