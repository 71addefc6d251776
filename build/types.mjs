// @ts-check
// npm run types: writes dist/types, the declarations of source/index.ts and of what it refers to.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { root } from "./evaluate.mjs";

const target = path.join(root, "dist", "types");
const emitted = await mkdtemp(path.join(tmpdir(), "types-"));
try {
	const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
	const options = [
		"--noEmit",
		"false",
		"--declaration",
		"--emitDeclarationOnly",
		"--rootDir",
		root,
		"--outDir",
		emitted,
	];
	const { status } = spawnSync(process.execPath, [tsc, "-p", root, ...options], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(status ?? 1);
	}

	await rm(target, { recursive: true, force: true });
	await copy("index");
} finally {
	await rm(emitted, { recursive: true, force: true });
}

/**
 * Copies a module's declarations, and those that they refer to.
 *
 * @param {string} start its path below source/, without its ending
 */
async function copy(start) {
	const found = new Set([start]);
	for (const name of found) {
		const text = await readFile(path.join(emitted, "source", `${name}.d.ts`), "utf8");
		for (const [, wanted = ""] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.tsx?"/g)) {
			found.add(path.posix.join(path.posix.dirname(name), wanted));
		}
		const file = path.join(target, `${name}.d.ts`);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text.replace(/((?:from |import\()"\.[^"]+)\.tsx?"/g, '$1.js"'));
	}
}
