// Programs of the same kind, from the registry, installed into a temporary folder.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** What each shows first that is not an escape sequence. */
const anything = /[A-Za-z]{3}/;

export const peers = [
	{ name: "clifolio", ready: anything },
	{ name: "sindresorhus", ready: anything },
];

/**
 * @param {string} folder is made
 * @returns the peers that could be had, with the file that Node.js runs
 */
export function installPeers(folder) {
	return peers.flatMap((peer) => {
		const home = path.join(folder, peer.name);
		mkdirSync(home, { recursive: true });
		try {
			execFileSync(
				"npm",
				[
					"install",
					"--prefix",
					home,
					"--no-save",
					"--no-audit",
					"--no-fund",
					"--ignore-scripts",
					"--loglevel=error",
					peer.name,
				],
				{
					stdio: ["ignore", "ignore", "inherit"],
				},
			);
		} catch {
			process.stderr.write(`${peer.name} could not be had\n`);
			return [];
		}
		const own = path.join(home, "node_modules", peer.name);
		const { bin } = JSON.parse(readFileSync(path.join(own, "package.json"), "utf8"));
		return [{ ...peer, file: path.join(own, typeof bin === "string" ? bin : Object.values(bin)[0]) }];
	});
}
