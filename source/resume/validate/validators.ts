import schema from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { extensions } from "./extensions.ts";

/**
 * What checks a document against each JSON Schema. The build runs this module and puts what ajv's standalone mode writes
 * for `ids` in its place (https://ajv.js.org/standalone.html), so that the program needs none of ajv.
 */
export const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, code: { source: true, esm: true } });
addFormats.default(ajv);
ajv.addSchema(schema, "official").addSchema(extensions, "extended");

/** Export names by the names that the schemas were added with. */
export const ids = { isOfficial: "official", isExtended: "extended" };

export const isOfficial: ValidateFunction = ajv.getSchema(ids.isOfficial)!;
export const isExtended: ValidateFunction = ajv.getSchema(ids.isExtended)!;
