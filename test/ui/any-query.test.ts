import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { widthOf } from "../../source/text/width.ts";
import { pressKey } from "../../source/ui/controller.ts";
import { cursorOf, frameOf, frameRows } from "../../source/ui/frame/frame.ts";
import { layoutOf } from "../../source/ui/frame/layout.ts";
import { lineText } from "../../source/ui/frame/line.ts";
import { screenOf } from "../../source/ui/state/layers.ts";
import type { State } from "../../source/ui/state/state.ts";
import { createStore } from "../../source/ui/state/store.ts";
import { assertHarmless } from "../helpers/harmless.ts";
import { after, resumeOf, rowsOf, stateOf } from "../helpers/resumes.ts";

/** What is typed or pasted into the search, and what is pressed in it. */
const anyStep = fc.oneof(
	fc.record({
		typed: fc.oneof(
			fc.constantFrom(
				"e\u0301",
				"\u0301",
				`Z${"\u0300".repeat(30)}`,
				"👩‍🔬",
				"👍🏽",
				"❤️",
				"🇨🇳",
				"清华大学",
				"한국어",
				"\u1112\u1161\u11AB",
				"नमस्ते",
				"السلام عليكم",
				"שלום",
				"\u202Egnirts\u202C",
				"\u001B[31mred\u001B[0m",
				"\u001B]0;title\u0007",
				"\u009B31m",
				"\u0000\u0008\r\n\t",
				"\uD83D",
				"\uDC69",
				" ",
				"word ",
				"x".repeat(120),
				"字".repeat(60),
				"👍".repeat(60),
			),
			fc.string({ unit: "grapheme", maxLength: 8 }),
		),
		isPasted: fc.boolean(),
	}),
	fc.record({
		key: fc.constantFrom("left", "right", "home", "end", "backspace", "delete", "ctrl-w", "down", "up", "pagedown"),
	}),
	fc.record({ size: fc.record({ columns: fc.integer({ min: 20, max: 60 }), rows: fc.integer({ min: 6, max: 14 }) }) }),
);

/** Whether there is half a character, a control, or a letter with more marks than a language has. */
const isBroken = (text: string) => /[\p{Cs}\p{Cc}]|\p{M}{9}/u.test(text);

function assertField(state: State): void {
	const screen = screenOf(state);
	if (screen.name !== "search") {
		return;
	}

	const { query, caret } = screen;
	assert.ok(query.length <= 100 && !isBroken(query), JSON.stringify(query));
	assert.ok(!isBroken(query.slice(0, caret)) && !isBroken(query.slice(caret)), "the caret is between characters");
	const { width, margin, columns } = layoutOf(state.size);
	const rows = frameRows(frameOf(state)).map(lineText);
	const line = rows.find((row) => row.trimStart().startsWith("/"))!;
	assertHarmless(line);
	assert.ok(widthOf(line.trimEnd()) <= width + margin, `${JSON.stringify(line)} is wider than ${width}`);
	const { column } = cursorOf(state)!;
	assert.ok(column < columns, `the caret is in column ${column} of ${columns}`);
}

test("Whatever is typed or pasted into the search, the field holds whole characters and fits its line", () => {
	fc.assert(
		fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
			const store = createStore(after(stateOf(undefined, { columns: 20, rows: 6 }), "search"));
			for (const step of steps) {
				if ("size" in step) {
					store.dispatch({ type: "resize", size: step.size });
				} else if ("key" in step) {
					pressKey(store, step.key);
				} else if (step.isPasted) {
					store.dispatch({ type: "type", text: step.typed });
				} else {
					for (const character of step.typed) {
						pressKey(store, character);
					}
				}

				assertField(store.get());
			}
		}),
		{ numRuns: 300 },
	);
});

const typed = (state: State, text: string): State => {
	const store = createStore(after(state, "search"));
	for (const character of text) {
		pressKey(store, character);
	}

	return store.get();
};

test("What is typed is found as the screens show it: composed letters, emoji of several characters", async (context) => {
	const resume = await resumeOf(context, {
		basics: { name: "Ada" },
		projects: [{ name: "Oven", highlights: ["Two Cafe\u0301s in Zürich", "A 👩‍🔬 lab with ❤️"] }],
	});
	for (const query of ["cafés", "cafe\u0301s", "zu\u0308rich", "👩‍🔬 lab", "❤️", "❤"]) {
		const rows = rowsOf(typed(stateOf(resume), query));
		assert.match(rows[0]!, /1 of 1$/, `${query}: ${rows.join("\n")}`);
	}
});

test("Backspace takes away what was typed, character by character, as they are seen", () => {
	const store = createStore(typed(stateOf(), "e\u0301👩‍🔬🇨🇳清"));
	const seen: string[] = [];
	for (let step = 0; step < 4; step++) {
		pressKey(store, "backspace");
		const screen = screenOf(store.get());
		seen.push("query" in screen ? screen.query! : "");
	}

	assert.deepEqual(seen, ["é👩🔬🇨🇳", "é👩🔬", "é👩", "é"]);
});

test("The caret on a wide character in the last columns stays in the window", () => {
	const state = after(typed(stateOf(undefined, { columns: 21, rows: 6 }), "清华".repeat(8)), "caretLeft");
	const line = rowsOf(state).find((row) => row.startsWith("/"))!;
	assert.ok(widthOf(line) <= 21, line);
	assert.equal(cursorOf(state)!.column, widthOf(line) - 2);
});
