import { existsSync } from "node:fs";
import path from "node:path";

/** The package that this program is installed as: what a card runs on. */
export type Engine = {
	name: string;
	version: string;
	license: string;
	/** The package's folder, and what npm would put into it. */
	folder: string;
	files: string[];
};

// A CommonJS file knows its folder: dist/ of the package, or dist/engine/ of a card.
declare const __dirname: string | undefined;
const dist = typeof __dirname === "string" ? __dirname : import.meta.dirname;

/** Whether this is the engine's own package, and not the copy in a packed card. */
export const isEngine = (): boolean => existsSync(path.join(dist, "..", "package.json")) && !isCard();

const isCard = () => path.basename(dist) === "engine" && existsSync(path.join(dist, "..", "resume.json"));

export async function readEngine(): Promise<Engine> {
	// Each start asks whether this is an engine, and only few copy one.
	const { readFile } = await import("node:fs/promises");
	const folder = path.dirname(dist);
	const { name, version, license, files } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
	return { name, version, license, folder, files: ["package.json", "README.md", "LICENSE", ...files] };
}

/**
 * Copies the package as npm would install it, so that a new card runs at once, and offline.
 * @param modules a card's node_modules.
 */
export async function installEngine({ name, version, license, folder, files }: Engine, modules: string): Promise<void> {
	const { cp, writeFile } = await import("node:fs/promises");
	for (const file of files) {
		await cp(path.join(folder, file), path.join(modules, "engine", file), { recursive: true });
	}

	// By what npm notes there of each package that it installs, it takes this one for installed and doesn't fetch it again
	// (https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles).
	const packages = { "node_modules/engine": { name, version, dev: true, license } };
	const lock = { lockfileVersion: 3, requires: true, packages };
	await writeFile(path.join(modules, ".package-lock.json"), `${JSON.stringify(lock, undefined, 2)}\n`);
}

/** What only the engine's own package needs: its command, with the résumé of whoever made it, and its manual. */
const ownOnly = /^cli\.cjs$|\.1$|\.d\.ts$|^types$|sbom|\.cdx\.json$/;

/** Copies what a published card runs on, with its terms. */
export async function copyEngine(target: string): Promise<void> {
	const { cp } = await import("node:fs/promises");
	await cp(dist, target, { recursive: true, filter: (file) => !ownOnly.test(path.basename(file)) });
	await cp(path.join(dist, "..", "LICENSE"), path.join(target, "LICENSE"));
}
