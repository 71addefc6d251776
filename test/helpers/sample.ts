import { readFileSync } from "node:fs";
import path from "node:path";
import { type LoadOptions, loadFile } from "../../source/resume/load.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The résumé of the package, as its owner edits it. */
export const ownFile = path.join(root, "data/resume.json");

/**
 * The résumé that stands in the tests, and in the program that they run, for that of the package: what the owner
 * changes in his own, and whose it is, fails none of them.
 */
export const sampleFile = path.join(root, "test/fixtures/resume.json");

/** What is loaded of it. */
export const loadSample = (options?: LoadOptions) => loadFile(sampleFile, options);

/** The résumé as its owner first wrote it. */
export const seed = readFileSync(path.join(root, "test/fixtures/seed.txt"), "utf8");

/** Skips, with the reason, what holds the résumé of the package to the seed, where it is another person's. */
export const ownersOnly = { skip: whyNotOwners() };

function whyNotOwners(): string | false {
	const name: unknown = JSON.parse(readFileSync(ownFile, "utf8").replace(/^\uFEFF/, ""))?.basics?.name;
	const isOwners = typeof name === "string" && seed.trimStart().startsWith(`${name.trim().toUpperCase()}\n`);
	return isOwners ? false : "data/resume.json is not that of test/fixtures/seed.txt, but another person's";
}
