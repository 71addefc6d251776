import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newFolder } from "../helpers/files.ts";
import { programNode, programPath, readProgram } from "../helpers/program.ts";
import { sampleFile } from "../helpers/sample.ts";
import { open } from "../helpers/terminal.ts";

// Loaded by Node before the program: at the end it writes which of Node's own modules the run has loaded. A connection is
// refused and noted.
const watcher = `
const fs = require("node:fs");
const { Socket } = require("node:net");
const before = new Set(process.moduleLoadList);
const forbidden = [];
Socket.prototype.connect = () => {
	forbidden.push("connect");
	throw new Error("no network");
};
process.on("exit", () => {
	const builtins = process.moduleLoadList.filter((name) => !before.has(name));
	fs.writeFileSync(process.env.LOADED_FILE, JSON.stringify({ builtins, forbidden }));
});
`;

/** The program's files that a run has loaded, with their texts, and Node's own modules. */
type Loaded = { files: string[]; builtins: string[]; forbidden: string[]; text: string };

async function prepare(t: TestContext) {
	const folder = await newFolder(t);
	const hook = path.join(folder, "watcher.cjs");
	await writeFile(hook, watcher);
	const coverage = path.join(folder, "coverage");
	await mkdir(coverage);
	// V8 says at the end what it has run: CommonJS files and ES modules alike.
	const env = { LOADED_FILE: path.join(folder, "loaded.json"), NODE_V8_COVERAGE: coverage };
	return { hook, coverage, env };
}

async function readLoaded({ coverage, env }: Awaited<ReturnType<typeof prepare>>): Promise<Loaded> {
	const { builtins, forbidden } = JSON.parse(await readFile(env.LOADED_FILE, "utf8"));
	const folder = path.dirname(programPath);
	const files: string[] = [];
	for (const name of await readdir(coverage)) {
		const { result } = JSON.parse(await readFile(path.join(coverage, name), "utf8")) as { result: { url: string }[] };
		for (const { url } of result) {
			const file = url.startsWith("file:") ? fileURLToPath(url) : url;
			if (path.dirname(file) === folder) {
				files.push(path.basename(file));
			}
		}
	}

	const texts = await readProgram(folder);
	return { files: files.sort(), builtins, forbidden, text: files.map((name) => texts.get(name)!).join("\n") };
}

async function run(t: TestContext, ...args: string[]): Promise<Loaded> {
	const prepared = await prepare(t);
	const { status, stderr } = spawnSync(programNode, ["--require", prepared.hook, programPath, ...args], {
		encoding: "utf8",
		env: { ...process.env, ...prepared.env, NODE_TEST_CONTEXT: undefined },
	});
	assert.equal(status, 0, stderr);
	return readLoaded(prepared);
}

/** A text that only this package's code has, if it's in the program. */
const marks = {
	react: "react.transitional.element",
	ink: "ink-root",
	meow: "The `importMeta` option is required",
	ssh2: "SSH-2.0-",
	yaml: "a line break is expected",
	ajv: "must have required property",
	wide: "\\p{RGI_Emoji}",
	/** The screens: of the help. */
	viewer: "move, or scroll",
	/** Of the languages other than English. */
	german: "Lehrveranstaltungen",
};

const lacks = (text: string, ...names: (keyof typeof marks)[]) => {
	for (const name of names) {
		assert.ok(!text.includes(marks[name]), `${name} is loaded`);
	}
};

for (const args of [
	["--help"],
	["--version"],
	["--print"],
	["--print", "--format", "json"],
	["--print", "--format", "markdown"],
	["--print", "--format", "html"],
	["--print", "--format", "vcard"],
	["--print", "--format", "bibtex"],
	["card"],
]) {
	test(`${args.join(" ")} loads few files, nothing that it doesn't need, and asks nobody`, async (t) => {
		const { files, text, forbidden, builtins } = await run(t, ...args);
		assert.ok(files.length <= 8 && text.length < 200_000, `${files.join(", ")}: ${text.length} characters`);
		// What is missing in the table of build/files.mjs goes with the viewer.
		lacks(text, "viewer", "react", "ink", "meow", "ssh2", "yaml", "ajv", "wide", "german");
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

test("a file is read and printed without Ink, React, and ssh2", async (t) => {
	const { text } = await run(t, "--print", "--resume", sampleFile);
	lacks(text, "react", "ink", "ssh2", "yaml", "ajv", "wide", "german");
});

test("what measures wide text is loaded for a résumé that has some", async (t) => {
	const file = path.join(await newFolder(t), "resume.json");
	await writeFile(file, JSON.stringify({ basics: { name: "张三", label: "工程师" } }));
	const { text } = await run(t, "--print", "--resume", file);
	assert.ok(text.includes(marks.wide));
	lacks(text, "react", "ink", "ssh2");
});

test("browsing loads neither meow nor ssh2, starts no process, and opens no connection", async (t) => {
	const prepared = await prepare(t);
	await using terminal = open([programNode, "--require", prepared.hook, programPath], { env: prepared.env });
	await terminal.waitFor("❯");
	terminal.press("Enter");
	await terminal.waitFor("esc");
	terminal.press("?");
	await terminal.waitFor("leave");
	// The first q closes the help.
	terminal.press("q");
	terminal.press("q");
	assert.equal((await terminal.waitForExit()).code, 0);
	const { files, text, forbidden, builtins } = await readLoaded(prepared);
	assert.deepEqual(forbidden, []);
	assert.ok(files.length <= 16, files.join(", "));
	assert.ok(text.includes(marks.ink));
	lacks(text, "meow", "ssh2", "yaml", "ajv", "wide", "german");
	assert.ok(
		!builtins.some((name) => /^NativeModule (?:https?|dns|perf_hooks)$|undici/.test(name)),
		builtins.join(", "),
	);
});
