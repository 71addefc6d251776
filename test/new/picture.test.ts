import assert from "node:assert/strict";
import { test } from "node:test";
import { homePicture, linesPicture } from "../../source/new/picture.ts";
import "../helpers/wide.ts";
import { loadSample } from "../helpers/sample.ts";

test("a screen's text, looks and columns are in its picture", () => {
	const lines = [
		{
			pieces: [
				{ text: "  ", role: "plain" as const },
				{ text: "A&B <c>", role: "title" as const },
				{ text: " 张x", role: "plain" as const },
			],
		},
		{ pieces: [{ text: "over", role: "found" as const }] },
	];
	const svg = linesPicture(lines, { columns: 20, rows: 3 }, "a & b");
	assert.match(svg, /<title id="title">a &amp; b<\/title>/);
	assert.match(svg, /<text class="bold" x="16.8" [^>]*textLength="58.8"[^>]*>A&amp;B &lt;c&gt;<\/text>/);
	assert.match(svg, /<text x="84" [^>]*textLength="16.8"[^>]*>张<\/text>/);
	assert.match(svg, /<text x="100.8" [^>]*textLength="8.4"[^>]*>x<\/text>/);
	assert.match(svg, /<rect class="inverse-ground" x="0" y="18" width="33.6" height="18"\/><text class="inverse bold"/);
});

test("the home screen's picture has the name and the sections", async () => {
	const { resume } = await loadSample();
	const svg = homePicture(resume);
	for (const words of [resume.person.name, ...resume.sections.map(({ title }) => title.slice(0, 12))]) {
		assert.ok(svg.includes(words.replaceAll("&", "&amp;")), words);
	}

	assert.doesNotMatch(svg, /\u001B|undefined|NaN/);
});
