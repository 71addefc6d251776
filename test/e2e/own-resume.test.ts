import assert from "node:assert/strict";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { newFile, newFolder } from "../helpers/files.ts";
import { openProgram, program, runProgram } from "../helpers/program.ts";

test("init writes a starter that validates and is shown", async (context) => {
	const cwd = await newFolder(context);
	const first = await runProgram(["init"], { cwd });
	assert.deepEqual([first.code, first.stdout], [0, ""]);
	assert.match(first.stderr, /^[\w.-]+: wrote resume\.json \(\d+ bytes\)\n$/);
	assert.ok(first.stderr.startsWith(`${program.name}: `));
	const text = await readFile(path.join(cwd, "resume.json"), "utf8");

	assert.equal((await runProgram(["init"], { cwd })).code, 2);
	assert.equal((await runProgram(["init", "--force"], { cwd })).code, 0);
	assert.equal((await runProgram(["init", "-"], { cwd })).stdout, text);

	const checked = await runProgram(["validate", "resume.json"], { cwd });
	assert.deepEqual([checked.code, checked.stderr], [0, ""]);
	const shown = await runProgram(["-r", "resume.json"], { cwd });
	assert.deepEqual([shown.code, shown.stderr], [0, ""]);
	assert.ok(shown.stdout.startsWith(JSON.parse(text).basics.name));
});

test("init writes YAML into a file that is called so, and names the schema", async (context) => {
	const cwd = await newFolder(context);
	assert.equal((await runProgram(["init", "mine.yaml"], { cwd })).code, 0);
	const text = await readFile(path.join(cwd, "mine.yaml"), "utf8");
	assert.match(text, /^# yaml-language-server: \$schema=https:\S+schema\.json\nbasics:\n {2}name: /);
	assert.deepEqual((await runProgram(["validate", "mine.yaml"], { cwd })).code, 0);
	const shown = await runProgram(["-r", "mine.yaml"], { cwd });
	assert.deepEqual([shown.code, shown.stderr], [0, ""]);
});

test("init writes nothing into a file of another kind", async (context) => {
	const cwd = await newFolder(context);
	for (const file of ["s.txt", "notes.md"]) {
		const { code, stderr } = await runProgram(["init", file], { cwd });
		const { name } = path.parse(file);
		assert.equal(code, 2);
		assert.match(stderr, new RegExp(`: init writes JSON or YAML; name the file ${name}\\.json or ${name}\\.yaml\n$`));
	}

	assert.deepEqual(await readdir(cwd), []);
	assert.equal((await runProgram(["init", "mine"], { cwd })).code, 0);
});

test("--watch prints like any other call if printing is asked for", async (context) => {
	const file = await newFile(context, '{"basics": {"name": "Pat"}}');
	const { code, stdout, stderr } = await runProgram(["--watch", "-r", file, "--print"]);
	assert.deepEqual([code, stdout, stderr], [0, "Pat\n", ""]);
});

test("validate ends with 1 where there are errors, and prints them for people or as JSON", async (context) => {
	const file = await newFile(context, '{\n\t"basics": { "name": 7 }\n}\n');
	const people = await runProgram(["validate", file]);
	assert.deepEqual([people.code, people.stderr], [1, ""]);
	assert.match(people.stdout, /^\S+resume\.json:2:\d+: error: basics\.name: .+\n {2}fix: .+\n/);
	const machines = await runProgram(["validate", "--json", "-"], { input: await readFile(file, "utf8") });
	assert.equal(machines.code, 1);
	const { errors, problems } = JSON.parse(machines.stdout);
	assert.equal(problems.length, errors);
	assert.equal(problems[0].path, "basics.name");
	assert.equal((await runProgram(["validate", `${file}.none`])).code, 2);
	const warned = await newFile(context, '{"basics": {"name": "Pat"}, "educaton": []}');
	assert.equal((await runProgram(["validate", warned])).code, 0);
	assert.equal((await runProgram(["validate", "--strict", warned])).code, 1);
});

test("--watch follows the file as it is edited, and keeps the last good version", async (context) => {
	const resume = (name: string) => JSON.stringify({ basics: { name }, work: [{ name: "Somewhere" }] });
	const file = await newFile(context, resume("First Name"));
	await using terminal = openProgram(["--resume", file, "--watch"], { columns: 100, rows: 24 });
	await terminal.waitFor("First Name");
	await writeFile(file, resume("Second Name"));
	await terminal.waitFor("Second Name");
	await terminal.waitFor("read again");

	await writeFile(file, '{"basics": ');
	await terminal.waitFor("line 1:11: the file ends too early");
	assert.match(terminal.text(), /Second Name/);
	terminal.press("?");
	await terminal.waitFor("› Help");
	assert.match(terminal.text(), /line 1:11: the file ends too early/, "it stays until the file is right");
	terminal.press("Esc");

	// As most editors save: a new file in the old one's place.
	await writeFile(`${file}.new`, resume("Third Name"));
	await rename(`${file}.new`, file);
	await terminal.waitFor("Third Name");
	terminal.press("q");
	assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 });
});

test("a signal ends browsing with its own exit code, the terminal as it was", async () => {
	for (const [signal, code] of [
		["SIGINT", 130],
		["SIGTERM", 143],
		["SIGHUP", 129],
		["SIGQUIT", 131],
	] as const) {
		await using terminal = openProgram();
		await terminal.waitFor("enter open");
		terminal.kill(signal);
		assert.deepEqual(await terminal.waitForExit(), { code, signal: 0 });
		const { isAlternateScreen, isCursorHidden, hasBracketedPaste } = terminal.modes();
		assert.deepEqual([isAlternateScreen, isCursorHidden, hasBracketedPaste], [false, false, false], signal);
	}
});

test("an address isn't fetched, and what fetches it is said", async () => {
	for (const [args, rest] of [
		[["--resume", "https://x.example/cv.json"], "--resume -"],
		[["card", "-r", "https://x.example/cv.json"], "--resume -"],
		[["serve", "--resume", "https://x.example/cv.json", "--port", "0"], "--resume -"],
		[["validate", "https://x.example/cv.json"], "validate -"],
	] as const) {
		const { code, stdout, stderr } = await runProgram(args);
		assert.deepEqual([code, stdout], [2, ""]);
		assert.equal(
			stderr,
			`${program.name}: https://x.example/cv.json: this is an address, not a file; use curl -sSL https://x.example/cv.json | ${program.name} ${rest}\n`,
		);
	}
});

test("whatever shows a résumé refuses while it isn't clear what is private", async (context) => {
	const document = { basics: { name: "Own", phone: "SECRET" }, meta: { private: ["basics.fone"] } };
	const file = await newFile(context, JSON.stringify(document, undefined, 1));
	const sentence = `${program.name}: ${file}:8:4: meta.private[0]: "basics.fone" matches nothing; did you mean basics.phone?\n`;
	for (const args of [[], ["--print"], ["card"], ["-f", "json"], ["serve", "--port", "0", "--quiet"]]) {
		const { code, stdout, stderr } = await runProgram([...args, "--resume", file]);
		assert.deepEqual([code, stdout, stderr], [2, "", sentence], args.join(" "));
	}

	const terminal = openProgram(["--resume", file, "--watch"]);
	assert.equal((await terminal.waitForExit()).code, 2);
	assert.match(terminal.history(), /did you mean basics\.phone\?/);
	assert.doesNotMatch(terminal.history(), /SECRET/);
});
