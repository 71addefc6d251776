import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { program, programNode } from "../helpers/program.ts";
import { seed } from "../helpers/sample.ts";
import { open } from "../helpers/terminal.ts";
import { pack } from "./packed.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** An invented person, with a field that is private. */
const ada = {
	basics: { name: "Ada Stern", label: "Pastry chef", email: "ada@example.org", phone: "+49 30 901820" },
	work: [{ name: "Bakery North", position: "Head of cakes", startDate: "2021-03", highlights: ["Baked for forty."] }],
	skills: [{ name: "Baking", keywords: ["Rye", "Spelt"] }],
	meta: { private: ["basics.phone"] },
};

let folder: string;
let env: NodeJS.ProcessEnv;
/** The engine as npm installs it, with nothing beside it. */
let engine: string;

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "new-card-"));
	const { CI: _ci, NODE_TEST_CONTEXT: _test, INK_SCREEN_READER: _reader, ...ours } = process.env;
	env = {
		...ours,
		npm_config_cache: path.join(folder, "cache"),
		npm_config_offline: "true",
		npm_config_audit: "false",
		npm_config_fund: "false",
		npm_config_yes: "true",
		npm_config_loglevel: "error",
		npm_config_update_notifier: "false",
		// npm runs everything with the first node on the path.
		PATH: `${path.dirname(programNode)}${path.delimiter}${process.env.PATH}`,
	};
	execFileSync(process.execPath, ["build/types.mjs"], { cwd: root, stdio: "inherit" });
	const { file } = pack(folder);
	const home = path.join(folder, "installed");
	await mkdir(home);
	execFileSync("npm", ["install", "--no-save", file], { cwd: home, env });
	engine = path.join(home, "node_modules", program.name);
	await writeFile(path.join(folder, "ada.json"), JSON.stringify(ada, undefined, "\t"));
});
after(() => rm(folder, { recursive: true, force: true }));

const run = (command: string, args: string[], cwd: string) =>
	spawnSync(command, args, { cwd, env, encoding: "utf8", timeout: 120_000 });
const newCard = (...args: string[]) => run(programNode, [path.join(engine, "dist", "cli.cjs"), "new", ...args], folder);

/** Every file below a folder, by its path in it. */
async function filesIn(place: string): Promise<Map<string, string>> {
	const entries = await readdir(place, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
	return new Map(files.map((file) => [path.relative(place, file), readFileSync(file, "utf8")]));
}

test("from new to npx: a card of one's own, packed, runs where there is nothing else", async () => {
	const started = Date.now();
	const made = newCard("my-card", "--resume", "ada.json", "--license", "MIT");
	assert.deepEqual([made.status, made.stderr], [0, ""]);
	assert.match(made.stdout, /^Wrote my-card \(\d+ files\)\.\n[\s\S]*npm start[\s\S]*npx my-card\n$/);
	const card = path.join(folder, "my-card");
	assert.equal(
		await readFile(path.join(card, "resume.json"), "utf8"),
		await readFile(path.join(folder, "ada.json"), "utf8"),
	);

	const checked = run("npm", ["test"], card);
	assert.deepEqual([checked.status, checked.stderr], [0, ""], checked.stdout);
	const packed = run("npm", ["pack"], card);
	assert.equal(packed.status, 0, packed.stderr);

	const empty = path.join(folder, "empty");
	await mkdir(empty);
	const file = path.join("..", "my-card", "my-card-1.0.0.tgz");
	const printed = run("npx", [file, "--print"], empty);
	assert.equal(printed.status, 0, printed.stderr);
	assert.match(printed.stdout, /^Ada Stern\n/);
	const { stdout: help } = run("npx", [file, "--help"], empty);
	assert.match(help, /^my-card \[section/);
	assert.doesNotMatch(help, /^ {2}new |^ {2}pack /m);
	await using terminal = open(["npx", file], { cwd: empty, env });
	await terminal.waitFor("q quit", 60_000);
	terminal.press("q");
	assert.equal((await terminal.waitForExit()).code, 0);
	assert.match(terminal.history(), /npx my-card/);
	assert.deepEqual(await readdir(empty), []);
	assert.ok(Date.now() - started < 120_000, "two minutes");
});

test("the packed card has neither what is private nor a word of the engine's owner", async () => {
	const contents = path.join(folder, "contents");
	await mkdir(contents);
	execFileSync("tar", ["-xzf", path.join(folder, "my-card", "my-card-1.0.0.tgz"), "-C", contents]);
	const files = await filesIn(contents);
	assert.ok(files.size > 10);
	assert.deepEqual(JSON.parse(files.get("package/package.json")!).dependencies, undefined);
	const all = [...files.values()].join("\n");
	assert.ok(all.includes("Ada Stern") && !all.includes("901820"));

	// The terms of the engine's license have its name, and so has the line that npm updates it by.
	const naming = all.split("\n").filter((line) => line.includes(program.name));
	assert.deepEqual(naming.map((line) => line.trim().slice(0, 100)).sort(), [
		`"engine": "npm:${program.name}@^${program.version}"`,
		`Copyright (c) 2026 ${program.name} contributors`,
	]);
	const others = all
		.split("\n")
		.filter((line) => !naming.includes(line))
		.join("\n");
	const [owner] = seed.trim().split("\n");
	const words = [...owner!.split(" "), ...seed.match(/\S+@\S+|\+\d{8,}|https?:\/\/\S+|Tsinghua|THUNLP|OpenDelta/g)!];
	// The engine's own package has them all.
	const own = [...(await filesIn(engine)).values()].join("\n");
	for (const word of words) {
		const pattern = new RegExp(`(?<!\\w)${word.replace(/[.+*?()/]/g, "\\$&")}(?!\\w)`, "i");
		assert.ok(pattern.test(own) && !pattern.test(others), word);
	}
});

test("npm takes the engine in a new card for installed, and needs no network", async () => {
	const card = path.join(folder, "my-card");
	for (const args of [["install"], ["ls"], ["test"], ["run", "print", "--", "-o", "cv.md"]]) {
		const { status, stdout, stderr } = run("npm", args, card);
		assert.equal(status, 0, stdout + stderr);
	}

	assert.match(await readFile(path.join(card, "cv.md"), "utf8"), /^# Ada Stern/);
	assert.ok(existsSync(path.join(card, "node_modules", "engine", "dist", "index.cjs")));
});

test("a card is opened while it is edited", async () => {
	const card = path.join(folder, "my-card");
	await using terminal = open(["npm", "start"], { cwd: card, env });
	await terminal.waitFor("Ada Stern", 60_000);
	await terminal.waitFor("q quit");
	await writeFile(
		path.join(card, "resume.json"),
		JSON.stringify({ ...ada, basics: { ...ada.basics, name: "Bea Stern" } }),
	);
	await terminal.waitFor("Bea Stern");
	terminal.press("q");
	await terminal.waitForExit();
});

test("--yes asks nothing, and what is still the starter's isn't packed", async () => {
	const made = newCard("yes", "--yes");
	assert.equal(made.status, 0, made.stderr);
	const card = path.join(folder, "yes");
	const checked = run("npm", ["test"], card);
	assert.equal(checked.status, 1);
	assert.match(checked.stdout, /"Your Name"/);
	const packed = run("npm", ["pack"], card);
	assert.notEqual(packed.status, 0);
	assert.match(packed.stderr, /resume\.json:\d+:\d+: .*before you publish/);
	assert.ok(!existsSync(path.join(card, "yes-1.0.0.tgz")));
});

test("nothing is written into a folder that exists, nor from a résumé whose private paths are wrong", async () => {
	const again = newCard("yes", "--yes");
	assert.deepEqual([again.status, again.stdout], [2, ""]);
	assert.match(again.stderr, /yes: this already exists/);
	await writeFile(path.join(folder, "wrong.json"), JSON.stringify({ ...ada, meta: { private: ["basics.fone"] } }));
	const wrong = newCard("wrong", "--resume", "wrong.json");
	assert.equal(wrong.status, 2);
	assert.match(wrong.stderr, /basics\.fone/);
	assert.ok(!existsSync(path.join(folder, "wrong")));
	assert.deepEqual(
		(await readdir(folder)).filter((name) => name.startsWith(".")),
		[],
	);
});

test("a résumé that is in several languages becomes a card in several", async () => {
	await writeFile(path.join(folder, "cv.json"), JSON.stringify({ ...ada, meta: { language: "en" } }));
	await writeFile(
		path.join(folder, "cv.de.json"),
		JSON.stringify({ ...ada, basics: { ...ada.basics, label: "Konditorin" }, meta: {} }),
	);
	const made = newCard("both", "--resume", "cv.json");
	assert.deepEqual([made.status, made.stderr], [0, ""]);
	const card = path.join(folder, "both");
	assert.equal(run("npm", ["pack"], card).status, 0);
	const german = run("npx", ["./both-1.0.0.tgz", "--print", "--lang", "de"], card);
	assert.match(german.stdout, /Konditorin/, german.stderr);
	assert.match(newCard("other", "--resume", "cv.de.json").stderr, /name the file without a language, cv\.json/);
});

test("a résumé in another format becomes JSON Resume, in YAML if it was that, and the card passes its test", async () => {
	await writeFile(
		path.join(folder, "render.yaml"),
		`cv:
  name: Ada Stern
  email: ada@example.org
  sections:
    experience:
      - { company: Bakery North, position: Head of cakes, start_date: 2021-03, highlights: [Baked for forty.] }
`,
	);
	const made = newCard("@ada/render", "--resume", "render.yaml", "--yes");
	assert.equal(made.status, 0);
	assert.match(made.stderr, /^\S+: render\.yaml isn't plain JSON Resume; resume\.yaml is the same, converted\n$/);
	assert.match(made.stdout, /^ {2}cd render$[\s\S]*npx @ada\/render$/m);
	const card = path.join(folder, "render");
	assert.match(await readFile(path.join(card, "resume.yaml"), "utf8"), /^work:\n {2}- name: Bakery North$/m);
	const checked = run("npm", ["test"], card);
	assert.deepEqual([checked.status, checked.stderr], [0, ""], checked.stdout);
	assert.equal(run("npm", ["pack"], card).status, 0);
	assert.match(run("npx", ["./ada-render-1.0.0.tgz", "work"], card).stdout, /^Head of cakes\s+Mar 2021/m);
});

test("in a terminal it asks, and cancelling writes nothing", async () => {
	const argv = [programNode, path.join(engine, "dist", "cli.cjs"), "new", "asked"];
	await using cancelled = open(argv, { cwd: folder, env });
	await cancelled.waitFor("❯ Name");
	cancelled.press("text:Ada", "C-c");
	assert.equal((await cancelled.waitForExit()).code, 130);
	assert.ok(!existsSync(path.join(folder, "asked")));

	await using terminal = open(argv, { cwd: folder, env });
	await terminal.waitFor("❯ Name");
	terminal.press("text:Ada Stern", "Enter");
	await terminal.waitFor("❯ Email");
	terminal.press("text:ada", "Enter");
	await terminal.waitFor("isn't an email address");
	terminal.press("text:@example.org", "Enter");
	await terminal.waitFor("❯ Headline");
	terminal.press("text:Pastry chef", "Enter");
	await terminal.waitFor("❯ Licence");
	terminal.press("Down", "Enter");
	await terminal.waitFor("❯ Server");
	terminal.press("Enter");
	assert.equal((await terminal.waitForExit()).code, 0);
	assert.match(terminal.history(), /Wrote asked/);
	const { basics } = JSON.parse(await readFile(path.join(folder, "asked", "resume.json"), "utf8"));
	assert.deepEqual([basics.name, basics.email, basics.label], ["Ada Stern", "ada@example.org", "Pastry chef"]);
	assert.match(await readFile(path.join(folder, "asked", "LICENSE"), "utf8"), /Ada Stern/);
});

test("another package uses the exports, with their types", async () => {
	const home = path.join(folder, "installed");
	await writeFile(
		path.join(home, "use.mts"),
		`import { loadResume, print, UserError, type ResumeDocument } from "${program.name}";
const document: ResumeDocument = { basics: { name: "Ada Stern" }, work: [{ name: "Bakery", startDate: "2021" }] };
const loaded = await loadResume(document);
const name: string = loaded.resume.person.name;
const text: string = await print(loaded, { format: "markdown", part: ["work"] });
// @ts-expect-error: a name is a text
const wrong: ResumeDocument = { basics: { name: 5 } };
await loadResume("none.json").catch((error: unknown) => console.log(error instanceof UserError, name, text.length > 0, wrong !== undefined));
`,
	);
	const tsc = [
		path.join(root, "node_modules", "typescript", "bin", "tsc"),
		"--module",
		"nodenext",
		"--target",
		"es2022",
		"--strict",
		"--types",
		"",
		"--lib",
		"es2023,dom",
		"use.mts",
	];
	const compiled = run(process.execPath, tsc, home);
	assert.equal(compiled.status, 0, compiled.stdout);
	const { stdout, stderr } = run(programNode, ["use.mjs"], home);
	assert.deepEqual([stdout, stderr], ["true Ada Stern true true\n", ""]);

	const schema = `process.stdout.write(require("${program.name}/schema.json").title)`;
	assert.equal(run(programNode, ["-e", schema], home).stdout, "Résumé");
	await writeFile(
		path.join(home, "bin.cjs"),
		`require("${program.name}").run({ resume: ${JSON.stringify(path.join(folder, "ada.json"))}, name: "@ada/card", version: "3.1.4" });`,
	);
	assert.equal(run(programNode, ["bin.cjs", "--version"], home).stdout, "3.1.4\n");
	assert.match(run(programNode, ["bin.cjs"], home).stdout, /^Ada Stern\n/);
});
