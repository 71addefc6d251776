import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Resume } from "../../../source/resume/model.ts";
import { pointMouse } from "../../../source/ui/controller.ts";
import { frameOf } from "../../../source/ui/frame/frame.ts";
import { pointedAt } from "../../../source/ui/frame/pointer.ts";
import { screenOf } from "../../../source/ui/state/layers.ts";
import type { State } from "../../../source/ui/state/state.ts";
import { createStore } from "../../../source/ui/state/store.ts";
import { isMouseReport, readMouse } from "../../../source/ui/terminal/mouse.ts";
import { after, longDocument, resumeOf, rowsOf, stateOf } from "../../helpers/resumes.ts";
import { view } from "../../helpers/viewer.ts";

/** The first cell of the screen where this is. */
function find(state: State, text: string): [x: number, y: number] {
	const rows = rowsOf(state);
	const y = rows.findIndex((row) => row.includes(text));
	assert.notEqual(y, -1, `${text} is on the screen:\n${rows.join("\n")}`);
	return [rows[y]!.indexOf(text), y];
}

const at = (state: State, text: string) => pointedAt(frameOf(state), ...find(state, text));

test("An item is moved to, the highlighted one and its preview are opened", () => {
	const home = stateOf();
	assert.deepEqual(at(home, "Research Experience"), { type: "item", index: 2 });
	assert.deepEqual(at(home, "Education"), { type: "verb", verb: "open" });
	assert.deepEqual(at(home, "❯"), { type: "verb", verb: "open" });
	assert.deepEqual(at(home, "Tsinghua University · Beijing"), { type: "go", section: 0, entry: 0 });
	assert.equal(at(home, "Zhen Zhang"), undefined);
	assert.equal(at(home, "───"), undefined);
});

test("The detail below a list opens the highlighted entry, the line between does nothing", async (context) => {
	const section = after(stateOf(await resumeOf(context, longDocument(4))), "open");
	assert.deepEqual(at(section, "Company 3"), { type: "item", index: 2 });
	assert.deepEqual(at(section, "Did thing 1"), { type: "go", section: 0, entry: 0 });
	const [x, y] = find(section, "Company 4");
	assert.equal(pointedAt(frameOf(section), x, y + 1), undefined);
});

test("The lines that say how many more there are turn the page", async (context) => {
	const resume = await resumeOf(context, longDocument(60));
	const section = after(stateOf(resume), "open");
	assert.deepEqual(at(section, "↓ "), { type: "verb", verb: "pageDown" });
	assert.deepEqual(at(after(section, "last"), "↑ "), { type: "verb", verb: "pageUp" });
});

test("Items under other lines are found, and a hint of the footer does what its key does", () => {
	const timeline = after(stateOf(), "timeline");
	assert.deepEqual(at(timeline, "Student Resea"), { type: "item", index: 1 });
	assert.equal(at(timeline, "┼"), undefined);
	const home = stateOf();
	assert.deepEqual(at(home, "? help"), { type: "verb", verb: "help" });
	assert.deepEqual(at(home, "quit"), { type: "verb", verb: "quit" });
	const [x, y] = find(home, "enter open");
	assert.equal(pointedAt(frameOf(home), x - 1, y), undefined);
	assert.equal(pointedAt(frameOf(after(home, { type: "notify", text: "enter open" })), x, y), undefined);
});

test("Wherever one clicks or turns the wheel, on any size, the state stays valid", async (context) => {
	const resumes: Resume[] = [stateOf().content.resume, await resumeOf(context, longDocument(30))];
	const report = fc.record({
		kind: fc.constantFrom("click", "click", "wheelUp", "wheelDown"),
		x: fc.nat(140),
		y: fc.nat(50),
	});
	fc.assert(
		fc.property(
			fc.nat(resumes.length - 1),
			fc.record({ columns: fc.integer({ min: 1, max: 130 }), rows: fc.integer({ min: 1, max: 45 }) }),
			fc.array(report, { maxLength: 30 }),
			(which, size, reports) => {
				const store = createStore(stateOf(resumes[which], size));
				for (const each of reports) {
					pointMouse(store, each);
					frameOf(store.get());
					assert.ok(screenOf(store.get()));
				}
			},
		),
		{ numRuns: 200 },
	);
});

test("Reports are read as xterm sends them", () => {
	assert.deepEqual(readMouse("\u001B[<0;12;5M"), { kind: "click", x: 11, y: 4 });
	assert.deepEqual(readMouse("\u001B[<65;1;1M"), { kind: "wheelDown", x: 0, y: 0 });
	for (const other of ["\u001B[<0;12;5m", "\u001B[<2;1;1M", "\u001B[<35;1;1M"]) {
		assert.equal(readMouse(other), undefined);
		assert.ok(isMouseReport(other));
	}

	assert.ok(!isMouseReport("\u001B[A") && !isMouseReport("j"));
});

const click = (x: number, y: number) => `\u001B[<0;${x + 1};${y + 1}M\u001B[<0;${x + 1};${y + 1}m`;

test("Clicks and keys in one chunk count in their order", async () => {
	const state = stateOf();
	await using shown = view(state.content.resume, { host: { hasMouse: true } });
	shown.write(`j${click(...find(state, "Research Experience"))}\r`);
	await shown.waitFor("Research Experience");
	await shown.waitFor("1 of 5");
});

test("Without being asked for, the mouse is left to the terminal, and a stray report is no key", async () => {
	await using shown = view(stateOf().content.resume);
	shown.write(click(...find(stateOf(), "Research Experience")));
	await shown.drawn();
	assert.match(shown.text(), /❯ Education/);
	assert.doesNotMatch(shown.raw, /\u001B\[\?100\d/);
});
