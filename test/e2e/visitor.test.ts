import assert from "node:assert/strict";
import { test } from "node:test";
import { keymap } from "../../source/ui/state/keymap.ts";
import { newFile } from "../helpers/files.ts";
import { openProgram } from "../helpers/program.ts";
import { decodeText } from "../helpers/qr.ts";
import { take } from "../helpers/take.ts";
import type { Options, Terminal } from "../helpers/terminal.ts";

/** What visitors stumbled over, each in a terminal as they have it. */

// Where nothing can open a browser or take a text, on whatever machine the tests run.
const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, WSL_DISTRO_NAME: undefined };

const openHome = async (args: string[] = [], options: Options = {}) => {
	const terminal = openProgram(args, { ...options, env: { ...env, ...options.env } });
	await terminal.waitFor("quit");
	return terminal;
};
const footerOf = (terminal: Terminal) => terminal.lines().at(-1)!.trim();
/** The field of the search, as it is after its prompt. */
const field = (text: string) => (screen: string) => screen.split("\n")[2]?.trimEnd() === `  / ${text}`.trimEnd();

/** Clicks on a text: on the first of it, or the last. */
function click(terminal: Terminal, text: string, isLast = false): void {
	const lines = terminal.lines();
	const y = isLast
		? lines.findLastIndex((line) => line.includes(text))
		: lines.findIndex((line) => line.includes(text));
	const x = lines[y]!.indexOf(text);
	terminal.write(`\u001B[<0;${x + 1};${y + 1}M\u001B[<0;${x + 1};${y + 1}m`);
}

test("The first screen has what sells: the medal, the paper, who, where and how to reach them", async () => {
	await using terminal = await openHome();
	for (const fact of [
		"Zhen Zhang · BS in Mathematics and Physics",
		"Tsinghua University, P.R. China",
		"zhen-zha19@mails.tsinghua.edu.cn",
		"NeurIPS 2022 · Sparse Structure Search",
		"THUNLP ×3 · Student",
		"Silver Medal in the 35th Chinese Physics Olympiad",
		"as of Jul 2022",
	]) {
		assert.ok(terminal.text().includes(fact), `${fact} is not in\n${terminal.text()}`);
	}
});

test("An owner's label is the entry's name in the list, at home, on the timeline, in the search, and to the shell", async (context) => {
	const job = { name: "Acme", position: "Baker", highlights: ["Baked bread of all kinds."] };
	const file = await newFile(
		context,
		JSON.stringify({
			basics: { name: "Ada Example" },
			work: [
				{ ...job, label: "Sourdough", startDate: "2021" },
				...["Rolls", "Cakes", "Pies", "Tarts"].map((label) => ({ ...job, label, startDate: "2020", endDate: "2021" })),
			],
		}),
	);
	await using terminal = await openHome(["--resume", file]);
	await terminal.waitFor(/^ +Acme\n +Sourdough +2021 – Now$/m);
	await take(terminal, [
		["Enter", /❯ +Sourdough +2021 – Now/],
		["t", /▶ +Sourdough/],
		["/", "titles, people"],
		["text:kinds", /❯ Sourdough +Baked bread/],
	]);
	await using direct = openProgram(["--resume", file, "work", "rolls"], { env });
	await direct.waitFor("› 2 of 5");
});

test("/ begins with an empty field, and ↑ brings the last search back", async () => {
	await using terminal = await openHome();
	await take(terminal, [
		["/", "titles, people"],
		["text:clip", field("clip")],
		["Enter", /› \d of 5/],
		["Esc", "› Search"],
		["Esc", (screen) => !screen.includes("› Search")],
		["/", field("")],
		["Up", field("clip")],
		["text:s", field("clips")],
	]);
});

test("A slip counts from a word's beginning, hyphens don't matter, and what one looks for is found by its usual name", async () => {
	await using terminal = await openHome();
	await take(terminal, [
		["/", "titles, people"],
		["text:naïve", "nothing found"],
		["C-u", "titles, people"],
		["text:chian", /1 of \d+/],
	]);
	assert.ok(!terminal.text().includes("machine"), terminal.text());
	for (const spelling of ["multilingual", "multi-lingual"]) {
		await take(terminal, [
			["C-u", "titles, people"],
			[`text:${spelling}`, /1 of 2$/m],
		]);
		assert.match(terminal.text(), /multilingual disparity[\s\S]+multi-lingual CLIP/);
	}

	for (const [word, way] of [
		["phone", "Phone"],
		["mail", "Email"],
		["contact", "Email"],
	] as const) {
		await take(terminal, [
			["C-u", "titles, people"],
			[`text:${word}`, /1 of \d+/],
			["Enter", new RegExp(`❯ \\d ${way} `)],
			["Esc", "› Search"],
		]);
	}
});

test("Where nothing is found the footer offers nothing to open; a result has its text below", async () => {
	await using terminal = await openHome();
	await take(terminal, [
		["/", "titles, people"],
		["text:zzz", "nothing found"],
	]);
	assert.equal(footerOf(terminal), "esc back  ctrl-c quit");
	await take(terminal, [
		["C-u", "titles, people"],
		["text:gcn", /1 of 1/],
	]);
	assert.match(terminal.text(), /Research Assistant to Professor Wenwu Zhu[\s\S]+Learned NAS algorithms/);
	assert.equal(footerOf(terminal), "↑↓ move  enter open  esc back  ctrl-c quit");
});

test("n and N go on from anywhere until Esc, and the current match differs from the others", async () => {
	await using terminal = await openHome();
	const currentMatch = () =>
		terminal
			.cells()
			.flat()
			.filter(({ isInverse }) => isInverse)
			.map(({ text }) => text)
			.join("");
	await take(terminal, [
		["/", "titles, people"],
		["text:clip", /1 of 2/],
		["Enter", (screen) => !screen.includes("› Search") && currentMatch() === "CLIP"],
	]);
	const first = terminal.lines().findIndex((line) => line.includes("such as CLIP"));
	const isAt = (text: string) => () => {
		const [cell] = terminal
			.cells()
			.flat()
			.filter(({ isInverse }) => isInverse);
		return cell !== undefined && terminal.lines()[cell.y]!.includes(text);
	};
	assert.ok(first > 0);
	assert.match(footerOf(terminal), /n N next match/);
	await take(terminal, [
		["n", "2 of 2 results"],
		["t", "› Timeline"],
		["n", "1 of 2 results"],
		["N", "2 of 2 results"],
	]);
	await terminal.waitFor(isAt("CLIP, which are"));
	await take(terminal, [
		["Esc", "› Search"],
		["Esc", "❯ Education"],
		["n", "nothing is searched"],
	]);
});

test("The field of the search is edited as a line in a shell is", async () => {
	await using terminal = await openHome();
	await take(terminal, [
		["/", "titles, people"],
		["text:data base", field("data base")],
		["C-w", field("data")],
		["text:x", field("data x")],
		["Backspace", field("data")],
		["Backspace", field("data")],
		["Left", field("data")],
		["Delete", field("dat")],
		["Home", field("dat")],
		["text:1", field("1dat")],
		["End", field("1dat")],
		["text:2", field("1dat2")],
		["C-a", field("1dat2")],
		["Delete", field("dat2")],
		["C-e", field("dat2")],
		["Left", field("dat2")],
		["text:a", field("data2")],
		["Right", field("data2")],
		["Backspace", field("data")],
		["C-u", "titles, people"],
		["text:research", /1 of \d+/],
		["C-n", /2 of \d+/],
		["C-p", /1 of \d+/],
	]);
});

test("A search in a long entry marks what it finds there, without another screen over it", async () => {
	await using terminal = await openHome(["research", "3"], { columns: 40, rows: 12 });
	const path = terminal.lines()[0]!.trim();
	assert.match(path, /1–8 of/);
	await take(terminal, [
		["/", "titles, people"],
		["text:99%", /1 of 1/],
		["Enter", (screen) => screen.includes("99%") && screen.includes("› 3 of 5")],
	]);
	assert.ok(terminal.find("99%").every(({ isInverse }) => isInverse));
	await take(terminal, [["Esc", /❯ +Sparse/]]);
});

test("t and u begin where one is", async () => {
	await using terminal = await openHome(["research", "opendelta"]);
	await take(terminal, [
		["t", /❯ .+OpenDelta/],
		["t", "› 2 of 5"],
		["u", /❯ \d OpenDelta/],
		["u", "› 2 of 5"],
		["]", "› 3 of 5"],
		["]", "› 4 of 5"],
		["]", "› 5 of 5"],
		["t", /❯ .+Student Research/],
	]);
});

test("o opens the link that is in sight, or offers those that are", async () => {
	await using terminal = await openHome();
	await take(terminal, [
		["Down", "❯ Publication"],
		["o", "https://arxiv.org/abs/2206.07382 (not"],
		["Up", "❯ Education"],
		["o", "› Links"],
		["Esc", "❯ Education"],
		["c", "› Card"],
		["o", "› Links"],
		["Esc", "› Card"],
	]);
});

test("A digit opens that link of an entry, or says that there is none", async () => {
	await using terminal = await openHome(["research", "opendelta"]);
	await take(terminal, [
		["1", "https://github.com/thunlp/OpenDelta (not"],
		["7", "there is no link 7 here"],
		["Esc", /❯ +OpenDelta/],
		["9", "there is no item 9 here"],
	]);
});

test("t, u, c and ? close again what they opened, Tab stays there, and q closes the help first", async () => {
	await using terminal = await openHome(["research", "opendelta"]);
	for (const [key, name] of [
		["t", "› Timeline"],
		["u", "› Links"],
		["c", "› Card"],
		["?", "› Help"],
	] as const) {
		await take(terminal, [[key, name]]);
		const before = terminal.text();
		// A key that moves nothing is followed by one whose answer is seen.
		terminal.press("Tab", "x", "9");
		await terminal.waitFor(/no item 9 here/);
		await take(terminal, [
			["x", (screen) => screen === before],
			[key, "› 2 of 5"],
		]);
	}

	await take(terminal, [
		["?", "› Help"],
		["q", "› 2 of 5"],
	]);
	terminal.press("q");
	assert.deepEqual(await terminal.waitForExit(), { code: 0, signal: 0 });
});

test("The footer has the keys of the place, everywhere in one order", async () => {
	const order = keymap.flatMap(({ shown, need }) => (need === undefined ? [] : [shown]));
	await using terminal = await openHome([], { columns: 120, rows: 40 });
	const places: [keys: string[], seen: string, wanted: string[]][] = [
		[[], "❯ Education", ["enter", "/", "t", "u", "c", "y", "?", "q"]],
		[["3", "Enter"], "1 of 5", ["enter", "esc", "/", "t", "y", "?", "q"]],
		[["Down", "Enter"], "› 2 of 5", ["esc", "[ ]", "/", "o", "y", "?", "q"]],
		[["t"], "› Timeline", ["enter", "esc", "/", "o", "y", "?", "q"]],
		[["u"], "› Links", ["enter", "esc", "y", "?", "q"]],
		[["c"], "› Card", ["esc", "y", "?", "q"]],
	];
	for (const [keys, seen, wanted] of places) {
		for (const key of keys) {
			terminal.press(key);
		}

		await terminal.waitFor(seen);
		const hints = footerOf(terminal).split("  ");
		const shown = hints.map((hint) => order.find((key) => hint.startsWith(`${key} `))!);
		const at = shown.map((key) => order.indexOf(key));
		assert.deepEqual(
			at,
			at.toSorted((a, b) => a - b),
			footerOf(terminal),
		);
		assert.deepEqual(
			wanted.filter((key) => !shown.includes(key)),
			[],
			`${seen}: ${footerOf(terminal)}`,
		);
	}
});

test("What one sees is what one clicks: an entry in the preview, a bar, the path, a link", async () => {
	await using terminal = await openHome(["--mouse"]);
	click(terminal, "Research Experience");
	await terminal.waitFor("❯ Research Experience");
	click(terminal, "OpenDelta");
	await terminal.waitFor("› 2 of 5");
	click(terminal, "https://github.com");
	await terminal.waitFor("OpenDelta (not");
	click(terminal, "Research Experience");
	await terminal.waitFor(/❯ +OpenDelta/);
	click(terminal, "Zhen Zhang");
	await terminal.waitFor("❯ Education");
	click(terminal, "Extracurricular Experiences", true);
	await terminal.waitFor("Rescued stray animals");
});

test("A long notice takes two lines, and no word of it is cut", async () => {
	await using terminal = await openHome(["publication"], { columns: 60, rows: 24 });
	terminal.press("y");
	await terminal.waitFor("sent to");
	const said = terminal
		.lines()
		.slice(-2)
		.map((line) => line.trim())
		.join(" ");
	assert.equal(said, "sent to the terminal's clipboard: https://arxiv.org/abs/2206.07382 — y again for BibTeX");
});

test("--background says what the terminal doesn't: without colours the code is drawn for it", async () => {
	for (const [background, isInkDark] of [
		["light", true],
		["dark", false],
	] as const) {
		await using terminal = await openHome(["--background", background], { env: { NO_COLOR: "1" }, rows: 50 });
		terminal.press("c");
		await terminal.waitFor((screen) => {
			const code = screen
				.split("\n")
				.filter((line) => /[█▀▄]/.test(line))
				.map((line) => line.replace(/[^ █▀▄]/g, " "));
			return /^(?:BEGIN:VCARD|mailto:)/.test((code.length > 0 && decodeText(["", ...code], { isInkDark })) || "");
		});
	}
});

test("--color is obeyed: never, always, auto", async () => {
	const colours = /\u001B\[(?:[\d;]*;)?3[0-7](?:;[\d;]*)?m/;
	for (const [value, variables, isColoured] of [
		["never", {}, false],
		["always", { NO_COLOR: "1" }, true],
		["auto", {}, true],
		["auto", { NO_COLOR: "1" }, false],
	] as const) {
		await using terminal = await openHome([`--color=${value}`], { env: variables });
		assert.equal(colours.test(terminal.raw), isColoured, `--color=${value}, ${JSON.stringify(variables)}`);
	}
});

test("A word that means several entries is answered with which; timeline, links and card are words", async () => {
	await using several = openProgram(["research", "thunlp"], { columns: 200, env });
	assert.equal((await several.waitForExit()).code, 2);
	assert.match(
		several.history().replaceAll("\n", ""),
		/"thunlp" .+hoose one of opendelta, sparse-structure-of-parameter-efficient-tuning-s3pet, pre-trained-models-\S+$/,
	);
	for (const [word, seen] of [
		["timeline", "› Timeline"],
		["links", "› Links"],
	] as const) {
		await using terminal = openProgram([word], { env });
		await terminal.waitFor(seen);
	}

	await using card = openProgram(["card"], { rows: 50, env });
	assert.equal((await card.waitForExit()).code, 0);
	assert.match(card.history(), /^Zhen Zhang[\s\S]+Scan to/);
});

test("md, -v and version are understood", async () => {
	await using markdown = openProgram(["--format", "md", "education"], { env });
	assert.equal((await markdown.waitForExit()).code, 0);
	assert.match(markdown.history(), /^# Zhen Zhang|^## Education/m);
	for (const word of ["-v", "version", "--version"]) {
		await using version = openProgram([word], { env });
		assert.equal((await version.waitForExit()).code, 0);
		assert.match(version.history(), /^\d+\.\d+\.\d+$/m);
	}
});

test("The code is shown wherever it fits, alone if need be", async () => {
	await using terminal = await openHome([], { columns: 40, rows: 24, env: { NO_COLOR: "1" } });
	terminal.press("c");
	await terminal.waitFor("Scan to");
	const code = terminal.lines().filter((line) => /[█▀▄]/.test(line));
	assert.match(decodeText(["", ...code], { isInkDark: false }) ?? "", /^mailto:/);
	// The words are below it.
	terminal.press("G");
	await terminal.waitFor("npx ");
});
