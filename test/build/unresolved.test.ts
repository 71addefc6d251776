import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { cloneProject } from "../helpers/clone.ts";

test("a package that isn't installed ends the build with one sentence", async (context) => {
	const clone = await cloneProject(context);
	const file = path.join(clone, "source", "print", "vcard.ts");
	await writeFile(file, `import nothing from "not-there";\nnothing();\n${await readFile(file, "utf8")}`);
	const { status, stderr } = spawnSync(process.execPath, ["build/build.mjs"], { cwd: clone, encoding: "utf8" });
	assert.equal(stderr, "source/print/vcard.ts:1:21: Could not resolve 'not-there' in source/print/vcard.ts\n");
	assert.equal(status, 1);
});
