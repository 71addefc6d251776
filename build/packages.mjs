// @ts-check
// Which packages are in the program, from what esbuild says it has bundled.
import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ folder: string, name: string, version: string, license: string, author: string }} Package
 *   license: as SPDX writes it
 *
 * @param {import("esbuild").Metafile} metafile its paths are relative to `root`
 * @param {string} root
 * @returns {Promise<Package[]>} by name
 */
export async function bundledPackages({ outputs }, root) {
	const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
	// The innermost, if a package manager keeps packages within packages.
	const folders = files.flatMap(
		(file) => /.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0] ?? [],
	);
	const packages = await Promise.all(
		[...new Set(folders)].map(async (folder) => {
			const { name, version, author, license, licenses } = JSON.parse(
				await readFile(path.resolve(root, folder, "package.json"), "utf8"),
			);
			return {
				folder: path.resolve(root, folder),
				name,
				version,
				// Older packages have a list.
				license: license ?? licenses.map((/** @type {{ type: string }} */ { type }) => type).join(" OR "),
				author: typeof author === "object" ? author.name : author,
			};
		}),
	);
	// One that is installed in two places is one.
	const byName = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
	return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
