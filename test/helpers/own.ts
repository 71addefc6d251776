import { ownResume } from "../../build/own-resume.mjs";
import type { Json } from "../../source/resume/document.ts";
import { readSource } from "../../source/resume/parse/index.ts";
import { seed } from "./sample.ts";

/** The résumé of the package, as its owner edits it: a file in JSON or YAML. */
export const ownFile: string = ownResume();

/** What it holds. */
export const own = (await readSource(ownFile)).value as Json;

/** Skips, with the reason, what holds the résumé of the package to the seed, if it's another person's. */
export const ownersOnly = { skip: whyNotOwners() };

function whyNotOwners(): string | false {
	const name = (own.basics as Json | undefined)?.name;
	const isOwners = typeof name === "string" && seed.trimStart().startsWith(`${name.trim().toUpperCase()}\n`);
	return isOwners ? false : "the résumé in data/ is not that of test/fixtures/seed.txt, but another person's";
}
