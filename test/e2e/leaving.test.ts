import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { newFolder } from "../helpers/files.ts";
import { openProgram, programNode, programPath, readProgram } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
import { open, type Terminal } from "../helpers/terminal.ts";

const { person } = (await loadSample()).resume;
const name = person.name;
const command = `'${programNode}' '${programPath}'`;

/** The program under a shell, which then says how it ended and in what state the terminal's line is. */
const openInShell = () => open(["sh", "-c", `${command}; echo "ended with $?"; stty -a; read again`]);

/** As a terminal is where nothing runs in it: the shell's own screen, a visible cursor, lines edited and echoed. */
async function assertGivenBack(terminal: Terminal, status: number) {
	await terminal.waitFor(`ended with ${status}`);
	await terminal.waitFor(/\sicanon\b/);
	await terminal.waitFor(/\secho\s/);
	assert.doesNotMatch(terminal.text(), /-icanon|-echo\s|-isig|-icrnl/);
	assert.deepEqual(terminal.modes(), {
		isAlternateScreen: false,
		isCursorHidden: false,
		hasBracketedPaste: false,
		set: [7, 25],
	});
}

for (const [what, leave] of [
	["q", (terminal: Terminal) => terminal.press("q")],
	["Ctrl-C", (terminal: Terminal) => terminal.press("C-c")],
	["q, after layers, typed all at once", (terminal: Terminal) => terminal.press("Down", "Enter", "t", "q")],
] as const) {
	test(`${what} leaves with the terminal as it was, and the card stays`, async () => {
		await using terminal = openInShell();
		await terminal.waitFor("❯");
		assert.ok(terminal.modes().isAlternateScreen);
		leave(terminal);
		await assertGivenBack(terminal, 0);
		assert.ok(terminal.history().includes(name));
		assert.ok(terminal.history().includes("npx "));
	});
}

for (const [signal, number] of [
	["SIGTERM", 15],
	["SIGHUP", 1],
	["SIGINT", 2],
] as const) {
	test(`${signal} gives the terminal back and ends with 128 and its number`, async (t) => {
		const folder = await newFolder(t);
		const file = path.join(folder, "pid");
		// A shell of its own for the program, so that the signal reaches the program and not the shell that reports.
		await using terminal = open([
			"sh",
			"-c",
			`sh -c 'echo $$ > ${file}; exec ${command.replaceAll("'", '"')}'; echo "ended with $?"; stty -a; read again`,
		]);
		await terminal.waitFor("❯");
		process.kill(Number(await readFile(file, "utf8")), signal);
		await assertGivenBack(terminal, 128 + number);
	});
}

test("Nothing is written to stderr, wherever it goes", async (t) => {
	const file = path.join(await newFolder(t), "stderr");
	await using terminal = open(["sh", "-c", `${command} 2>'${file}'; echo "ended with $?"; stty -a; read again`]);
	await terminal.waitFor("❯");
	terminal.press("Down", "/", "text:a", "Esc", "q");
	await assertGivenBack(terminal, 0);
	assert.equal(await readFile(file, "utf8"), "");
});

test("A warning of Node.js's own waits until the screen is left", async (t) => {
	const hook = path.join(await newFolder(t), "hook.cjs");
	await writeFile(hook, 'process.on("SIGUSR2", () => process.emitWarning("something odd"));');
	await using terminal = openProgram([], { env: { NODE_OPTIONS: `--require ${hook}` } });
	await terminal.waitFor("❯");
	terminal.kill("SIGUSR2");
	terminal.press("?");
	await terminal.waitFor("move, or scroll");
	assert.doesNotMatch(terminal.raw, /odd/);
	terminal.press("q", "q");
	await terminal.waitFor("Warning: something odd");
	assert.match(terminal.text(), /npx [\s\S]+Warning: something odd/);
});

test("Ctrl-Z stops with the terminal as it was, and fg comes back to the same place", async () => {
	await using terminal = open(["bash", "--norc", "--noprofile", "-i"], {
		env: { PS1: "prompt> ", HISTFILE: undefined },
	});
	await terminal.waitFor("prompt>");
	terminal.press(`text:${command}`, "Enter");
	await terminal.waitFor("❯");
	terminal.press("Down", "Enter");
	await terminal.waitFor(/esc/);
	const place = terminal.lines()[0];
	terminal.press("C-z");
	await terminal.waitFor(/Stopped[\s\S]*prompt>/);
	assert.equal(terminal.modes().isAlternateScreen, false);
	assert.equal(terminal.modes().isCursorHidden, false);
	terminal.press("text:echo $((6 * 7))", "Enter");
	await terminal.waitFor(/^42$/m);
	terminal.press("text:fg", "Enter");
	await terminal.waitFor((screen) => screen.split("\n")[0] === place);
	assert.ok(terminal.modes().isAlternateScreen);
	terminal.press("q");
	await terminal.waitFor(/npx [\s\S]*prompt>/);
	assert.equal(terminal.modes().isAlternateScreen, false);
});

test("kill -TSTP stops it as Ctrl-Z does, and after fg the keys work", async (t) => {
	const folder = await newFolder(t);
	const file = path.join(folder, "pid");
	await using terminal = open(["bash", "--norc", "--noprofile", "-i"], {
		env: { PS1: "prompt> ", HISTFILE: undefined },
	});
	await terminal.waitFor("prompt>");
	terminal.press(`text:bash -c 'echo $$ > ${file}; exec ${command.replaceAll("'", '"')}'`, "Enter");
	await terminal.waitFor("❯");
	terminal.press("Down");
	await terminal.waitFor(/❯ Pub/);
	const pid = Number(await readFile(file, "utf8"));
	for (let times = 0; times < 2; times++) {
		process.kill(pid, "SIGTSTP");
		await terminal.waitFor(/Stopped[\s\S]*prompt>/);
		assert.equal(terminal.modes().isAlternateScreen, false);
		terminal.press("text:fg", "Enter");
		await terminal.waitFor((screen) => screen.includes("❯ ") && screen.includes("quit"));
		terminal.press("Down");
		await terminal.waitFor(/❯ Research/);
		terminal.press("Up");
		await terminal.waitFor(/❯ Pub/);
	}

	terminal.press("q");
	await terminal.waitFor(/npx [\s\S]*prompt>/);
});

test("A window that is resized while the job is stopped is drawn in its new size", async () => {
	for (const [columns, rows] of [
		[60, 18],
		[100, 30],
	] as const) {
		await using terminal = open(["bash", "--norc", "--noprofile", "-i"], {
			env: { PS1: "prompt> ", HISTFILE: undefined },
		});
		await terminal.waitFor("prompt>");
		terminal.press(`text:${command}`, "Enter");
		await terminal.waitFor("❯");
		terminal.press("Down");
		await terminal.waitFor(/❯ Pub/);
		terminal.press("C-z");
		await terminal.waitFor(/Stopped[\s\S]*prompt>/);
		terminal.resize(columns, rows);
		terminal.press("text:fg", "Enter");
		await terminal.waitFor((screen) => screen.split("\n")[rows - 1]?.includes("quit") === true);
		terminal.press("Down");
		await terminal.waitFor(/❯ Research/);
		const lines = terminal.lines();
		assert.equal(lines.filter((line) => line.includes("❯")).length, 1, lines.join("\n"));
		const rules = lines.filter((line) => /^ +─+$/.test(line));
		assert.ok(rules.length >= 2);
		assert.deepEqual(
			rules.map((line) => line.trim().length),
			rules.map(() => columns - 4),
		);
	}
});

test("Ctrl-Z stops it in a window that's too small too, where the wheel moves nothing", async () => {
	await using terminal = open(["bash", "--norc", "--noprofile", "-i"], {
		env: { PS1: "prompt> ", HISTFILE: undefined },
	});
	await terminal.waitFor("prompt>");
	terminal.press(`text:${command} --mouse`, "Enter");
	await terminal.waitFor("❯");
	terminal.resize(19, 6);
	await terminal.waitFor("needs 20×6");
	terminal.write("\u001B[<65;3;3M");
	terminal.press("C-z");
	await terminal.waitFor((screen) => screen.endsWith("prompt>") && !terminal.modes().isAlternateScreen);
	terminal.resize(80, 24);
	terminal.press("text:fg", "Enter");
	await terminal.waitFor(/❯ Education/);
});

for (const [what, typed] of [
	["stopped by Ctrl-Z", [command, "C-z"]],
	["stopped, then sent to the background", [command, "C-z", "bg"]],
	["started in the background", [`${command} &`]],
] as const) {
	// One that is stopped while it takes the terminal takes it again when it goes on: if another thread of Node.js than that
	// one is ending it meanwhile, the system stops it once more.
	const look = typed.length === 1 ? "kill -CONT" : "kill -0";

	test(`A job that was ${what} ends when it's killed, and writes nothing over the shell's lines`, async () => {
		await using terminal = open(["bash", "--norc", "--noprofile", "-i"], {
			env: { PS1: "prompt> ", HISTFILE: undefined },
		});
		await terminal.waitFor("prompt>");
		for (const line of typed) {
			if (line === "C-z") {
				await terminal.waitFor("❯");
				terminal.press(line);
				await terminal.waitFor(/Stopped[\s\S]*prompt>/);
			} else {
				terminal.press(`text:${line}`, "Enter");
			}
		}

		// A job that takes the terminal from the background is stopped again.
		terminal.press("text:until jobs -s | grep -q .; do sleep 0.05; done; clear; echo $((6 * 7))", "Enter");
		await terminal.waitFor(/^42$/m);
		const { length } = terminal.raw;
		terminal.press(`text:kill %1; while ${look} %1; do sleep 0.05; done 2>/dev/null; echo ended`, "Enter");
		await terminal.waitFor(/^ended$/m);
		assert.doesNotMatch(terminal.raw.slice(length), /\u001B\[(?!\?2004[hl])/);
		assert.ok(!terminal.raw.slice(length).includes(name));
	});
}

test("Enter that is typed before the program listens counts as Enter", async () => {
	await using terminal = openProgram();
	// Until raw mode is set, the terminal makes a line feed of it.
	terminal.write("jj\n");
	await terminal.waitFor("1 of 5");
});

test("A closed terminal ends the program", async () => {
	const terminal = openProgram();
	await terminal.waitFor("❯");
	terminal.hangUp();
	await terminal.waitForExit();
	assert.throws(() => process.kill(terminal.pid, 0), { code: "ESRCH" });
});

test("A screen that throws gives the terminal back; the visitor reads one sentence", async (t) => {
	const folder = await newFolder(t);
	const hook = path.join(folder, "fault.cjs");
	// Breaks what is drawn next, once asked to. Twice, since React draws a second time what has thrown.
	await writeFile(
		hook,
		`process.on("SIGUSR2", () => {
			const { map } = Array.prototype;
			let left = 2;
			Array.prototype.map = function (...given) {
				if (left-- > 0) {
					throw new Error("a fault put there by a test");
				}
				return map.apply(this, given);
			};
			process.stdout.write("\\u001B]2;armed\\u0007");
		});`,
	);
	const file = path.join(folder, "pid");
	const run = `exec "${programNode}" --require "${hook}" "${programPath}"`;
	await using terminal = open([
		"sh",
		"-c",
		`sh -c 'echo $$ > ${file}; ${run}'; echo "ended with $?"; stty -a; read again`,
	]);
	await terminal.waitFor("❯");
	process.kill(Number(await readFile(file, "utf8")), "SIGUSR2");
	await terminal.waitFor(() => terminal.title === "armed");
	terminal.press("Down");
	await assertGivenBack(terminal, 1);
	const said = terminal.history();
	assert.match(said, /a fault put there by a test/);
	assert.doesNotMatch(said, /^ +at |\.cjs:\d+/m);
});

test("Where what comes after the first frame cannot be read, the terminal is given back with one sentence", async (t) => {
	const folder = await newFolder(t);
	await cp(path.dirname(programPath), folder, { recursive: true });
	const [ink] = [...(await readProgram(folder))].find(([, text]) => text.includes("ink-root"))!;
	const file = path.join(folder, ink);
	await writeFile(file, (await readFile(file)).subarray(0, 1000));
	await using terminal = open([programNode, path.join(folder, path.basename(programPath))]);
	assert.deepEqual(await terminal.waitForExit(), { code: 1, signal: 0 });
	assert.match(terminal.text(), /^\S+: internal error: .+/);
	assert.doesNotMatch(terminal.text(), /\n\s+at /);
	assert.match(terminal.raw, /\u001B\[\?1049h/);
	assert.deepEqual(terminal.modes().set, [7, 25]);
});
