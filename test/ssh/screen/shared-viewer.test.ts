import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import headless from "@xterm/headless";
import fc from "fast-check";
import type { Resume } from "../../../source/resume/model.ts";
import { draw, Frames } from "../../../source/ssh/screen/frames.tsx";
import { SharedViewer } from "../../../source/ssh/screen/shared-viewer.ts";
import { createContent } from "../../../source/ui/content.ts";
import { pressKey } from "../../../source/ui/controller.ts";
import type { Input, Output } from "../../../source/ui/host.ts";
import { initialState } from "../../../source/ui/state/state.ts";
import { createStore } from "../../../source/ui/state/store.ts";
import { lookOf } from "../../../source/ui/terminal/first-frame.ts";
import { wholeContent } from "../../../source/ui/whole-content.ts";
import { longDocument, resumeOf } from "../../helpers/resumes.ts";
import { loadSample } from "../../helpers/sample.ts";
import { screenText } from "../../helpers/screen.ts";

type Size = { columns: number; rows: number };
type Host = {
	hasColours: boolean;
	colourDepth: 4 | 8 | 24;
	hasHyperlinks: boolean;
	isScreenReader: false;
	hasMouse: boolean;
};
const plainHost: Host = {
	hasColours: true,
	colourDepth: 4,
	hasHyperlinks: true,
	isScreenReader: false,
	hasMouse: false,
};

/** Every cell: what is in it, and how it looks. */
function cellsOf(screen: headless.Terminal): string[] {
	return Array.from({ length: screen.rows }, (_, y) =>
		Array.from({ length: screen.cols }, (_, x) => {
			const cell = screen.buffer.active.getLine(y)!.getCell(x)!;
			const colours = `${cell.getFgColorMode()}/${cell.getFgColor()}/${cell.getBgColorMode()}/${cell.getBgColor()}`;
			const style = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse()]
				.map(Number)
				.join("");
			return `${cell.getChars() || " "}${colours}/${style}`;
		}).join(" "),
	);
}

/** A visitor of shared frames, with a screen of xterm.js behind the viewer. */
function visit(frames: Frames, resume: Resume, host: Host, size: Size, address: string) {
	const screen = new headless.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
	const input = new EventEmitter() as Input;
	const output = Object.assign(new EventEmitter(), {
		...size,
		isTTY: true,
		write(text: string) {
			screen.write(text.replaceAll("\n", "\r\n"));
			return true;
		},
	}) as Output;
	let turns = 0;
	const errors: unknown[] = [];
	const viewer = new SharedViewer({
		resume,
		start: {},
		input,
		output,
		host: { ...host, onError: (error) => errors.push(error) },
		frames,
		address,
		askTurn: () => {
			turns++;
		},
	});
	const work = () => {
		while (viewer.work(performance.now() + 5)) {
			// Until all keys are taken in.
		}
	};
	work();
	return {
		viewer,
		errors,
		turns: () => turns,
		type(text: string) {
			input.emit("data", Buffer.from(text));
			work();
		},
		resize(next: Size) {
			screen.resize(next.columns, next.rows);
			output.columns = next.columns;
			output.rows = next.rows;
			output.emit("resize");
			work();
		},
		replace(next: Resume) {
			viewer.replace(next);
			work();
		},
		async text() {
			await new Promise<void>((resolve) => screen.write("", resolve));
			return screenText(screen).map((line) => line.trimEnd());
		},
		async cells() {
			await new Promise<void>((resolve) => screen.write("", resolve));
			return cellsOf(screen);
		},
	};
}

const keys: Record<string, string> = {
	up: "\u001B[A",
	down: "\u001B[B",
	left: "\u001B[D",
	right: "\u001B[C",
	enter: "\r",
	pageup: "\u001B[5~",
	pagedown: "\u001B[6~",
	home: "\u001B[H",
	end: "\u001B[F",
	tab: "\t",
	"shift-tab": "\u001B[Z",
	backspace: "\u007F",
	"ctrl-u": "\u0015",
	"ctrl-d": "\u0004",
};
const plain = [
	"j",
	"k",
	"h",
	"l",
	"g",
	"G",
	"n",
	"N",
	"o",
	"y",
	"t",
	"u",
	"c",
	"?",
	"/",
	" ",
	"b",
	"1",
	"2",
	"3",
	"e",
	"r",
	"é",
	"张",
];
const anyKey = fc.oneof(
	fc.constantFrom(...Object.keys(keys), ...plain),
	fc.constantFrom("down", "enter", "/", "e", "r"),
);
const anySize = fc.record({ columns: fc.integer({ min: 15, max: 130 }), rows: fc.integer({ min: 4, max: 45 }) });
const anyHost = fc.record({
	hasColours: fc.boolean(),
	colourDepth: fc.constantFrom(4 as const, 8 as const, 24 as const),
	hasHyperlinks: fc.boolean(),
	isScreenReader: fc.constant(false as const),
	hasMouse: fc.boolean(),
});
const anyStep = fc.oneof(
	{ weight: 12, arbitrary: fc.record({ keys: fc.array(anyKey, { minLength: 1, maxLength: 4 }) }) },
	{ weight: 2, arbitrary: anySize },
	{ weight: 1, arbitrary: fc.record({ resume: fc.nat(2) }) },
);

test("what a visitor sees is what Ink draws afresh of their state, whatever others did before", async (context) => {
	const resumes = [
		(await loadSample()).resume,
		await resumeOf(context, longDocument(12, 6)),
		await resumeOf(context, { basics: { name: "Nobody" } }),
	];
	// One for all runs, and smaller than what they draw: some is known, some was forgotten.
	const frames = new Frames({ frameBytes: 600_000, changeBytes: 100_000 });
	let visitors = 0;
	await fc.assert(
		fc.asyncProperty(anyHost, anySize, fc.array(anyStep, { maxLength: 8 }), async (host, size, steps) => {
			visitors++;
			const shown = visit(frames, resumes[0]!, host, size, `address ${visitors % 3}`);
			const store = createStore(initialState(wholeContent(createContent(resumes[0]!)), lookOf(host), size));
			const compare = async (done: string) => {
				const { columns, rows } = store.get().size;
				const fresh = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
				await new Promise<void>((resolve) => fresh.write(draw(store.get(), host).join("\r\n"), resolve));
				assert.deepEqual(
					await shown.text(),
					screenText(fresh).map((line) => line.trimEnd()),
					done,
				);
				fresh.dispose();
			};
			await compare("at first");
			for (const step of steps) {
				if ("keys" in step) {
					for (const key of step.keys) {
						const effect = pressKey(store, key);
						if (effect?.kind === "copy") {
							store.dispatch({ type: "notify", text: `sent to the terminal's clipboard: ${effect.what}` });
						} else if (effect?.kind === "say") {
							store.dispatch({ type: "notify", text: effect.text });
						} else if (effect?.kind === "open") {
							return;
						}
					}

					shown.type(step.keys.map((key) => keys[key] ?? key).join(""));
				} else if ("resume" in step) {
					store.dispatch({ type: "replace", content: wholeContent(createContent(resumes[step.resume]!)) });
					shown.replace(resumes[step.resume]!);
				} else {
					store.dispatch({ type: "resize", size: step });
					shown.resize(step);
				}

				await compare(JSON.stringify(step));
				assert.ok(frames.bytes <= 700_000, `${frames.bytes} bytes`);
			}

			assert.deepEqual(shown.errors, []);
			shown.viewer.leave();
		}),
		{ numRuns: 30 },
	);
});

test("the second visitor's frames and changes are those of the first", async () => {
	const { resume } = await loadSample();
	const frames = new Frames();
	const size = { columns: 80, rows: 24 };
	const one = visit(frames, resume, plainHost, size, "one");
	one.type("jj\r");
	const { bytes } = frames;
	const two = visit(frames, resume, plainHost, size, "two");
	two.type("jj\r");
	assert.equal(frames.bytes, bytes);
	assert.deepEqual(await two.text(), await one.text());
	assert.deepEqual(await two.cells(), await one.cells());
});

test("a screen that throws ends that visit alone, and gives the terminal back", async () => {
	const { resume } = await loadSample();
	const frames = new Frames();
	const size = { columns: 80, rows: 24 };
	const bystander = visit(frames, resume, plainHost, size, "one");
	const broken = visit(frames, resume, plainHost, size, "two");
	const [first] = resume.sections;
	// What a screen reads of it fails from here on.
	const faulty = {
		...resume,
		sections: [
			{
				...first!,
				get entries(): never {
					throw new Error("broken");
				},
			},
		],
	};
	broken.replace(faulty as unknown as Resume);
	assert.equal(await broken.viewer.left, "error");
	assert.match(String(broken.errors[0]), /broken/);
	bystander.type("j");
	assert.deepEqual(bystander.errors, []);
});
