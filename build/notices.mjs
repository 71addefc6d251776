// @ts-check
// The notices that the licences of the bundled packages ask for.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./evaluate.mjs";

/** Where the texts of licences are, for a package that only names its own; the MIT licence is this project's. */
const usualTerms = new Map([
	["MIT", "LICENSE"],
	["Apache-2.0", "build/licences/Apache-2.0.txt"],
]);

/**
 * @param {import("./packages.mjs").Package[]} packages
 * @returns {string} each package with its copyright, under the text of its licence, which is there once
 */
export function notices(packages) {
	/** @type {Map<string, string[]>} */
	const byTerms = new Map();
	for (const each of packages) {
		const { heading, terms } = readTerms(each);
		byTerms.set(terms, [...(byTerms.get(terms) ?? []), heading]);
	}
	const rule = "-".repeat(80);
	return [...byTerms].map(([terms, headings]) => `${headings.join("\n")}\n\n${terms}\n`).join(`\n${rule}\n\n`);
}

/** @param {import("./packages.mjs").Package} each */
function readTerms({ name, version, license, licenseText, author }) {
	const usual = usualTerms.get(license ?? "");
	if (licenseText === null && usual === undefined) {
		throw new Error(`${name} ${version} has no licence file: its notice cannot be written`);
	}
	const text = licenseText ?? readFileSync(path.join(root, usual ?? ""), "utf8");
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	const copyrights = lines.filter((line) => /^(?:[-*] )?copyright (?:\(c\)|©|\d)/i.test(line));
	const owners = licenseText === null ? [`Copyright (c) ${author?.name}`] : copyrights;
	// Titles differ ("MIT License", "The MIT License (MIT)") while the terms are the same.
	const isTitle = (/** @type {string} */ line) =>
		/^#*\s*(?:the )?(?:mit|isc|bsd)[\w\s-]*licen[cs]e(?: \([\w-]+\))?$|^all rights reserved\.?$/i.test(line);
	// Paragraphs on one line each, so that the same terms are the same text however they were wrapped.
	const terms = lines
		.filter((line) => !copyrights.includes(line) && !isTitle(line))
		.join("\n")
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.replaceAll("\n", " ").trim());
	return {
		heading: [`${name} ${version}`, ...owners].join(", "),
		terms: `${license}\n\n${terms.filter(Boolean).join("\n\n")}`,
	};
}
