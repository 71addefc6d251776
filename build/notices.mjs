// @ts-check
// The notices that the licences of the bundled packages ask for.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @param {import("./packages.mjs").Package[]} packages
 * @param {string} root
 * @returns {Promise<string>} each package with its copyright, under the text of its licence, which is there once
 */
export async function notices(packages, root) {
	/** @type {Map<string, Set<string>>} */
	const byTerms = new Map();
	for (const each of packages) {
		const { heading, terms } = await readTerms(each, root);
		byTerms.set(terms, (byTerms.get(terms) ?? new Set()).add(heading));
	}
	const rule = "-".repeat(80);
	return [...byTerms].map(([terms, headings]) => `${[...headings].join("\n")}\n\n${terms}\n`).join(`\n${rule}\n\n`);
}

/**
 * Where the texts of licences are; the MIT licence is this project's own.
 *
 * @type {Record<string, string>}
 */
const usualTerms = { MIT: "LICENSE", "Apache-2.0": "build/licences/Apache-2.0.txt" };

/**
 * @param {import("./packages.mjs").Package} each
 * @param {string} root
 */
async function readTerms({ folder, name, version, license, author }, root) {
	const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
	if (file === undefined && !Object.hasOwn(usualTerms, license)) {
		throw new Error(`${name} ${version} has no licence file: its notice cannot be written`);
	}
	// A package that names such a licence and leaves the text out means the text that all others have.
	const usual = path.join(root, usualTerms[license] ?? "");
	const text = await readFile(file === undefined ? usual : path.join(folder, file), "utf8");
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	const isCopyright = (/** @type {string} */ line) => /^(?:[-*] )?copyright (?:\(c\)|©|\d)/i.test(line);
	// Titles differ ("MIT License", "The MIT License (MIT)") while the terms are the same.
	const isTitle = (/** @type {string} */ line) =>
		/^#*\s*(?:the )?(?:mit|isc|bsd)[\w\s-]*licen[cs]e(?: \([\w-]+\))?$/i.test(line);
	const terms = lines.filter((line) => !isCopyright(line) && !isTitle(line) && !/^all rights reserved\.?$/i.test(line));
	const owners = file === undefined ? [`Copyright (c) ${author}`] : lines.filter(isCopyright);
	return {
		heading: [`${name} ${version}`, ...owners].join(", "),
		terms: `${license}\n\n${wrap(terms.join("\n"))}`,
	};
}

/** Paragraphs on one line each, so that the same terms are the same text however they were wrapped. */
function wrap(/** @type {string} */ text) {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
		.filter((paragraph) => paragraph !== "")
		.join("\n\n");
}
