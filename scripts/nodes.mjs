// @ts-check
// Other Node.js versions, for tests and measurements: had from the npm registry, as the package that the package `node`
// itself installs, and kept in the system's temporary folder.
//
//   node scripts/nodes.mjs 22 24          installs them and prints where they are
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";

/**
 * The path of a Node.js, which is installed first if it's missing.
 *
 * @param {number} major such as 24: its newest release
 * @throws if the registry has none for this machine, or can't be reached
 */
export function nodePath(major) {
	const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
	const folder = path.join(os.tmpdir(), "zhen-zhang-nodes", `${name}-${major}`);
	const file = path.join("node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
	if (!existsSync(path.join(folder, file))) {
		// Installed beside it and then renamed: a run that was stopped halfway leaves nothing that looks whole.
		const unfinished = `${folder}.${process.pid}`;
		mkdirSync(unfinished, { recursive: true });
		execFileSync(
			"npm",
			[
				"install",
				"--prefix",
				unfinished,
				"--no-save",
				"--no-audit",
				"--no-fund",
				"--loglevel=error",
				`${name}@${major}`,
			],
			{
				stdio: ["ignore", "ignore", "inherit"],
				shell: process.platform === "win32",
			},
		);
		rmSync(folder, { recursive: true, force: true });
		renameSync(unfinished, folder);
	}
	return path.join(folder, file);
}

if (process.argv[1] === import.meta.filename) {
	for (const major of process.argv.slice(2)) {
		process.stdout.write(`${nodePath(Number(major))}\n`);
	}
}
