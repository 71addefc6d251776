import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { textFormatNames } from "../../source/print/formats.ts";
import { plainStyle } from "../../source/print/plain-style.ts";
import { printText } from "../../source/print/text.ts";
import { newFile, newFolder } from "../helpers/files.ts";
import { openProgram, program, programNode, programPath, runProgram } from "../helpers/program.ts";
import { loadSample } from "../helpers/sample.ts";
import { open } from "../helpers/terminal.ts";

const { resume } = await loadSample();
const [section] = resume.sections.slice(2);
const textAt = (width: number, selection = {}) =>
	printText(resume, selection, { width, isAscii: false, style: plainStyle });
/** What the program says on standard error: one line, its name before it. */
const said = (sentence: string) => new RegExp(`^${program.name}: ${sentence}\\n$`);
const neutral = { COLUMNS: "", CI: "", NO_COLOR: "", FORCE_COLOR: "" };

test("piped, the whole résumé is printed, wrapped at 80 columns or at COLUMNS", async () => {
	const run = await runProgram([], { env: neutral });
	assert.deepEqual([run.code, run.stderr, run.stdout], [0, "", textAt(80)]);
	assert.equal((await runProgram([], { env: { ...neutral, COLUMNS: "50" } })).stdout, textAt(50));
	assert.equal((await runProgram(["--width", "40"], { env: { ...neutral, COLUMNS: "50" } })).stdout, textAt(40));
	assert.equal((await runProgram(["-p", "--width", "0"], { env: neutral })).stdout, textAt(0));
	assert.equal((await runProgram([], { env: { ...neutral, COLUMNS: "-3" } })).stdout, textAt(80));
});

test("a section or an entry is printed by id, title, beginning or number", async () => {
	for (const words of [[section!.id], [section!.title], [section!.id.slice(0, 5)], ["3"]]) {
		const run = await runProgram(words, { env: neutral });
		assert.deepEqual([run.code, run.stdout], [0, textAt(80, { section: 2 })]);
	}

	assert.equal((await runProgram(["3", "2"], { env: neutral })).stdout, textAt(80, { section: 2, entry: 1 }));
});

test("each format is printed whole, with nothing on standard error", async () => {
	for (const format of textFormatNames) {
		const run = await runProgram(["--format", format], { env: neutral });
		assert.deepEqual([run.code, run.stderr], [0, ""], format);
		assert.match(run.stdout, /\n$/);
		assert.ok(run.stdout.includes(resume.person.name), format);
	}

	const card = await runProgram(["card"], { env: neutral });
	assert.ok(card.code === 0 && card.stdout.startsWith(`${resume.person.name}\n`) && /[█▀▄]{8}/.test(card.stdout));
});

test("an error is one sentence on standard error, exit code 2, and nothing is printed", async () => {
	const cases: [string[], RegExp][] = [
		[["--colour"], /unknown option "--colour"; did you mean "--color"\?\n$/],
		[["reserch"], new RegExp(`no section is called "reserch"; did you mean "${section!.id}"\\? Choose one of `)],
		[["3", "99"], /no entry of .* has the number "99"; write a number from 1 to \d+$/m],
		[["a", "b", "c"], /too many arguments: "a" "b" "c"/],
		[["-f", "vcard", "3"], /a vCard holds the person, not a section/],
		[["-f", "bibtex", "1"], /BibTeX holds only publications/],
		[["--width", "7"], /--width takes 0 or a whole number from 20 to 1000, not "7"/],
		[["-r", "/no/such/file.json"], /no such file/],
		[["\u001B[31m\u202E"], /no section is called "\\u001b\[31m\?"/],
	];
	for (const [args, sentence] of cases) {
		const run = await runProgram(args, { env: neutral });
		assert.deepEqual([run.code, run.stdout], [2, ""], args.join(" "));
		assert.match(run.stderr, said("[^\\n\\u001B]*"));
		assert.match(run.stderr, sentence);
	}
});

test("a reader that leaves early is no error, and a slow one gets everything", async (context) => {
	const entry = { name: "Somewhere", position: "Something", summary: "word ".repeat(40) };
	const file = await newFile(context, JSON.stringify({ basics: { name: "Many" }, work: Array(3000).fill(entry) }));
	const start = () => {
		const child = spawn(programNode, [programPath, "-r", file], {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ...neutral },
		});
		const errors: Buffer[] = [];
		child.stderr.on("data", (data) => errors.push(data));
		return { child, closed: once(child, "close"), errors };
	};
	const hasty = start();
	const [first] = await once(hasty.child.stdout, "data");
	hasty.child.stdout.destroy();
	assert.match(String(first), /^Many\n/);
	assert.deepEqual([(await hasty.closed)[0], Buffer.concat(hasty.errors).toString()], [0, ""]);

	const slow = start();
	const sizes: number[] = [];
	for await (const data of slow.child.stdout) {
		sizes.push(data.length);
		await new Promise((resolve) => setImmediate(resolve));
	}

	assert.equal((await slow.closed)[0], 0);
	const whole = await runProgram(["-r", file, "-o", "-"], { env: neutral });
	assert.equal(
		sizes.reduce((sum, size) => sum + size, 0),
		Buffer.byteLength(whole.stdout),
	);
	assert.ok(whole.stdout.length > 500_000);
});

test("where nothing can be browsed on a terminal, the résumé is printed", async () => {
	const name = resume.person.name;
	const programs: [string[], Record<string, string>][] = [
		[["sh", "-c", `echo | ${programNode} ${programPath}`], {}],
		[["sh", "-c", `${programNode} ${programPath} <&-`], {}],
		[[programNode, programPath], { CI: "true" }],
		[[programNode, programPath], { TERM: "dumb" }],
		[[programNode, programPath, "--print"], {}],
	];
	for (const [command, env] of programs) {
		await using terminal = open(command, { env, rows: 100 });
		assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 }, command.join(" "));
		assert.ok(terminal.text().startsWith(name) && terminal.text().includes(section!.title));
		assert.ok(!terminal.raw.includes("\u001B[?1049h"));
		assert.equal(terminal.raw.includes("\u001B["), env.TERM !== "dumb");
	}
});

test("colours go to a terminal alone, and as the flags and the environment say", async () => {
	const colours = async (args: string[], env: Record<string, string> = {}) =>
		(await runProgram(["-p", ...args], { env: { ...neutral, ...env } })).stdout.includes("\u001B[");
	assert.equal(await colours([]), false);
	assert.equal(await colours(["--color"]), true);
	assert.equal(await colours([], { FORCE_COLOR: "1" }), true);
	assert.equal(await colours(["--no-color"], { FORCE_COLOR: "1" }), false);
	assert.equal(await colours(["--color=always"], { NO_COLOR: "1" }), true);
	assert.equal(await colours(["--color=never"], { FORCE_COLOR: "1" }), false);
	for (const [args, env, isColoured] of [
		[[], {}, true],
		[["--no-color"], {}, false],
		[[], { NO_COLOR: "1" }, false],
		[["--color"], { NO_COLOR: "1" }, true],
	] as const) {
		await using terminal = openProgram(["-p", ...args], { env, rows: 100 });
		await terminal.waitForExit();
		assert.equal(terminal.raw.includes("\u001B["), isColoured, JSON.stringify([args, env]));
	}
});

test("--output writes a whole new file, overwrites only by force, and says so", async (context) => {
	const cwd = await newFolder(context);
	const first = await runProgram(["-f", "markdown", "-o", "cv.md"], { cwd });
	const size = (await readFile(path.join(cwd, "cv.md"))).length;
	assert.deepEqual([first.code, first.stdout, first.stderr], [0, "", `${program.name}: wrote cv.md (${size} bytes)\n`]);

	const second = await runProgram(["-o", "cv.md"], { cwd });
	assert.equal(second.code, 2);
	assert.match(second.stderr, said("cv\\.md: this file already exists; .*--force"));
	assert.match(await readFile(path.join(cwd, "cv.md"), "utf8"), /^# /);

	await symlink("cv.md", path.join(cwd, "link.md"));
	const forced = await runProgram(["-f", "text", "-o", "link.md", "--force", "--color"], { cwd, env: neutral });
	assert.equal(forced.code, 0);
	assert.equal(await readFile(path.join(cwd, "cv.md"), "utf8"), textAt(80));

	// What the file is called says the format, where no format is named.
	assert.equal((await runProgram(["-o", "called.md"], { cwd })).code, 0);
	assert.match(await readFile(path.join(cwd, "called.md"), "utf8"), /^# /);

	for (const [file, sentence] of [
		[".", /this is a directory/],
		["none/cv.txt", /no such directory/],
		["/dev/null", /this is no plain file/],
		["\u001B[2Jcv\n.md/x", /: cv \.md\/x: no such directory/],
	] as const) {
		const run = await runProgram(["-o", file, "--force"], { cwd });
		assert.deepEqual([run.code, run.stdout], [2, ""], file);
		assert.match(run.stderr, sentence);
	}

	assert.deepEqual((await readdir(cwd)).sort(), ["called.md", "cv.md", "link.md"]);
});

test("help and version are printed, each line of the help within 80 columns", async () => {
	assert.deepEqual(await runProgram(["--version"]), {
		code: 0,
		signal: null,
		stdout: `${program.version}\n`,
		stderr: "",
	});
	for (const args of [["--help"], ["-h"], ["help"], ["serve", "--help"], ["help", "card"], ["help", "validate"]]) {
		const { code, stdout, stderr } = await runProgram(args);
		assert.deepEqual([code, stderr], [0, ""]);
		assert.ok(stdout.startsWith(`${program.name} `));
		assert.match(stdout, /^.*\n {2}[A-Z].*\.\n\n/);
		assert.ok(stdout.split("\n").every((line) => line.length <= 80));
	}
});

test("a full disk is no internal error", { skip: !existsSync("/dev/full") && "no /dev/full here" }, async () => {
	const child = spawn("sh", ["-c", `${programNode} ${programPath} --print > /dev/full`], { stdio: "pipe" });
	const errors: Buffer[] = [];
	child.stderr.on("data", (data) => errors.push(data));
	assert.deepEqual(await once(child, "close"), [1, null]);
	assert.match(String(Buffer.concat(errors)), said("stdout can't be written: no space left; .*"));
});

test("a system's refusal names what was refused, and is no internal error", async (context) => {
	for (const [error, sentence] of [
		[{ code: "EACCES", message: "EACCES: x", path: "/a\u001B[31mb" }, "/ab: permission denied; .*"],
		[{ code: "EXYZ", message: "EXYZ: something\nodd, open '/c'", path: "/c" }, "/c: something odd"],
	] as const) {
		const thrown = `Object.assign(new Error(), ${JSON.stringify({ ...error, syscall: "open" })})`;
		const file = await newFile(context, `JSON.stringify = () => { throw ${thrown}; };`, "breaks.cjs");
		const run = await runProgram(["-f", "json"], { env: { ...neutral, NODE_OPTIONS: `--require ${file}` } });
		assert.deepEqual([run.code, run.stdout], [1, ""]);
		assert.match(run.stderr, said(sentence));
	}
});

test("the card and the viewer name the way back to the package's résumé, and none to another's", async (context) => {
	assert.ok((await runProgram(["card"], { env: neutral })).stdout.includes(program.command));
	const file = await newFile(context, '{"basics":{"name":"Own Name"},"work":[{"name":"Somewhere"}]}');
	const card = await runProgram(["card", "-r", file], { env: neutral });
	assert.match(card.stdout, /^Own Name/);
	assert.ok(!card.stdout.includes(program.command));
	for (const args of [[], ["-r", file]]) {
		await using terminal = openProgram(args);
		await terminal.waitFor("❯");
		terminal.press("q");
		assert.equal((await terminal.waitForExit()).code, 0);
		assert.equal(terminal.history().includes(program.command), args.length === 0);
	}
});

test("what --hide names must be there", async () => {
	const run = await runProgram(["--hide", "basics.fone"], { env: neutral });
	assert.deepEqual([run.code, run.stdout], [2, ""]);
	assert.match(run.stderr, said('--hide "basics.fone" matches nothing; did you mean basics.phone\\?'));
	assert.equal((await runProgram(["serve", "--hide", "basics.fone", "--port", "0"])).code, 2);
});

test("an internal error is one sentence with where to report it; its stack is shown on demand alone", async (context) => {
	const breaks = "JSON.stringify = () => { throw new Error('broken\\u001B[31m\\non purpose'); };";
	const file = await newFile(context, breaks, "breaks.cjs");
	const env = { ...neutral, NODE_OPTIONS: `--require ${file}` };
	const run = await runProgram(["-f", "json"], { env });
	assert.deepEqual([run.code, run.stdout], [1, ""]);
	assert.match(run.stderr, said("internal error: broken on purpose; please report it at https:\\S+"));
	const debugged = await runProgram(["-f", "json"], { env: { ...env, NODE_DEBUG: program.name } });
	assert.match(debugged.stderr, /\n {4}at /);
});

test("a résumé of one's own is printed, its problems counted in one line", async (context) => {
	const cwd = await newFolder(context);
	await writeFile(path.join(cwd, "cv.json"), JSON.stringify({ basics: { name: "Own Name" }, work: [{ name: 7 }] }));
	const run = await runProgram(["-r", "cv.json"], { cwd, env: neutral });
	assert.equal(run.code, 0);
	assert.match(run.stdout, /^Own Name\n/);
	assert.match(
		run.stderr,
		said(`cv\\.json: 1 problem; showing what could be read; "${program.name} validate cv\\.json" lists it`),
	);
	const piped = await runProgram(["--resume", "-", "-f", "vcard"], {
		input: '{"basics":{"name":"Piped"}}',
		env: neutral,
	});
	assert.deepEqual([piped.code, piped.stderr], [0, ""]);
	assert.match(piped.stdout, /^FN:Piped\r$/m);
});

test("what is private is in no format, nor is what --hide names", async (context) => {
	const secrets = ["+41 79 555 01 23", "41795550123", "secret@example.org", "Hidden Street 7", "hush-hush"];
	const document = {
		basics: {
			name: "Own Name",
			phone: secrets[0],
			email: secrets[2],
			location: { address: secrets[3], city: "Bern" },
			profiles: [{ network: "X", username: "x" }],
		},
		publications: [{ name: "Open", summary: "hush-hush", url: "https://arxiv.org/abs/2101.00001" }],
		meta: { private: ["basics.phone", "basics.location.address", "publications[0].summary"] },
	};
	const file = await newFile(context, JSON.stringify(document));
	const { decodeText } = await import("../helpers/qr.ts");
	for (const args of [...textFormatNames.map((format) => ["-f", format]), ["card"]]) {
		const { code, stdout, stderr } = await runProgram([...args, "-r", file, "--hide", "basics.email"], {
			env: neutral,
		});
		assert.equal(code, 0, stderr);
		const code2 = args[0] === "card" ? decodeText(stdout.split("\n").slice(0, -1), { isInkDark: true }) : "";
		if (args[0] === "card") {
			assert.match(code2 ?? "", /^FN:Own Name\r$/m);
		}

		for (const secret of secrets) {
			assert.ok(!(stdout + stderr + code2).includes(secret), `${secret} is in ${args.join(" ")}`);
		}
	}
});

test("a card without colour is drawn for the background that the terminal has, and dark on light in a file", async () => {
	const { decodeText } = await import("../helpers/qr.ts");
	const codeIn = (text: string, isInkDark: boolean) =>
		decodeText(
			text.split("\n").filter((line) => /^[ █▀▄]*$/.test(line)),
			{ isInkDark },
		) ?? "";
	for (const [args, background, isInkDark] of [
		[[], "#fdf6e3", true],
		[[], "#002b36", false],
		[[], undefined, false],
		[["--background=light"], "#000000", true],
		[["--background=dark"], "#ffffff", false],
	] as const) {
		// The shell stays, so that the terminal has time to draw all that was written.
		const command = [programNode, programPath, "card", ...args].map((word) => `'${word}'`).join(" ");
		await using terminal = open(["sh", "-c", `${command}; read again`], {
			env: { NO_COLOR: "1" },
			rows: 60,
			background,
		});
		await terminal.waitFor((screen) => /^FN:/m.test(codeIn(screen, isInkDark)));
		assert.ok(!terminal.text().includes("rgb:"), "the answer isn't shown");
	}

	const { stdout } = await runProgram(["card"], { env: neutral });
	assert.match(codeIn(stdout, true), /^FN:/m);
});

test("the card isn't written under a name of another format", async (context) => {
	const cwd = await newFolder(context);
	for (const name of ["card.pdf", "card.vcf", "card.docx"]) {
		const { code, stdout, stderr } = await runProgram(["card", "-o", name], { cwd, env: neutral });
		assert.deepEqual([code, stdout], [2, ""]);
		assert.match(stderr, new RegExp(`^${program.name}: "${name}": (?:the card is plain text|no format has files)`));
	}

	assert.deepEqual(await readdir(cwd), []);
});
