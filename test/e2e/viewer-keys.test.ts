import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { newFile, newFolder } from "../helpers/files.ts";
import { openProgram, runProgram } from "../helpers/program.ts";
import { longDocument } from "../helpers/resumes.ts";
import { take } from "../helpers/take.ts";

const sizes = [
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 12 },
];
// Where nothing can open a browser, on whatever machine the tests run.
const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, WSL_DISTRO_NAME: undefined };
const count = 30;

/** Item n of the list, or entry n of the section, whatever else has numbers. */
const item = (n: number) => new RegExp(`(?<!\\d)${n} of ${count}(?!\\d)`);
const notItem = (n: number) => (screen: string) => screen.includes(`of ${count}`) && !item(n).test(screen);
/** A text with its lines from n on in view. */
const fromLine = (n: number) => new RegExp(`(?<!\\d)${n}–\\d+ of \\d+`);
const notFromLine = (n: number) => (screen: string) => /\d–\d+ of/.test(screen) && !fromLine(n).test(screen);
const toTheEnd = /–(\d+) of \1(?!\d)/;

for (const size of sizes) {
	const openLong = async (context: Parameters<typeof newFile>[0], words: string[] = []) => {
		const file = await newFile(context, JSON.stringify(longDocument(count, 30)));
		return openProgram(["--resume", file, ...words], { ...size, env });
	};
	const at = `at ${size.columns}×${size.rows}`;

	test(`Every key moves as it should in menus and between screens ${at}`, async (context) => {
		await using terminal = await openLong(context);
		await terminal.waitFor("❯ Work");
		await take(terminal, [
			["Down", "❯ Skills"],
			["Down", "❯ Skills"],
			["Up", "❯ Work"],
			["j", "❯ Skills"],
			["k", "❯ Work"],
			["G", "❯ Skills"],
			["g", "❯ Work"],
			["End", "❯ Skills"],
			["Home", "❯ Work"],
			["2", "❯ Skills"],
			["1", "❯ Work"],
			["Tab", "❯ Skills"],
			["Tab", "❯ Work"],
			["S-Tab", "❯ Skills"],
			["S-Tab", "❯ Work"],
			["Enter", item(1)],
			["PgDn", notItem(1)],
			["PgUp", item(1)],
			["Space", notItem(1)],
			["b", item(1)],
			["C-d", notItem(1)],
			["C-u", item(1)],
			["G", item(count)],
			["Down", item(count)],
			["g", item(1)],
			["End", item(count)],
			["Home", item(1)],
			["7", item(7)],
			["Right", (screen) => screen.includes("Role 7") && !screen.includes("❯")],
			["Esc", "❯"],
			["l", "Did thing 1 of company 7."],
			["Left", "❯"],
			["Enter", "Did thing 1 of company 7."],
			["h", "❯"],
			["Enter", "Did thing 1 of company 7."],
			["Backspace", "❯"],
			["Tab", "Skills"],
			["S-Tab", "Did thing 1 of company 1."],
			["Backspace", item(1)],
			["Backspace", "❯ Work"],
			["Backspace", "❯ Work"],
		]);
		terminal.press("Esc", "Down");
		await terminal.waitFor("❯ Skills");
	});

	test(`Every key scrolls a text and goes to its neighbours ${at}`, async (context) => {
		await using terminal = await openLong(context, ["work", "3"]);
		await terminal.waitFor("Role 3");
		await take(terminal, [
			["Down", fromLine(2)],
			["j", fromLine(3)],
			["Up", fromLine(2)],
			["k", fromLine(1)],
			["PgDn", notFromLine(1)],
			["PgUp", fromLine(1)],
			["Space", notFromLine(1)],
			["b", fromLine(1)],
			["C-d", notFromLine(1)],
			["C-u", fromLine(1)],
			["G", toTheEnd],
			["Down", toTheEnd],
			["g", fromLine(1)],
			["End", toTheEnd],
			["Home", fromLine(1)],
			["]", "Role 4"],
			["Right", "Role 5"],
			["l", "Role 6"],
			["[", "Role 5"],
			["Esc", item(5)],
			["G", item(count)],
			["Enter", `Role ${count}`],
			["]", "this is the last entry"],
			["Tab", "Baking"],
			["S-Tab", "Role 1"],
			["[", "this is the first entry"],
		]);
	});

	test(`Search, timeline, links, card and help open and close ${at}`, async (context) => {
		await using terminal = await openLong(context);
		await terminal.waitFor("❯ Work");
		await take(terminal, [
			["?", "Help"],
			["G", toTheEnd],
			["Esc", "❯ Work"],
			["t", "Timeline"],
			["Down", item(2)],
			["Enter", /Role \d+/],
			["Esc", "Timeline"],
			["u", "Links"],
			["2", /2 of \d+/],
			["Esc", "Timeline"],
			["Esc", "❯ Work"],
			["c", "Card"],
			["Esc", "❯ Work"],
			["/", "titles, people"],
			["text:comapny 17", "Did thing 17 of"],
			["Backspace", "comapny 1"],
			["C-u", "titles, people"],
			["text:thing 20 of company 9", "thing 20 of company 9"],
			// The text is on both screens; that the search is left is not.
			["Enter", (screen) => !screen.includes("› Search") && screen.includes("Did thing 20 of company 9.")],
			["Esc", "› Search"],
			["C-u", "titles, people"],
			["text:did thing 20", /1 of \d+/],
			["Enter", "Did thing 20 of company 1."],
			["n", "Did thing 20 of company 2."],
			["n", "Did thing 20 of company 3."],
			["N", "Did thing 20 of company 2."],
			["Esc", "Search"],
			["Esc", "❯ Work"],
			["n", "nothing is searched"],
			["o", "› Links"],
			["Esc", "❯ Work"],
		]);
	});

	test(`y copies by OSC 52 and says what; o shows the address where nothing can be opened ${at}`, async (context) => {
		await using terminal = await openLong(context);
		await terminal.waitFor("❯ Work");
		await take(terminal, [
			["y", /clipboard:\s+ada@example\.org/],
			["Enter", item(1)],
			["Enter", "Role 1"],
			["y", /clipboard:\s+https:\/\/example\.org\/company-1/],
			["y", /clipboard:\s+the\s+text\s+of\s+this/],
			["o", "https://example.org/company-1 (not"],
			["u", "Links"],
			["3", /3 of \d+/],
			["y", /clipboard:\s+https:/],
			["o", /https:\S+ \(not/],
		]);
		const [mail, link, text, other] = terminal.clipboard;
		assert.deepEqual([mail, link, terminal.clipboard.length], ["ada@example.org", "https://example.org/company-1", 4]);
		assert.match(text!, /^Role 1 .+\nCompany 1\n\n• Did thing 1 of company 1\.\n/);
		assert.match(other!, /^https:\/\/example\.org\/company-\d$/);
	});

	test(`Keys that come in one chunk all count ${at}`, async (context) => {
		await using terminal = await openLong(context, ["work"]);
		await terminal.waitFor(item(1));
		terminal.press(...Array<string>(10).fill("Down"));
		await terminal.waitFor(item(11));
		terminal.write("jjj");
		await terminal.waitFor(item(14));
		terminal.press("Up", "Enter");
		await terminal.waitFor("Role 13");
		terminal.press(...Array<string>(10).fill("Down"));
		await terminal.waitFor(fromLine(11));
		terminal.press("/", "text:role 30", "Enter");
		await terminal.waitFor("Role 30");
	});
}

test("A sequence that a slow link cuts in two is one key", async (context) => {
	const file = await newFile(context, JSON.stringify(longDocument(count)));
	await using terminal = openProgram(["--resume", file, "work"]);
	await terminal.waitFor(item(1));
	terminal.write("\u001B[");
	terminal.write("B\u001B[6");
	terminal.write("~\u001B[5~");
	await terminal.waitFor(item(2));
});

test("What a terminal answers is not typed", async (context) => {
	const file = await newFile(context, JSON.stringify(longDocument(count)));
	await using terminal = openProgram(["--resume", file]);
	await terminal.waitFor("❯ Work");
	terminal.press("/");
	await terminal.waitFor("titles, people");
	terminal.write("a\u001B]11;rgb:1010/2020/3030\u001B\\b");
	await terminal.waitFor(/^ *\/ ab$/m);
	terminal.press("C-u", "paste:two\nlines\u0007");
	await terminal.waitFor(/^ *\/ two lines$/m);
});

test("A paste whose end never comes holds no key for long, and Ctrl-C not at all", async (context) => {
	const file = await newFile(context, JSON.stringify(longDocument(count)));
	await using terminal = openProgram(["--resume", file]);
	await terminal.waitFor("❯ Work");
	terminal.press("/");
	await terminal.waitFor("titles, people");
	terminal.write("\u001B[200~ab");
	await terminal.waitFor(/^ *\/ ab$/m);
	terminal.press("c");
	await terminal.waitFor(/^ *\/ abc$/m);
	terminal.write("\u001B[200~never ends\u0003");
	assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 });
});

test("--mouse: a click moves and opens, the wheel moves, and the mouse is given back", async () => {
	await using terminal = openProgram(["--mouse"]);
	await terminal.waitFor("quit");
	assert.ok(terminal.modes().set.includes(1006));
	const rowOf = (text: string) =>
		terminal
			.text()
			.split("\n")
			.findIndex((line) => line.includes(text));
	const click = (text: string) => {
		const y = rowOf(text);
		const x = terminal.text().split("\n")[y]!.indexOf(text);
		terminal.write(`\u001B[<0;${x + 1};${y + 1}M\u001B[<0;${x + 1};${y + 1}m`);
	};
	click("Research Experience");
	await terminal.waitFor("❯ Research Experience");
	click("Research Experience");
	await terminal.waitFor("1 of 5");
	terminal.write("\u001B[<65;1;1M");
	await terminal.waitFor("2 of 5");
	click("esc back");
	await terminal.waitFor("❯ Research Experience");
	click("q quit");
	assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 });
	assert.deepEqual(terminal.modes().set, [7, 25]);
});

test("y writes the system's clipboard by the first program there is that takes it, and the terminal's beside it", async (context) => {
	const folder = await newFolder(context);
	const copied = path.join(folder, "copied");
	const script = (text: string) => ({ mode: 0o755, text: `#!/bin/sh\n${text}\n` });
	for (const [name, { text, mode }] of Object.entries({
		xclip: script("exit 1"),
		xsel: script(`cat > '${copied}'`),
	})) {
		await writeFile(path.join(folder, name), text, { mode });
	}

	const clipboardEnv = { ...env, DISPLAY: ":99", PATH: `${folder}:${process.env.PATH}` };
	await using terminal = openProgram([], { env: clipboardEnv });
	await terminal.waitFor("quit");
	terminal.press("y");
	await terminal.waitFor("copied ");
	const mail = await readFile(copied, "utf8");
	assert.match(mail, /^\S+@\S+$/);
	assert.deepEqual(terminal.clipboard, [mail]);
});

test("What is copied of an entry is its text, without the numbers of the screen", async () => {
	await using terminal = openProgram(["research", "opendelta"], { env });
	await terminal.waitFor("OpenDelta");
	terminal.press("y");
	await terminal.waitFor(/clipboard: https:/);
	terminal.press("y");
	await terminal.waitFor(/clipboard: the text/);
	assert.match(terminal.clipboard.at(-1)!, /^OpenDelta {2}https:\/\/github\.com\/thunlp\/OpenDelta$/m);
});

test("Ctrl-L redraws what another program has written over", async () => {
	await using terminal = openProgram([], { env });
	await terminal.waitFor("quit");
	const before = terminal.text();
	await terminal.scribble("garbage");
	assert.notEqual(terminal.text(), before);
	terminal.press("C-l");
	await terminal.waitFor((screen) => screen === before);
});

test("timeline and links open as their keys do, and print where nothing can be browsed", async () => {
	for (const [word, path] of [
		["timeline", "› Timeline"],
		["links", "› Links"],
	] as const) {
		await using terminal = openProgram([word], { env });
		await terminal.waitFor(path);
		terminal.press("Esc");
		await terminal.waitFor((screen) => !screen.includes(path));
		const { code, stdout } = await runProgram([word]);
		assert.equal(code, 0);
		assert.match(
			stdout,
			word === "timeline"
				? /^Jan 2022 – Now {2,}OpenDelta$/m
				: /^https:\/\/github\.com\/thunlp\/OpenDelta {2,}OpenDelta$/m,
		);
		assert.match((await runProgram([word, "--format", "json"])).stderr, /is a view of the whole résumé/);
	}
});

test("While one types the terminal's cursor is at the caret, and nowhere else in sight", async () => {
	await using terminal = openProgram([], { env });
	await terminal.waitFor("quit");
	assert.equal(terminal.modes().isCursorHidden, true);
	terminal.press("/", "text:clip", "Left", "Left");
	await terminal.waitFor(/\/ clip/);
	const isAtCaret = () =>
		terminal.cursor().row === 2 && terminal.cursor().column === terminal.lines()[2]!.indexOf("clip") + 2;
	await terminal.waitFor(() => !terminal.modes().isCursorHidden && isAtCaret());
	terminal.press("Esc");
	await terminal.waitFor(() => terminal.modes().isCursorHidden);
});

test("y sends nothing to a terminal that would print it, and says so", async () => {
	const nowhere = { ...env, DISPLAY: undefined, PATH: "" };
	await using console = openProgram([], { env: { ...nowhere, TERM: "linux" } });
	await console.waitFor("❯ Education");
	await take(console, [["y", /not copied, this terminal has no clipboard: \S+@\S+/]]);
	assert.ok(!console.raw.includes("\u001B]"));

	await using screen = openProgram(["research", "3"], { env: { ...nowhere, TERM: "screen-256color" } });
	await screen.waitFor("› 3 of 5");
	await take(screen, [["y", /not copied, too long for this terminal: the text of this entry/]]);
	assert.deepEqual(screen.clipboard, []);
	screen.press("[");
	await screen.waitFor("› 2 of 5");
	await take(screen, [["y", /sent to the terminal's clipboard: https:/]]);
	assert.equal(screen.clipboard.length, 1);
});
