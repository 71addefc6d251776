import assert from "node:assert/strict";
import test from "node:test";
import { bodyOf } from "../../../source/ui/frame/frame.ts";
import { after, resumeOf, rowsOf, stateOf } from "../../helpers/resumes.ts";

const searchFor = (text: string, columns: number, rows: number) =>
	rowsOf(after(stateOf(undefined, { columns, rows }), "search", { type: "type", text }));
const rowWith = (screen: readonly string[], text: string) => screen.find((row) => row.includes(text));

test("A row has the label of what it is in, and says nothing twice", () => {
	for (const [columns, rows] of [
		[40, 12],
		[40, 24],
		[80, 24],
		[120, 40],
	] as const) {
		const screen = searchFor("research", columns, rows);
		assert.match(rowWith(screen, "❯")!, /^ +❯ Research Experience(?: +│.*)?$/);
		assert.match(rowWith(screen, "OpenDelta ")!, /^ +OpenDelta +Research Assistant/);
	}

	const small = searchFor("2022", 40, 12);
	assert.deepEqual(
		small.filter((row) => row.includes("NeurIPS")).map((row) => row.trim()),
		["NeurIPS 2022  2022", "NeurIPS 2022"],
	);
});

test("A label of which the row shows the beginning alone is before the match that is far behind it", async (context) => {
	const text = `${"Baked bread of many kinds and sizes ".repeat(4)}in Zurich`;
	const resume = await resumeOf(context, {
		basics: { name: "Ada" },
		projects: [{ name: "Oven" }, { highlights: [text] }],
	});
	const row = rowsOf(after(stateOf(resume), "search", { type: "type", text: "zurich" })).find((each) =>
		each.includes("❯"),
	);
	assert.match(row!, /❯ Baked bread of .+… .*Zurich$/);
});

test("There is a preview of every kind of result where there is room", () => {
	const previewOf = (text: string) => {
		const screen = searchFor(text, 80, 24);
		const rules = screen.flatMap((row, index) => (/^ +─+$/.test(row) ? [index] : []));
		assert.equal(rules.length, 3, screen.join("\n"));
		return screen.slice(rules[1]! + 1, rules[2]).join("\n");
	};
	assert.match(previewOf("clip"), /Summer Internship with Professor Xin Eric Wang/);
	assert.match(previewOf("selected course project"), /Paper Reproduction\n\n +• Course project/);
	assert.match(previewOf("phone"), /Zhen Zhang .+\n.+\+8618630824731/);
	assert.match(previewOf("P.R."), /Zhen Zhang .+P\.R\. China/);
});

test("What can be looked for is said whole in every window", () => {
	for (const [columns, rows] of [
		[20, 6],
		[24, 8],
		[40, 12],
		[80, 24],
	] as const) {
		const screen = rowsOf(after(stateOf(undefined, { columns, rows }), "search"));
		const said = screen.map((row) => row.trim()).join(" ");
		assert.match(said, /titles, people, places, dates, every line/, screen.join("\n"));
	}
});

test("A window that is narrower than the prompt still has a search", () => {
	for (const columns of [1, 2, 3]) {
		const state = after(stateOf(undefined, { columns, rows: 4 }), "search", { type: "type", text: "clip" });
		assert.ok(bodyOf(state).rows > 0);
	}
});
