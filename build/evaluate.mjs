// @ts-check
// What does not depend on a visitor is worked out once, when the program is built.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tsImport } from "tsx/esm/api";

/** The project's own folder. */
export const root = path.resolve(import.meta.dirname, "..");

/**
 * Runs a module of the source now.
 *
 * @param {string} source its path
 * @returns {Promise<any>} what it exports
 */
export const evaluate = (source) => tsImport(pathToFileURL(path.resolve(root, source)).href, import.meta.url);
