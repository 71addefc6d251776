import assert from "node:assert/strict";
import test from "node:test";
import { frameOf } from "../../../source/ui/frame/frame.ts";
import { pointedAt } from "../../../source/ui/frame/pointer.ts";
import { after, longDocument, resumeOf, rowsOf, stateOf } from "../../helpers/resumes.ts";

const axis = /┼─+┼/;
const tall = { columns: 120, rows: 40 };
const openDelta = { section: 2, entry: 1 };

test("A tall window shows below a short entry when it was; a click on a bar leads to that entry", () => {
	const state = stateOf(undefined, tall, openDelta);
	const screen = rowsOf(state);
	assert.match(screen.join("\n"), axis);
	const y = screen.findIndex((row) => /━ +Pre-trained Models/.test(row));
	const action = pointedAt(frameOf(state), screen[y]!.indexOf("Pre-trained"), y)!;
	assert.deepEqual(action, { type: "go", section: 2, entry: 3 });
	assert.match(rowsOf(after(state, action))[0]!, /› 4 of 5/);
	assert.doesNotMatch(rowsOf(stateOf(undefined, { columns: 80, rows: 24 }, openDelta)).join("\n"), axis);
});

test("A text that leaves no room for the timeline has all of the window, and scrolls if it must", async (context) => {
	for (const [lines, place] of [
		[28, undefined],
		[60, /1–36 of \d+/],
	] as const) {
		const resume = await resumeOf(context, longDocument(2, lines));
		const screen = rowsOf(stateOf(resume, tall, { section: 0, entry: 0 }));
		assert.doesNotMatch(screen.join("\n"), axis);
		assert.match(screen.join("\n"), new RegExp(`thing ${Math.min(lines, 28)} `));
		assert.match(screen[0]!, place ?? /› 1 of 2$/);
	}
});

test("A section in a tall window shows when the highlighted entry was", () => {
	const state = after(stateOf(undefined, tall, { section: 2 }), "down");
	const marked = frameOf(state)
		.parts.flatMap((part) => (part.kind === "rows" ? part.rows : []))
		.filter(({ pieces }) => pieces.some(({ role, text }) => role === "current" && text.includes("━")));
	assert.deepEqual(
		marked.map(({ pieces }) => pieces.at(-1)!.text),
		["OpenDelta"],
	);
});

test("Where not all entries have a lane, those of the section that is read do", async (context) => {
	const job = (name: string, index: number) => ({ name, position: "Cook", startDate: `${2000 + index}` });
	const resume = await resumeOf(context, {
		basics: { name: "Ada" },
		work: ["Acme", "Bakers", "Cakes"].map(job),
		volunteer: Array.from({ length: 20 }, (_, index) => job(`Kitchen ${index + 1}`, index)),
	});
	const labels = (section: number) =>
		rowsOf(stateOf(resume, tall, { section })).flatMap((row) => /▶ {2}(\S.*)$/.exec(row)?.[1] ?? []);
	assert.deepEqual(labels(0), ["Acme", "Bakers", "Cakes"]);
	assert.deepEqual(labels(1), ["Work", "Volunteer"]);
});
