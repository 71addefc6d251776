import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { newFolder } from "../helpers/files.ts";
import { programNode, programPath, readProgram } from "../helpers/program.ts";
import { sampleFile } from "../helpers/sample.ts";
import { open } from "../helpers/terminal.ts";

// Loaded by Node before the program: at the end it writes which files and which of Node's own modules the run has
// loaded. A connection is refused and noted.
const watcher = `
const fs = require("node:fs");
const path = require("node:path");
const { Socket } = require("node:net");
const before = new Set(process.moduleLoadList);
const forbidden = [];
Socket.prototype.connect = () => {
	forbidden.push("connect");
	throw new Error("no network");
};
process.on("exit", () => {
	const files = Object.keys(require.cache).map((file) => path.basename(file));
	const builtins = process.moduleLoadList.filter((name) => !before.has(name));
	fs.writeFileSync(process.env.LOADED_FILE, JSON.stringify({ files, builtins, forbidden }));
});
`;

type Loaded = { files: string[]; builtins: string[]; forbidden: string[]; text: string };

async function prepare(t: TestContext) {
	const folder = await newFolder(t);
	const hook = path.join(folder, "watcher.cjs");
	await writeFile(hook, watcher);
	return { hook, file: path.join(folder, "loaded.json") };
}

/** What a run has loaded, with the text of all of the program's files among it. */
async function readLoaded(file: string): Promise<Loaded> {
	const { files, builtins, forbidden } = JSON.parse(await readFile(file, "utf8"));
	const own = files.filter((name: string) => name.endsWith(".cjs") && name !== "watcher.cjs");
	const texts = await readProgram(path.dirname(programPath));
	return { files: own, builtins, forbidden, text: own.map((name: string) => texts.get(name)!).join("\n") };
}

async function run(t: TestContext, ...args: string[]): Promise<Loaded> {
	const { hook, file } = await prepare(t);
	const { status, stderr } = spawnSync(programNode, ["--require", hook, programPath, ...args], {
		encoding: "utf8",
		env: { ...process.env, LOADED_FILE: file, NODE_TEST_CONTEXT: undefined },
	});
	assert.equal(status, 0, stderr);
	return readLoaded(file);
}

/** A text that only this package's code has, where it is in the program. */
const marks = {
	react: "react.transitional.element",
	ink: "ink-root",
	meow: "The `importMeta` option is required",
	ssh2: "SSH-2.0-",
	yaml: "a line break is expected",
};

for (const args of [
	["--help"],
	["--version"],
	["--print"],
	["--print", "--format", "json"],
	["--print", "--format", "markdown"],
	["card"],
]) {
	test(`${args.join(" ")} loads neither Ink nor React nor meow nor ssh2, and asks nobody`, async (t) => {
		const { files, text, forbidden, builtins } = await run(t, ...args);
		// The card is in it: to find the best code takes longer than to read the archive.
		assert.equal(files.includes("archive.cjs"), args[0] === "card", "whether the archive is read");
		for (const [name, mark] of Object.entries(marks)) {
			assert.ok(!text.includes(mark), name);
		}
		assert.deepEqual(forbidden, []);
		assert.ok(
			!builtins.some((name) => /^NativeModule (?:https?|child_process|dns|tls)$|undici/.test(name)),
			builtins.join(", "),
		);
	});
}

test("the marks are in the program, so that their absence says something", async () => {
	const all = [...(await readProgram(path.dirname(programPath))).values()].join("\n");
	for (const [name, mark] of Object.entries(marks)) {
		assert.ok(all.includes(mark), name);
	}
});

test("a file is read and printed without Ink, React, and ssh2, though it takes parts from the archive", async (t) => {
	const { files, text } = await run(t, "--print", "--resume", sampleFile);
	assert.ok(files.includes("archive.cjs"));
	assert.ok(!text.includes(marks.ink) && !text.includes(marks.react) && !text.includes(marks.ssh2));
});

test("browsing loads neither meow nor ssh2, starts no process, and opens no connection", async (t) => {
	const { hook, file } = await prepare(t);
	await using terminal = open([programNode, "--require", hook, programPath], { env: { LOADED_FILE: file } });
	await terminal.waitFor("❯");
	terminal.press("Enter");
	await terminal.waitFor("esc");
	terminal.press("?");
	terminal.press("q");
	assert.equal((await terminal.waitForExit()).code, 0);
	const { text, forbidden, builtins } = await readLoaded(file);
	assert.deepEqual(forbidden, []);
	assert.ok(text.includes(marks.ink));
	assert.ok(!text.includes(marks.meow) && !text.includes(marks.ssh2) && !text.includes(marks.yaml));
	assert.ok(
		!builtins.some((name) => /^NativeModule (?:https?|child_process|dns|perf_hooks|assert)$|undici/.test(name)),
		builtins.join(", "),
	);
});
