import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Resume } from "../../source/resume/model.ts";
import { backgroundQuestion } from "../../source/text/background.ts";
import { widthOf } from "../../source/text/width.ts";
import { createContent } from "../../source/ui/content.ts";
import { pressKey } from "../../source/ui/controller.ts";
import { bodyOf, frameOf, frameRows } from "../../source/ui/frame/frame.ts";
import { layoutOf, type Size } from "../../source/ui/frame/layout.ts";
import { lineText } from "../../source/ui/frame/line.ts";
import { heightOf } from "../../source/ui/frame/part.ts";
import { spokenOf } from "../../source/ui/frame/spoken.ts";
import { keymap } from "../../source/ui/state/keymap.ts";
import { screenOf } from "../../source/ui/state/layers.ts";
import type { State } from "../../source/ui/state/state.ts";
import { createStore } from "../../source/ui/state/store.ts";
import { wholeContent } from "../../source/ui/whole-content.ts";
import { assertHarmless, assertInside } from "../helpers/harmless.ts";
import { longDocument, resumeOf, stateOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";
import { view } from "../helpers/viewer.ts";

const keys = [...new Set(keymap.flatMap((binding) => [...binding.keys]))];
const anyKey = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...keys) },
	{ weight: 1, arbitrary: fc.constantFrom("o", "p", "e", "n", "é", "张", "ctrl-x", "f1") },
);
const anySize: fc.Arbitrary<Size> = fc.oneof(
	fc.record({ columns: fc.integer({ min: 1, max: 320 }), rows: fc.integer({ min: 1, max: 110 }) }),
	fc.record({ columns: fc.integer({ min: 20, max: 62 }), rows: fc.integer({ min: 6, max: 20 }) }),
	fc.record({ columns: fc.integer({ min: 20, max: 24 }), rows: fc.integer({ min: 6, max: 8 }) }),
);
const anySizeToSee = anySize
	.filter(({ columns, rows }) => columns >= 20 && rows >= 6)
	.map(({ columns, rows }) => ({ columns: Math.min(columns, 140), rows: Math.min(rows, 50) }));

type Step = { key: string } | { size: Size } | { resume: number };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 20, arbitrary: fc.record({ key: anyKey }) },
	{ weight: 2, arbitrary: fc.record({ size: anySize }) },
	{ weight: 1, arbitrary: fc.record({ resume: fc.nat(2) }) },
);

/** What holds for every state: one is somewhere, and what is drawn of it fits. */
function assertValid(state: State): void {
	const { layers, content } = state;
	const { sections } = content.resume;
	assert.equal(layers[0]?.name, "home");
	for (const screen of layers) {
		if ("section" in screen) {
			assert.ok(sections[screen.section], "the section is there");
		}

		if (screen.name === "entry") {
			assert.ok(sections[screen.section]!.entries[screen.entry], "the entry is there");
		}
	}

	const screen = screenOf(state);
	const { length, rows } = bodyOf(state);
	if ("top" in screen) {
		assert.ok(screen.top >= 0 && screen.top <= Math.max(0, length - rows), "top");
	} else {
		assert.ok(screen.index >= 0 && screen.index <= Math.max(0, length - 1), "index");
	}

	spokenOf(state);
	const frame = frameOf(state);
	const layout = layoutOf(state.size);
	assert.equal(heightOf(frame.parts), state.size.rows, "rows in all");
	for (const row of frameRows(frame)) {
		const text = lineText(row).trimEnd();
		const room = layout.isTooSmall ? state.size.columns : layout.width + layout.margin;
		assert.ok(widthOf(text) <= room, `${JSON.stringify(text)} is wider than ${room}`);
	}
}

function takeSteps(resumes: Resume[], steps: readonly Step[], each: (state: State) => void): State {
	const store = createStore(stateOf(resumes[0]));
	for (const step of steps) {
		if ("key" in step) {
			pressKey(store, step.key);
		} else if ("size" in step) {
			store.dispatch({ type: "resize", size: step.size });
		} else {
			const content = wholeContent(createContent(resumes[step.resume]!));
			store.dispatch({ type: "replace", content });
		}

		each(store.get());
	}

	return store.get();
}

test("Any keys, sizes and other résumés in any order leave a valid state that can be drawn", async (context) => {
	const resumes = [
		(await loadSample()).resume,
		await resumeOf(context, longDocument(30, 12)),
		await resumeOf(context, { basics: {} }),
	];
	fc.assert(
		fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
			takeSteps(resumes, steps, assertValid);
		}),
		{ numRuns: 150 },
	);
});

const bytes: Record<string, string> = {
	up: "Up",
	down: "Down",
	left: "Left",
	right: "Right",
	enter: "Enter",
	delete: "Delete",
	escape: "Esc",
	tab: "Tab",
	"shift-tab": "S-Tab",
	pageup: "PgUp",
	pagedown: "PgDn",
	home: "Home",
	end: "End",
	backspace: "Backspace",
	f1: "F1",
};
const toPress = (key: string) => bytes[key] ?? key.replace(/^ctrl-/, "C-");
const anySeenKey = anyKey.filter((key) => !["q", "ctrl-c", "ctrl-z"].includes(key));

test("Whatever is pressed and however it is resized, nothing is drawn over the edge", async (context) => {
	const resumes = [(await loadSample()).resume, await resumeOf(context, longDocument(30, 12))];
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...resumes),
			anySizeToSee,
			fc.array(fc.oneof(fc.record({ keys: fc.array(anySeenKey, { maxLength: 8 }) }), anySizeToSee), { maxLength: 6 }),
			async (resume, start, steps) => {
				await using shown = view(resume, { ...start, beyond: 30 });
				let size = start;
				for (const step of steps) {
					if ("keys" in step) {
						shown.press(...step.keys.map(toPress));
					} else {
						size = step;
						shown.resize(size.columns, size.rows);
					}

					await shown.drawn();
					assertInside(shown, size.columns, size.rows);
				}

				assertHarmless(shown.raw);
			},
		),
		{ numRuns: 25 },
	);
});

test("After a storm of sizes the screen is the same as one that had its size from the start", async (context) => {
	const resume = await resumeOf(context, longDocument(30, 12));
	await fc.assert(
		fc.asyncProperty(
			fc.array(anySeenKey, { maxLength: 6 }),
			fc.array(anySize, { maxLength: 8 }),
			anySizeToSee,
			async (pressed, sizes, size) => {
				await using stormy = view(resume, { columns: 80, rows: 24, beyond: 20 });
				stormy.press(...pressed.map(toPress));
				for (const { columns, rows } of [...sizes, size]) {
					stormy.resize(columns, rows);
				}

				await stormy.settled();
				await using calm = view(resume, { columns: 80, rows: 24, beyond: 20 });
				calm.press(...pressed.map(toPress));
				await calm.drawn();
				calm.resize(size.columns, size.rows);
				await calm.settled();
				assert.deepEqual(stormy.lines(), calm.lines());
			},
		),
		{ numRuns: 20 },
	);
});

test("The first frame is the one that Ink then draws, on every size and wherever it opens", async (context) => {
	const long = await resumeOf(context, longDocument(30, 12));
	const resumes = [(await loadSample()).resume, long, await resumeOf(context, { basics: { name: "Ada" } })];
	const anyStart = fc.constantFrom({}, { section: 0 }, { section: 1 }, { section: 0, entry: 0 });
	await fc.assert(
		fc.asyncProperty(
			fc.nat(resumes.length - 1),
			anySizeToSee,
			anyStart,
			fc.boolean(),
			async (which, size, start, hasColours) => {
				await using shown = view(resumes[which]!, { ...size, start, host: { hasColours } });
				// Ink has drawn by now: what differed would have come in a write of its own.
				const [first, ...rest] = shown.writes;
				assert.match(first!, /^\u001B\[\?1049h/);
				assert.deepEqual(
					rest.filter((text) => !modes.test(text) && text !== backgroundQuestion),
					[],
				);
				await shown.waitFor((screen) => screen.includes("q") || screen.includes("esc"));
				assertInside(shown, size.columns, size.rows);
			},
		),
		{ numRuns: 100 },
	);
});

/** Bracketed paste is asked for. */
const modes = /^\u001B\[\?2004h$/;
