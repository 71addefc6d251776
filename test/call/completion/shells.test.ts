import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmod, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { type TestContext, test } from "node:test";
import { completionScript } from "../../../source/call/completion/index.ts";
import type { Shell } from "../../../source/call/flags.ts";
import { newFile, newFolder } from "../../helpers/files.ts";
import { program, programNode, programPath } from "../../helpers/program.ts";
import { loadSample } from "../../helpers/sample.ts";
import { open } from "../../helpers/terminal.ts";

const { name } = program;
const { resume: sample } = await loadSample();
const [, section] = sample.sections;
const without = (shell: string) => spawnSync(shell, ["--version"]).error !== undefined && `there is no ${shell} here`;

/** A PATH with the program under its own name, as after a global install. */
async function installed(context: TestContext): Promise<string> {
	const folder = await newFolder(context);
	const file = path.join(folder, name);
	await writeFile(file, `#!/bin/sh\nexec '${programNode}' '${programPath}' "$@"\n`);
	await chmod(file, 0o755);
	return `${folder}${path.delimiter}${process.env.PATH}`;
}

for (const [shell, argv, source] of [
	["bash", ["--norc", "--noprofile", "-i"], `source <(${name} completion bash)`],
	["zsh", ["-f", "-i"], `source <(${name} completion zsh)`],
] as const) {
	test(`${shell} completes commands, options, formats, sections and entries`, {
		skip: without(shell),
	}, async (context) => {
		const env = {
			PATH: await installed(context),
			PS1: "$ ",
			PROMPT: "$ ",
			ZDOTDIR: "/nonexistent",
			BASH_SILENCE_DEPRECATION_WARNING: "1",
		};
		await using terminal = open([shell, ...argv], { columns: 200, rows: 40, env });
		await terminal.waitFor("$");
		terminal.write(`${source} && echo rea''dy\r`);
		await terminal.waitFor("ready");

		/** Types the words and Tab, waits for the line to be completed, and clears it. */
		const complete = async (typed: string, expected: string) => {
			terminal.write(`${name} ${typed}\t`);
			await terminal.waitFor((screen) =>
				screen.split("\n").some((line) => line.trimEnd().endsWith(`$ ${name} ${expected}`)),
			);
			terminal.write("\u0015\f");
			await terminal.waitFor((screen) => !screen.includes(expected));
		};
		await complete("valid", "validate");
		await complete("--screen", "--screen-reader");
		await complete("--format markd", "--format markdown");
		await complete("serve --metr", "serve --metrics-port");
		await complete("completion fi", "completion fish");
		await complete(section!.id.slice(0, -2), section!.id);
		const entry = section!.entries[0]!.id;
		const others = section!.entries.slice(1).map(({ id }) => id);
		const start = Array.from(entry, (_, end) => entry.slice(0, end)).find(
			(each) => !others.some((id) => id.startsWith(each)),
		);
		await complete(`--ascii ${section!.id} ${start}`, `--ascii ${section!.id} ${entry}`);

		// What there is to choose from is listed.
		terminal.write(`${name} ${section!.id} \t\t`);
		await terminal.waitFor((screen) => section!.entries.every(({ id }) => screen.includes(id)));
	});
}

test("fish completes commands, options, formats, sections and entries", { skip: without("fish") }, async (context) => {
	const env = { ...process.env, PATH: await installed(context), HOME: await newFolder(context) };
	const complete = (typed: string) =>
		execFileSync("fish", ["--no-config", "-c", `${name} completion fish | source; complete -C "${name} ${typed}"`], {
			env,
			encoding: "utf8",
		})
			.trim()
			.split("\n")
			.map((line) => line.split("\t")[0]);
	const { sections } = sample;
	const first = complete("");
	for (const word of ["card", "serve", "validate", "completion", ...sections.map(({ id }) => id)]) {
		assert.ok(first.includes(word), word);
	}

	assert.deepEqual(complete(`${section!.id} `), section!.entries.map(({ id }) => id).toSorted());
	assert.deepEqual(complete(`--width 60 ${section!.id} `), section!.entries.map(({ id }) => id).toSorted());
	assert.deepEqual(complete("--format markd"), ["markdown"]);
	assert.deepEqual(complete("--screen"), ["--screen-reader"]);
	assert.deepEqual(complete("serve --metr"), ["--metrics-port"]);
	assert.deepEqual(
		complete("card --metr").filter((word) => word?.startsWith("--metr")),
		[],
	);
	assert.deepEqual(complete("completion "), ["bash", "fish", "zsh"]);
});

test("every script is without a fault in its shell's own eyes", async (context) => {
	const env = { ...process.env, PATH: await installed(context) };
	for (const shell of ["bash", "zsh", "fish"].filter((each) => without(each) === false)) {
		const script = execFileSync(name, ["completion", shell], { env, encoding: "utf8" });
		const { status, stderr } = spawnSync(shell, ["-n", await newFile(context, script)], { encoding: "utf8" });
		assert.deepEqual([status, stderr], [0, ""], shell);
	}
});

test("a résumé's words are text to every shell, and never run", async (context) => {
	const words = "It's `touch a` $(touch b) \\'; touch c; '\\\\ [x]:y";
	const entry = { id: "one", title: words, label: words, details: [], people: [], body: [], links: [] };
	const resume = { ...sample, sections: [{ id: "odd", title: words, source: "odd", entries: [entry] }] };
	for (const shell of ["bash", "zsh", "fish"].filter((each) => without(each) === false)) {
		const folder = await newFolder(context);
		const file = await newFile(context, completionScript(shell as Shell, "card", resume));
		const use = {
			bash: `source '${file}'; COMP_WORDS=(card odd ''); COMP_CWORD=2; _card; echo "$COMPREPLY"`,
			zsh: `autoload -U compinit; compinit -u -D; source '${file}'; _describe() { print -r -- "\${(P)2}" }; _card_second odd`,
			fish: `source '${file}'; complete -C 'card odd '`,
		}[shell as Shell];
		const { stdout, stderr } = spawnSync(shell, ["-c", use], {
			cwd: folder,
			encoding: "utf8",
			env: { ...process.env, HOME: folder },
		});
		assert.equal(stderr, "", shell);
		assert.match(stdout, /^one/, shell);
		assert.equal(shell === "bash" || stdout.includes(words), true, stdout);
		assert.deepEqual(
			(await readdir(folder)).filter((name) => /^[abc]$/.test(name)),
			[],
			shell,
		);
	}
});
