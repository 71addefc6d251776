import assert from "node:assert/strict";
import test from "node:test";
import { keyBytes } from "./keys.ts";
import { open } from "./terminal.ts";

const node = process.execPath;
const writing = (text: string) => [node, "-e", `process.stdout.write(${JSON.stringify(text)}); process.stdin.resume()`];

test("A program's text, colours, links and modes are seen as a person's terminal shows them", async () => {
	await using terminal = open(
		writing(
			"\u001B[?1049h\u001B[?25l\u001B[1;31mred\u001B[0m 张\u001B]8;;https://example.org\u0007link\u001B]8;;\u0007",
		),
		{ columns: 30, rows: 4 },
	);
	await terminal.waitFor("link");
	assert.equal(terminal.text(), "red 张link");
	assert.equal(terminal.lines().length, 4);
	const [red] = terminal.find("red");
	assert.deepEqual([red?.foreground, red?.isBold, red?.x], [1, true, 0]);
	assert.equal(terminal.find("张")[0]?.width, 2);
	assert.deepEqual(
		terminal.find("link").map((cell) => [cell.x, cell.link]),
		[6, 7, 8, 9].map((x) => [x, "https://example.org"]),
	);
	assert.deepEqual(
		[terminal.modes().isAlternateScreen, terminal.modes().isCursorHidden, terminal.modes().set],
		[true, true, [7, 1049]],
	);
});

test("Keys, a new size and signals reach the program; its end is reported", async () => {
	const script = `process.stdin.setRawMode(true).on("data", (data) => console.log(JSON.stringify(String(data))));
		process.stdout.on("resize", () => console.log(process.stdout.columns + "x" + process.stdout.rows));
		process.on("SIGTERM", () => { console.log("terminated"); process.exit(7); });
		console.log("ready");`;
	await using terminal = open([node, "-e", script]);
	await terminal.waitFor("ready");
	terminal.press("Down", "C-c", "é");
	await terminal.waitFor('"\\u001b[B\\u0003é"');
	terminal.resize(50, 10);
	await terminal.waitFor("50x10");
	terminal.kill("SIGTERM");
	assert.deepEqual(await terminal.waitForExit(), { code: 7, signal: 0 });
	assert.match(terminal.text(), /terminated$/);
});

test("What is copied by OSC 52 is kept, and a question for the background is answered", async () => {
	const copy = `\u001B]52;c;${Buffer.from("mail@example.org").toString("base64")}\u0007`;
	const script = `process.stdin.setRawMode(true).on("data", (data) => console.log(JSON.stringify(String(data))));
		process.stdout.write(${JSON.stringify(`${copy}\u001B]11;?\u0007`)});`;
	await using terminal = open([node, "-e", script], { background: "#102030" });
	await terminal.waitFor("rgb:1010/2020/3030");
	assert.deepEqual(terminal.clipboard, ["mail@example.org"]);
});

test("A closed terminal hangs the program up", async () => {
	await using terminal = open(writing("ready"));
	await terminal.waitFor("ready");
	terminal.hangUp();
	assert.equal((await terminal.waitForExit()).signal, 1);
});

test("Waiting in vain says what was awaited and shows the last screen", async () => {
	await using terminal = open(writing("something else"));
	await terminal.waitFor("something");
	await assert.rejects(
		terminal.waitFor(/nothing/, 50),
		/not shown \/nothing\/: 80×24, still running\n─+\nsomething else/,
	);
	await using ended = open([node, "-e", ""]);
	await assert.rejects(ended.waitFor("more"), /ended before shown "more"/);
});

test("A key that has no name is an error, not typed text", () => {
	const modes = { applicationCursorKeysMode: false, bracketedPasteMode: false };
	assert.throws(() => keyBytes("Downn", modes), /no key is named "Downn"/);
	assert.equal(keyBytes("Up", { ...modes, applicationCursorKeysMode: true }), "\u001BOA");
});
