import assert from "node:assert/strict";
import { test } from "node:test";
import { screenSvg } from "../../scripts/screen-svg.ts";
import { open } from "../helpers/terminal.ts";

test("A screen's text, colours and columns are in its picture", async () => {
	const text = "  \u001B[1;31mA&B <c>\u001B[0m 张x\r\n\u001B[7mover\u001B[0m";
	await using terminal = open(
		[process.execPath, "-e", `process.stdout.write(${JSON.stringify(text)}); process.stdin.resume()`],
		{ columns: 20, rows: 3 },
	);
	await terminal.waitFor("over");
	const svg = screenSvg(terminal.cells(), { columns: 20, rows: 3 }, "a & b");
	assert.match(svg, /<title id="title">a &amp; b<\/title>/);
	assert.match(svg, /<text class="c1 bold" x="16.8" [^>]*textLength="58.8"[^>]*>A&amp;B &lt;c&gt;<\/text>/);
	assert.match(svg, /<text x="84" [^>]*textLength="16.8"[^>]*>张<\/text>/);
	assert.match(svg, /<text x="100.8" [^>]*textLength="8.4"[^>]*>x<\/text>/);
	assert.match(svg, /<rect class="ink-ground" x="0" y="18" width="33.6" height="18"\/><text class="ground-ink"/);
});
