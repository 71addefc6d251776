// @ts-check
// Which packages are in the program.
import * as plugin from "rollup-plugin-license";
import { root } from "./evaluate.mjs";

/** @typedef {import("rollup-plugin-license").Dependency} Package license: as SPDX writes it */

// Its types are those of an ES module, but it's CommonJS.
const license = /** @type {any} */ (plugin).default;

/**
 * @param {(packages: Package[]) => void} tell is called once the files are made, with the packages by name
 * @returns {import("rolldown").Plugin}
 */
export function bundledPackages(tell) {
	const key = (/** @type {Package} */ { name, version }) => `${name} ${version}`;
	const output = (/** @type {Package[]} */ found) => tell(found.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
	return license({ cwd: root, thirdParty: { multipleVersions: true, output } });
}
