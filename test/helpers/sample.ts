import { readFileSync } from "node:fs";
import path from "node:path";
import { type LoadOptions, loadFile } from "../../source/resume/load.ts";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * The résumé that replaces the package's own in the tests, and in the program that they run: what the owner
 * changes in his own, and whose it is, fails none of them.
 */
export const sampleFile = path.join(root, "test/fixtures/resume.json");

/** What is loaded of it. */
export const loadSample = (options?: LoadOptions) => loadFile(sampleFile, options);

/** The résumé as its owner first wrote it. */
export const seed = readFileSync(path.join(root, "test/fixtures/seed.txt"), "utf8");
