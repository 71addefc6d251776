import assert from "node:assert/strict";
import { test } from "node:test";
import { newFile } from "../helpers/files.ts";
import { openProgram, runProgram } from "../helpers/program.ts";
import { serve } from "../ssh/program.ts";
import { Visitor } from "../ssh/visitor.ts";

const page = "https://cv.example/zz";

test("the page's address is on the card, in the page and in what stays after the viewer", async () => {
	const card = await runProgram(["card", "--public-url", page]);
	assert.match(card.stdout, /npx \S+ .*\nhttps:\/\/cv\.example\/zz /);
	const html = await runProgram(["-f", "html", "--public-url", page]);
	assert.ok(html.stdout.includes(`<link rel="canonical" href="${page}">`));
	await using terminal = openProgram(["--public-url", page]);
	await terminal.waitFor("❯");
	terminal.press("q");
	await terminal.waitForExit();
	assert.match(terminal.history(), /npx \S+\nhttps:\/\/cv\.example\/zz/);
});

test("basics.url is that address too, and hidden it is nowhere", async (context) => {
	const document = {
		basics: { name: "Ada Example", url: "https://ada.example/" },
		work: [{ name: "A", position: "B" }],
	};
	const file = await newFile(context, JSON.stringify(document));
	await using terminal = openProgram(["-r", file]);
	await terminal.waitFor("❯");
	terminal.press("q");
	await terminal.waitForExit();
	assert.match(terminal.history(), /^https:\/\/ada\.example\/$/m);
	for (const format of ["text", "html", "vcard", "json"]) {
		const { code, stdout } = await runProgram(["-r", file, "--hide", "basics.url", "-f", format]);
		assert.equal(code, 0);
		assert.doesNotMatch(stdout, /ada\.example/, format);
	}
});

test("visitors over SSH see it when they leave", async () => {
	await using serving = await serve(["--public-url", page]);
	using visitor = await Visitor.view(serving.port);
	await visitor.waitFor("❯");
	visitor.type("q");
	await visitor.end();
	assert.ok(visitor.history().includes(page));
});

test("what isn't a web address is refused", async () => {
	for (const url of ["cv.example", "javascript:alert(1)", "https://", "https://a b", "https://x/\u001B[31m"]) {
		const { code, stderr } = await runProgram(["card", "--public-url", url]);
		assert.equal(code, 2);
		assert.match(stderr, /--public-url ".*" isn't a web address; give one such as https:\/\/cv\.example\/\n$/);
	}
});
