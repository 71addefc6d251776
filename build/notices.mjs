// The notices that the licences of the bundled packages ask for, from what esbuild says it has bundled.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @param {import("esbuild").Metafile} metafile of the build; its paths are relative to `root`
 * @param {string} root
 * @returns {Promise<string>} each package with its copyright, under the text of its licence, which stands there once
 */
export async function notices(metafile, root) {
	const folders = new Set();
	for (const { inputs } of Object.values(metafile.outputs)) {
		for (const file of Object.keys(inputs)) {
			const folder = /^(?:react:)?(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];
			if (folder !== undefined) {
				folders.add(path.resolve(root, folder));
			}
		}
	}
	/** @type {Map<string, Set<string>>} */
	const byTerms = new Map();
	for (const folder of [...folders].sort()) {
		const { heading, terms } = await readTerms(folder, root);
		byTerms.set(terms, (byTerms.get(terms) ?? new Set()).add(heading));
	}
	const rule = "-".repeat(80);
	return [...byTerms].map(([terms, headings]) => `${[...headings].join("\n")}\n\n${terms}\n`).join(`\n${rule}\n\n`);
}

/** Where the texts of licences are; the MIT licence is this project's own. */
const usualTerms = { MIT: "LICENSE", "Apache-2.0": "build/licences/Apache-2.0.txt" };

async function readTerms(folder, root) {
	const manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
	const { name, version, author } = manifest;
	// Older packages have a list.
	const license = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(", ");
	const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
	if (file === undefined && !Object.hasOwn(usualTerms, license)) {
		throw new Error(`${name} ${version} has no licence file: its notice cannot be written`);
	}
	// A package that names such a licence and leaves the text out means the text that all others have.
	const text = await readFile(
		file === undefined ? path.join(root, usualTerms[license]) : path.join(folder, file),
		"utf8",
	);
	const owner = typeof author === "object" ? author.name : author;
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	const isCopyright = (line) => /^(?:[-*] )?copyright (?:\(c\)|©|\d)/i.test(line);
	// Titles differ ("MIT License", "The MIT License (MIT)") where the terms do not.
	const isTitle = (line) => /^#*\s*(?:the )?(?:mit|isc|bsd)[\w\s-]*licen[cs]e(?: \([\w-]+\))?$/i.test(line);
	const terms = lines.filter((line) => !isCopyright(line) && !isTitle(line) && !/^all rights reserved\.?$/i.test(line));
	const owners = file === undefined ? [`Copyright (c) ${owner}`] : lines.filter(isCopyright);
	return {
		heading: [`${name} ${version}`, ...owners].join(", "),
		terms: `${license}\n\n${wrap(terms.join("\n"))}`,
	};
}

/** Paragraphs on one line each, so that the same terms are the same text however they were wrapped. */
function wrap(text) {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
		.filter((paragraph) => paragraph !== "")
		.join("\n\n");
}
