import assert from "node:assert/strict";
import { test } from "node:test";
import { loadDocument } from "../../source/resume/load.ts";
import type { Block } from "../../source/resume/model.ts";

/** The blocks of an entry as lines: "- " before a bullet, two blanks for each bullet around it. */
const linesOf = (blocks: readonly Block[], indent = ""): string[] =>
	blocks.flatMap(({ kind, spans, children }) => [
		indent + (kind === "bullet" ? "- " : "") + spans.map(({ text }) => text).join(""),
		...linesOf(children, `${indent}  `),
	]);

async function bodyOf(work: object): Promise<string[]> {
	const { resume } = await loadDocument({ basics: { name: "Pat" }, work: [{ name: "Acme", ...work }] }, "the document");
	return linesOf(resume.sections.find(({ source }) => source === "work")!.entries[0]!.body);
}

for (const [summary, lines] of [
	["One.\n- a\n- b\nTwo.", ["One.", "- a", "- b", "Two."]],
	["- a\n  goes on\n- b\n  - c\n  - d\n    - e\n- f", ["- a goes on", "- b", "  - c", "  - d", "    - e", "- f"]],
	["Not a list\n- just a dash", ["Not a list", "- just a dash"]],
	["• one", ["- one"]],
	["<p>One.</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>Two.", ["One.", "- a", "- b", "  - c", "Two."]],
	["<ol><li><p>A <b>b</b></p></li><li></li><li>C<br>more</li></ol>", ["- A b", "- C more"]],
	["<li>a<li>b</ul></ul>c", ["- a", "- b", "c"]],
] as const) {
	test(`${JSON.stringify(summary)} keeps its lists`, async () => {
		assert.deepEqual(await bodyOf({ summary }), lines);
	});
}

for (const [highlight, lines] of [
	["Did:\n- a\n- b", ["- Did:", "  - a", "  - b"]],
	["Led a team\n  - of five", ["- Led a team:", "  - of five"]],
	["<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ["- a", "- b:", "  - c"]],
	["plain\nwrapped", ["- plain wrapped"]],
	["<b>x</b> - y", ["- x - y"]],
] as const) {
	test(`the highlight ${JSON.stringify(highlight)} keeps its list`, async () => {
		assert.deepEqual(await bodyOf({ highlights: [highlight] }), lines);
	});
}

test("every line of a summary with lists is in the vCard's note", async () => {
	const summary = "<p>I bake.</p><ul><li>Bread<ul><li>Rye</li></ul></li></ul>";
	const { resume } = await loadDocument({ basics: { name: "Pat", summary } }, "the document");
	assert.deepEqual(resume.person.summary, ["I bake.", "Bread", "Rye"]);
});

test("a text of many list tags takes no time", { timeout: 5000 }, async () => {
	for (const part of ["<ul>", "<li>", "• ", "\n• ", " - a\n", "<li> ", "<ul><li>x", "<li>x</li>"]) {
		await bodyOf({ summary: part.repeat(20_000), highlights: [`x\n${part.repeat(20_000)}`] });
	}
});
