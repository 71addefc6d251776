// @ts-check
// Whether what dist/ is made of has changed since.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./evaluate.mjs";

const sources = ["build", "cli.tsx", "data", "package-lock.json", "package.json", "schema.json", "source"];

/**
 * @param {string} made a file that every build writes
 * @returns {boolean} also true if there is none
 */
export function isChanged(made) {
	const since = timeOf(made);
	if (since === 0) {
		return true;
	}

	return sources
		.map((name) => path.join(root, name))
		.some((place) => timeOf(place) > since || inside(place).some((file) => timeOf(file) > since));
}

const timeOf = (/** @type {string} */ file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders are among them, since a file that has gone changes its folder. */
const inside = (/** @type {string} */ place) =>
	statSync(place).isDirectory()
		? readdirSync(place, { recursive: true, encoding: "utf8" }).map((name) => path.join(place, name))
		: [];
