import assert from "node:assert/strict";
import { test } from "node:test";
import { accentOf, channelsOf, colourNames, type Hex, pageAccent, shownAccent } from "../source/accent.ts";
import { paint } from "../source/paint.ts";
import { print } from "../source/print/print.ts";
import { loadDocument } from "../source/resume/load.ts";
import { createTheme } from "../source/theme.ts";
import { openProgram, runProgram } from "./helpers/program.ts";
import { loadSample } from "./helpers/sample.ts";

test("an accent is a name of the sixteen, in any spelling, or a hex value", () => {
	for (const [text, accent] of [
		["cyan", "cyan"],
		["BlueBright", "blueBright"],
		["bright-blue", "blueBright"],
		["grey", "blackBright"],
		["#7A3FD1", "#7a3fd1"],
		["#73d", "#7733dd"],
		["pink", undefined],
		["#12345", undefined],
		["red;31m", undefined],
	] as const) {
		assert.equal(accentOf(text), accent, text);
	}
});

test("a hex value is shown where the terminal can, and else as near as it can", () => {
	assert.equal(shownAccent("#7a3fd1", 24), "#7a3fd1");
	assert.equal(paint("a", { color: "#7a3fd1" }), "\u001B[38;2;122;63;209ma\u001B[39m");
	assert.equal(shownAccent("#ff0000", 8), "ansi256(196)");
	assert.equal(paint("a", { color: "ansi256(196)" }), "\u001B[38;5;196ma\u001B[39m");
	assert.equal(shownAccent("#7a3fd1", 4), "magenta");
	assert.deepEqual(
		(["black", "white", "blackBright", "whiteBright"] as const).map((color) => paint("a", { color })),
		[30, 37, 90, 97].map((code) => `\u001B[${code}ma\u001B[39m`),
	);
});

test("on a page every accent can be read, on light and on dark paper", () => {
	const luminance = (hex: Hex) => {
		const [red, green, blue] = channelsOf(hex).map((each) =>
			each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
		);
		return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
	};
	for (const accent of [...colourNames, "#ffff00", "#000000", "#ffffff", "#7a3fd1"] as const) {
		for (const paper of ["#ffffff", "#14181c"] as const) {
			const [light, dark] = [luminance(pageAccent(accent, paper)), luminance(paper)].sort((a, b) => b - a);
			assert.ok((light! + 0.05) / (dark! + 0.05) >= 4.5, `${accent} on ${paper}`);
		}
	}
});

test("the document's accent colours the viewer, print and the page; --accent comes first", async () => {
	const document = {
		basics: { name: "Ada", url: "https://ada.example" },
		work: [{ name: "Bakery" }],
		meta: { theme: { accent: "green" } },
	};
	const loaded = await loadDocument(document, "resume.json");
	assert.equal(loaded.resume.accent, "green");
	assert.equal(createTheme({ hasColours: true }, loaded.resume.accent).key.color, "green");
	const request = { selection: {}, width: 80, isAscii: false, hasColours: true };
	assert.match(await print(loaded, { ...request, format: "text" }), /\u001B\[32m/);
	assert.ok(
		(await print(loaded, { ...request, format: "html" })).includes(`--accent:${pageAccent("green", "#ffffff")}`),
	);

	const wanted = await loadDocument(document, "resume.json", { accent: "#7a3fd1" });
	assert.ok(
		(await print(wanted, { ...request, format: "html" })).includes(`--accent:${pageAccent("#7a3fd1", "#ffffff")}`),
	);
	assert.match(await print(wanted, { ...request, format: "text", colourDepth: 24 }), /\u001B\[38;2;122;63;209m/);
});

test("what isn't a colour is an oddity in a document, and a mistake on the command line", async () => {
	const document = { basics: { name: "Ada" }, work: [{ name: "Bakery" }], meta: { theme: { accent: "pink" } } };
	const { resume, oddities } = await loadDocument(document, "resume.json");
	assert.equal(resume.accent, undefined);
	assert.match(oddities.join("\n"), /meta\.theme\.accent.*"pink" isn't a colour/);
	const run = await runProgram(["--accent", "pink"]);
	assert.deepEqual([run.code, run.stdout], [2, ""]);
	assert.match(run.stderr, /--accent "pink" isn't a colour; choose from black, red/);
});

test("--accent is what one sees", async () => {
	const { resume } = await loadSample();
	for (const [accent, foreground] of [
		["cyan", 6],
		["#7a3fd1", "#7a3fd1"],
	] as const) {
		await using terminal = openProgram(["--accent", accent]);
		await terminal.waitFor("q quit");
		const [cursor] = terminal.find("❯");
		assert.equal(cursor!.foreground, foreground, `${accent}: ${JSON.stringify(cursor)}`);
		terminal.press("Down");
		await terminal.waitFor((screen) => screen.includes(`❯ ${resume.sections[1]!.title.slice(0, 5)}`));
		assert.equal(terminal.find("❯")[0]!.foreground, foreground);
		terminal.press("q");
		await terminal.waitForExit();
	}
});
