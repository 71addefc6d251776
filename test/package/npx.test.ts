import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { newFolder } from "../helpers/files.ts";
import { program, programNode } from "../helpers/program.ts";
import { open } from "../helpers/terminal.ts";
import { pack } from "./packed.ts";

test("installed, it is one package; npx runs it in an empty folder with an empty cache", async (context) => {
	const folder = await newFolder(context);
	const packed = pack(folder);
	const cache = path.join(folder, "cache");
	const work = path.join(folder, "work");
	await mkdir(work);
	// Where CI is set, nothing is browsed.
	const { CI: _ci, ...ours } = process.env;
	const env: NodeJS.ProcessEnv = {
		...ours,
		npm_config_cache: cache,
		npm_config_offline: "true",
		npm_config_loglevel: "error",
		npm_config_yes: "true",
		// npm runs the program with the first node on the path.
		PATH: `${path.dirname(programNode)}${path.delimiter}${process.env.PATH}`,
	};
	const npm = (...args: string[]) => execFileSync("npm", args, { cwd: work, env, encoding: "utf8" });
	npm("install", "--no-save", "--no-audit", "--no-fund", packed.file);
	const installed = (await readdir(path.join(work, "node_modules"))).filter((name) => !name.startsWith("."));
	assert.deepEqual(installed, [manifest.name.split("/")[0]]);
	assert.ok((await stat(path.join(work, "node_modules", ".bin", program.name))).mode & 0o100);

	// A manual has to be in a list, or npm doesn't install it.
	const prefix = path.join(folder, "global");
	npm("install", "--global", "--prefix", prefix, "--no-audit", "--no-fund", packed.file);
	assert.match(await readFile(path.join(prefix, "share", "man", "man1", `${program.name}.1`), "utf8"), /^\.TH /);

	const empty = path.join(folder, "empty");
	await mkdir(empty);
	const file = path.join("..", path.basename(packed.file));
	assert.equal(
		execFileSync("npx", [file, "--version"], { cwd: empty, env, encoding: "utf8" }),
		`${manifest.version}\n`,
	);
	await using terminal = open(["npx", file], { cwd: empty, env });
	// Whatever the résumé holds.
	await terminal.waitFor("q quit", 30_000);
	terminal.press("q");
	assert.equal((await terminal.waitForExit()).code, 0);
	assert.deepEqual(await readdir(empty), []);
});
