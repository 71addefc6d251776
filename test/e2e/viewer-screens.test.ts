import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, Entry } from "../../source/resume/model.ts";
import { newFile } from "../helpers/files.ts";
import { openProgram, runProgram } from "../helpers/program.ts";
import { longDocument } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";
import type { Terminal } from "../helpers/terminal.ts";

const { resume } = await loadSample();
const { person, sections } = resume;
const small = { columns: 40, rows: 12 };
const usual = { columns: 80, rows: 24 };

/** Every screen: the keys that lead to it from home, and what shows that it is open. */
const screens: [name: string, keys: string[], seen: RegExp][] = [
	["home", [], /❯ /],
	["section", ["3", "Enter"], /1 of\s+\d+/],
	["entry", ["3", "Enter", "Enter"], /› 1 of \d+|\d–\d+ of/],
	["search", ["/", "text:tsinghua"], /1 of\s+\d+/],
	["timeline", ["t"], /Timeline/],
	["links", ["u"], /Links/],
	["card", ["c"], /Card/],
	["help", ["?"], /Help/],
];

const squeeze = (text: string) => text.replace(/\s+/g, "").normalize();
const blockTexts = ({ spans, children }: Block): string[] => [
	spans.map(({ text }) => text).join(""),
	...children.flatMap(blockTexts),
];
const factsOf = (entry: Entry): string[] => [
	entry.title,
	...(entry.dates === undefined ? [] : [entry.dates.text]),
	...entry.details,
	entry.people.map(({ text }) => text).join(""),
	entry.peopleNote ?? "",
	...entry.body.flatMap(blockTexts),
	...entry.links.flatMap(({ label, url }) => [label, url]),
];

const placeOf = (terminal: Terminal) => /(\d+)–(\d+) of (\d+)/.exec(terminal.lines()[0]!)?.slice(1).map(Number);

/** The whole of a text that scrolls, page by page; if all of it is in view at once, the screen. */
async function readAll(terminal: Terminal): Promise<string> {
	const lines: string[] = [];
	for (;;) {
		const [first = 1, last = 0, all = 0] = placeOf(terminal) ?? [];
		for (const [index, line] of terminal.lines().slice(2, -2).entries()) {
			lines[first - 1 + index] = line;
		}

		if (last === all) {
			return lines.join("\n");
		}

		terminal.press("PgDn");
		await terminal.waitFor(() => placeOf(terminal)?.[0] !== first);
	}
}

for (const size of [usual, small]) {
	test(`Every fact of every entry can be read at ${size.columns}×${size.rows}`, async () => {
		await using terminal = openProgram([], size);
		await terminal.waitFor("❯");
		for (const [index, { title, entries }] of sections.entries()) {
			terminal.press(String(index + 1), "Enter");
			// A section of one entry is that entry.
			await terminal.waitFor((screen) => screen.includes(entries.length > 1 ? ` of ${entries.length}` : "back"));
			if (entries.length > 1) {
				terminal.press("Enter");
			}

			for (const [place, entry] of entries.entries()) {
				const begins = squeeze(entry.title).slice(0, 20);
				const crumb = entries.length > 1 ? `› ${place + 1} of ${entries.length}` : title;
				await terminal.waitFor((screen) => {
					const [header, ...rest] = screen.split("\n");
					return squeeze(header!).includes(squeeze(crumb)) && squeeze(rest.join("")).includes(begins);
				});
				const text = squeeze(await readAll(terminal));
				for (const fact of factsOf(entry)) {
					assert.ok(text.includes(squeeze(fact)), `${fact} is not in\n${text}`);
				}

				terminal.press(place + 1 < entries.length ? "]" : "Esc");
			}

			if (entries.length > 1) {
				await terminal.waitFor((screen) => !screen.includes("›") || screen.includes("❯"));
				terminal.press("Esc");
			}

			await terminal.waitFor(
				(screen) =>
					screen.includes("❯") &&
					screen.startsWith(" ".repeat(size.columns < 60 ? 1 : 2) + person.name) &&
					!screen.split("\n")[0]!.includes("›"),
			);
		}
	});
}

test("The person's ways to be reached are at home and among the links, which are OSC 8 hyperlinks", async () => {
	await using terminal = openProgram();
	await terminal.waitFor("❯");
	for (const { text, href } of person.contacts) {
		assert.ok(terminal.find(text).every(({ link }) => link === href));
	}

	for (const text of [person.name, person.headline!, ...sections.map(({ title }) => title)]) {
		assert.ok(terminal.text().includes(text), text);
	}

	terminal.press("u");
	await terminal.waitFor("Links");
	const links = sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.links));
	for (const { url } of links) {
		assert.ok(terminal.find(url).every(({ link }) => link === url));
	}
});

for (const size of [{ columns: 20, rows: 6 }, small, usual, { columns: 120, rows: 40 }, { columns: 300, rows: 100 }]) {
	test(`Every screen keeps its first and its last row at ${size.columns}×${size.rows}`, async () => {
		await using terminal = openProgram([], size);
		await terminal.waitFor("❯");
		for (const [name, keys, seen] of screens) {
			terminal.press(...keys);
			await terminal.waitFor(seen);
			const lines = terminal.lines();
			assert.ok(lines[0]!.trim() !== "" && lines.at(-1)!.trim() !== "", `${name}:\n${terminal.text()}`);
			assert.match(lines.at(-1)!, name === "home" ? /q quit|\? help/ : /esc back/, name);
			const { isAlternateScreen, isCursorHidden } = terminal.modes();
			assert.deepEqual([isAlternateScreen, isCursorHidden], [true, name !== "search"]);
			// One Esc for each layer; a lone one is waited for.
			for (let layer = keys.filter((key) => !/^(\d|text:.*)$/.test(key)).length; layer > 0; layer--) {
				const before = terminal.text();
				terminal.press("Esc");
				await terminal.waitFor((screen) => screen !== before);
			}
		}
	});
}

for (const [columns, rows] of [
	[19, 6],
	[20, 5],
	[10, 24],
	[80, 2],
] as const) {
	test(`At ${columns}×${rows} one line says what is needed, and q still leaves`, async () => {
		await using terminal = openProgram([], { columns, rows });
		await terminal.waitFor("needs 20×6");
		assert.equal(terminal.text().trim(), "needs 20×6");
		terminal.press("Down", "q");
		assert.equal((await terminal.waitForExit()).code, 0);
	});
}

test("A storm of sizes keeps the place and leaves nothing behind", async (context) => {
	const file = await newFile(context, JSON.stringify(longDocument(30, 30)));
	const sizes = [
		[40, 12],
		[120, 40],
		[10, 3],
		[20, 6],
		[200, 60],
		[61, 11],
		[19, 5],
		[90, 30],
	] as const;
	const ways: [string[], RegExp][] = [
		[[], /❯ Work/],
		[["Enter", ...Array<string>(16).fill("Down")], /17 of 30/],
		[["Enter", "Down", "Enter", ...Array<string>(12).fill("Down")], /13–\d+ of/],
		[["t", "Down", "Down"], /3 of 30/],
		[["/", "text:thing 2", "Down", "Down"], /3 of\s+\d+/],
		[["?", "Down", "Down"], /3–\d+ of/],
	];
	for (const [keys, seen] of ways) {
		await using terminal = openProgram(["--resume", file]);
		await terminal.waitFor("❯ Work");
		terminal.press(...keys);
		await terminal.waitFor(seen);
		const before = terminal.text();
		terminal.resize(90, 30);
		await terminal.waitFor((screen) => screen !== before && screen.split("\n").length === 30);
		const calm = terminal.text();
		terminal.resize(80, 24);
		await terminal.waitFor((screen) => screen === before);
		for (const [columns, rows] of sizes) {
			terminal.resize(columns, rows);
		}

		await terminal.waitFor((screen) => screen === calm);
		terminal.resize(80, 24);
		await terminal.waitFor((screen) => screen === before);
	}
});

test("A window that has its old size again before the program looks is drawn again", async () => {
	await using terminal = openProgram();
	await terminal.waitFor("❯ Education");
	terminal.press("/", "text:clip");
	await terminal.waitFor("1 of");
	const before = terminal.text();
	terminal.kill("SIGSTOP");
	terminal.resize(30, 8);
	terminal.resize(80, 24);
	assert.notEqual(terminal.text(), before);
	terminal.kill("SIGCONT");
	await terminal.waitFor((screen) => screen === before);
});

const colours = /\u001B\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m/;

async function rawOfEveryScreen(env: Record<string, string | undefined>, args: string[] = []): Promise<string> {
	await using terminal = openProgram(args, { env });
	await terminal.waitFor(/❯ /);
	for (const [, keys, seen] of screens.slice(1)) {
		terminal.press(...keys);
		await terminal.waitFor(seen);
		for (let layer = keys.filter((key) => !/^(\d|text:.*)$/.test(key)).length; layer > 0; layer--) {
			const before = terminal.text();
			terminal.press("Esc");
			await terminal.waitFor((screen) => screen !== before);
		}
	}

	return terminal.raw;
}

test("NO_COLOR and --no-color leave bold, dim and underline, and no colour", async () => {
	for (const raw of [await rawOfEveryScreen({ NO_COLOR: "1" }), await rawOfEveryScreen({}, ["--no-color"])]) {
		assert.doesNotMatch(raw, colours);
		assert.match(raw, /\u001B\[(?:[\d;]*;)?1m/);
	}
});

test("Of colours only the terminal's own sixteen are used, FORCE_COLOR or not", async () => {
	for (const env of [{}, { FORCE_COLOR: "3", NO_COLOR: "1" }]) {
		const raw = await rawOfEveryScreen(env);
		assert.match(raw, colours);
		assert.doesNotMatch(raw, /\u001B\[(?:[\d;]*;)?[34]8[;:]/);
	}
});

test("For a screen reader every screen is words, said once, below what was said before", async () => {
	const said: [keys: string[], seen: RegExp][] = [
		[[], /, 1 of \d+\nKeys: [\s\S]+quit$/],
		[["Down"], /, 2 of \d+$/],
		[["3"], /, 3 of \d+$/],
		[["Enter"], /, 1 of \d+\nKeys: [\s\S]+$/],
		[["Enter"], new RegExp(`${sections[2]!.title}, 1 of \\d+[\\s\\S]+Keys: [^\\n]+`)],
		[["t"], /Timeline[\s\S]+, 8 of 8\nKeys: /],
		[["u"], /Links[\s\S]+, \d+ of \d+\nKeys: /],
		[["c"], /Card[\s\S]+Keys: /],
		[["?"], /Help[\s\S]+up and down: move/],
		[["/", "text:tsinghua"], /Search: tsinghua\n\d+ results\n[\s\S]+, 1 of \d+(?:\nKeys: .+)?$/],
		[["Down"], /, 2 of \d+$/],
	];
	await using terminal = openProgram(["--screen-reader"], { rows: 200, columns: 300 });
	let before = 0;
	for (const [keys, seen] of said) {
		if (keys.length > 0) {
			terminal.press(...keys);
		}

		await terminal.waitFor((screen) => seen.test(screen.slice(before)));
		before = terminal.text().length;
	}

	assert.equal(
		terminal
			.text()
			.split("\n")
			.filter((line) => line === "Ada Example, résumé" || line.endsWith(", résumé")).length,
		1,
	);
	assert.doesNotMatch(terminal.raw, /[\u2190-\u21FF\u2500-\u25FF❯❮›]|listitem|selected/);
	assert.equal(terminal.modes().isAlternateScreen, false);
});

test("Printed for a screen reader, the résumé has no rules and no columns", async () => {
	const { stdout } = await runProgram(["--print", "--screen-reader"]);
	assert.doesNotMatch(stdout, /[\u2500-\u25FF]|\S {2,}\S/);
	assert.match(stdout, /^Research Experience\n/m);
});

test("A press of ↓ in the timeline, its preview included, costs at most 700 bytes on average", async () => {
	await using terminal = openProgram();
	await terminal.waitFor("❯");
	terminal.press("t");
	await terminal.waitFor(/\d of \d+/);
	terminal.press("Home");
	await terminal.waitFor(/1 of \d+/);
	const before = terminal.bytes;
	for (let item = 2; item <= 6; item++) {
		terminal.press("Down");
		await terminal.waitFor(new RegExp(`${item} of \\d+`));
	}

	const bytes = (terminal.bytes - before) / 5;
	assert.ok(bytes <= 700, `${bytes} bytes`);
});

test("A press of ↓ on the home screen, its preview included, costs at most 700 bytes on average", async () => {
	const { sections } = (await loadSample()).resume;
	await using terminal = openProgram();
	await terminal.waitFor("quit");
	// The first key is answered once Ink is there; what that writes is not the key's.
	terminal.press("Down", "Up", "?");
	await terminal.waitFor("one step back");
	terminal.press("Esc");
	await terminal.waitFor("❯");
	const before = terminal.bytes;
	for (const { title } of sections.slice(1)) {
		terminal.press("Down");
		await terminal.waitFor(`❯ ${title}`);
	}

	const bytes = (terminal.bytes - before) / (sections.length - 1);
	assert.ok(bytes <= 700, `${bytes} bytes`);
});

test("Wide characters and emoji never break a column", async (context) => {
	const document = {
		basics: { name: "张震", label: "工程师 👩‍🔬 engineer ❤️", email: "zhang@example.org" },
		work: [
			{
				name: "清华大学",
				position: "研究助理 👍🏽 👨‍👩‍👧‍👦 1️⃣",
				startDate: "2021-05",
				endDate: "2022-01",
				highlights: ["学习".repeat(60)],
			},
			{ name: "Company", position: "Engineer", startDate: "2020-01", highlights: ["Plain words"] },
		],
	};
	const file = await newFile(context, JSON.stringify(document));
	for (const size of [usual, small, { columns: 100, rows: 30 }]) {
		await using terminal = openProgram(["--resume", file], size);
		await terminal.waitFor("❯");
		for (const [key, seen] of [
			["Enter", "1 of 2"],
			["Enter", "研究助理"],
			["t", "Timeline"],
		] as const) {
			terminal.press(key);
			await terminal.waitFor(seen);
			const lines = terminal.lines();
			assert.ok(lines[0]!.trim() !== "" && lines.at(-1)!.includes("esc back"), terminal.text());
			const columnsOf = (character: string) =>
				terminal
					.cells()
					.flat()
					.filter(({ text }) => text === character)
					.map(({ x }) => x);
			assert.ok(new Set(columnsOf("│")).size <= 1, `the divider is straight:\n${terminal.text()}`);
		}
	}
});

test("Without colour the card's code is drawn for the background that the terminal has", async () => {
	const { decodeText } = await import("../helpers/qr.ts");
	for (const [background, isInkDark] of [
		["#fdf6e3", true],
		["#002b36", false],
	] as const) {
		await using terminal = openProgram([], { env: { NO_COLOR: "1" }, columns: 80, rows: 50, background });
		await terminal.waitFor("quit");
		terminal.press("c");
		await terminal.waitFor((screen) => {
			const code = screen
				.split("\n")
				.filter((line) => /[█▀▄]/.test(line))
				.map((line) => line.replace(/[^ █▀▄]/g, " "));
			return /^(?:BEGIN:VCARD|MECARD|mailto:)/.test(
				(code.length > 0 && decodeText(["", ...code], { isInkDark })) || "",
			);
		});
	}
});

test("What the search finds in the header is marked there", async () => {
	await using terminal = openProgram();
	await terminal.waitFor("quit");
	terminal.press("/", "text:P.R. China");
	await terminal.waitFor("› Search");
	terminal.press("Enter");
	await terminal.waitFor((screen) => screen.includes("❯ Education") && !screen.includes("› Search"));
	assert.ok(terminal.find("China").every((cell) => cell.isInverse));
});
