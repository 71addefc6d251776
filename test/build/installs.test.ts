import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { promisify } from "node:util";
import { cloneProject } from "../helpers/clone.ts";

const root = path.resolve(import.meta.dirname, "../..");
const installed = path.join(root, "node_modules");

/** Builds the program there and serves with it: ssh2 is what a wrong build breaks first. */
async function buildAndServe(folder: string): Promise<void> {
	await promisify(execFile)(process.execPath, ["build/build.mjs"], { cwd: folder });
	const args = ["dist/cli.cjs", "serve", "--port", "0", "--host-key", path.join(folder, "key")];
	const server = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
	const [said] = await once(server.stdout, "data");
	server.kill();
	assert.match(String(said), /^Serving on 127\.0\.0\.1 port \d+/);
	await once(server, "close");
}

test("an install whose node_modules is a link builds and serves", async (t) => {
	const folder = await cloneProject(t);
	await buildAndServe(folder);
});

test("an install as pnpm makes it builds and serves: what is named is linked, the rest is beside where that leads", async (t) => {
	const folder = await cloneProject(t, false);
	const modules = path.join(folder, "node_modules");
	await mkdir(path.join(modules, ".pnpm"), { recursive: true });
	await symlink(installed, path.join(modules, ".pnpm", "node_modules"));
	const { devDependencies } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	for (const name of Object.keys(devDependencies)) {
		await mkdir(path.dirname(path.join(modules, name)), { recursive: true });
		await symlink(path.join(modules, ".pnpm", "node_modules", name), path.join(modules, name));
	}

	await buildAndServe(folder);
});

test("what the Containerfile copies is enough to build the program", async (t) => {
	const lines = (await readFile(path.join(root, "deploy", "Containerfile"), "utf8")).split("\n");
	const copied = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(" ") ?? []);
	assert.ok(copied.includes("source"), copied.join(" "));
	await buildAndServe(await cloneProject(t, true, copied));
});
