import { cp, symlink } from "node:fs/promises";
import path from "node:path";
import type { TestContext } from "node:test";
import { newFolder } from "./files.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** What the program is built from and packed with. */
const sources = [
	"LICENSE",
	"README.md",
	"build",
	"cli.tsx",
	"data",
	"package.json",
	"schema.json",
	"source",
	"tsconfig.json",
];

/**
 * A copy of the project's sources that is gone after the test.
 * @param hasPackages whether its node_modules is a link to the project's; without it there is none.
 * @param names what is copied.
 */
export async function cloneProject(context: TestContext, hasPackages = true, names = sources): Promise<string> {
	const clone = await newFolder(context);
	for (const name of names) {
		await cp(path.join(root, name), path.join(clone, name), { recursive: true });
	}

	if (hasPackages) {
		await symlink(path.join(root, "node_modules"), path.join(clone, "node_modules"));
	}

	return clone;
}
