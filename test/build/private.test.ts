import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { promisify } from "node:util";
import { newFolder } from "../helpers/files.ts";
import { readProgram } from "../helpers/program.ts";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");

test("what is private of the embedded résumé is in no file of the program", async (context) => {
	const clone = await newFolder(context);
	for (const name of ["LICENSE", "build", "cli.tsx", "data", "package.json", "source", "tsconfig.json"]) {
		await cp(path.join(root, name), path.join(clone, name), { recursive: true });
	}

	await symlink(path.join(root, "node_modules"), path.join(clone, "node_modules"));
	const document = {
		basics: { name: "Own Name", phone: "+41 79 555 01 23", email: "own@example.org" },
		work: [{ name: "Somewhere", summary: "hush-hush-secret", location: "Hidden Town" }],
		meta: { private: ["basics.phone", "work[0].summary", "work[0].location"] },
	};
	await writeFile(path.join(clone, "data/resume.json"), JSON.stringify(document));
	await run(process.execPath, ["build/build.mjs"], { cwd: clone });

	const dist = path.join(clone, "dist");
	const texts = await readProgram(dist);
	const files = [...texts.keys()];
	assert.ok([...texts.values()].some((text) => text.includes("own@example.org")));
	for (const secret of ["555 01 23", "41795550123", "hush-hush", "work[0].location", "Hidden Town"]) {
		assert.deepEqual(
			files.filter((file) => texts.get(file)!.includes(secret)),
			[],
			secret,
		);
	}

	const { stdout } = await run(process.execPath, [path.join(dist, "cli.cjs"), "-f", "json"]);
	assert.deepEqual(JSON.parse(stdout), {
		basics: { name: "Own Name", email: "own@example.org" },
		work: [{ name: "Somewhere" }],
		meta: {},
	});
});
