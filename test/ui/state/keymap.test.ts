import assert from "node:assert/strict";
import test from "node:test";
import { usefulHints } from "../../../source/ui/frame/footer.ts";
import { lineText } from "../../../source/ui/frame/line.ts";
import { helpLines } from "../../../source/ui/screens/help.ts";
import { specOf } from "../../../source/ui/screens/index.ts";
import { type Edit, edits } from "../../../source/ui/state/field.ts";
import { bindingOf, keymap, type ScreenKind, type Verb } from "../../../source/ui/state/keymap.ts";
import { screenOf } from "../../../source/ui/state/layers.ts";
import type { State } from "../../../source/ui/state/state.ts";
import { after, resumeOf, rowsOf, stateOf } from "../../helpers/resumes.ts";

const kinds: ScreenKind[] = ["list", "text", "field"];
const reading = kinds.filter((kind) => kind !== "field");
const keys = [...new Set(keymap.flatMap((binding) => [...binding.keys]))];
const verbOf = (key: string, kind: ScreenKind) => bindingOf(key, kind)?.verb;

test("No key is bound twice for one kind of screen, nor twice for all", () => {
	for (const key of keys) {
		const bindings = keymap.filter((binding) => binding.keys.includes(key));
		for (const kind of kinds) {
			assert.ok(bindings.filter(({ on }) => on?.length === 1 && on[0] === kind).length <= 1, `${key} on a ${kind}`);
		}

		const general = bindings.filter(({ on }) => on === undefined);
		assert.ok(general.length <= 1, key);
	}
});

test("The keys do what the design says, on every screen but the one that types", () => {
	const everywhere: Record<string, Verb> = {
		up: "up",
		down: "down",
		k: "up",
		j: "down",
		escape: "back",
		left: "back",
		h: "back",
		backspace: "back",
		g: "first",
		G: "last",
		home: "first",
		end: "last",
		pageup: "pageUp",
		pagedown: "pageDown",
		"ctrl-u": "halfUp",
		"ctrl-d": "halfDown",
		" ": "pageDown",
		b: "pageUp",
		tab: "nextSection",
		"shift-tab": "previousSection",
		"/": "search",
		n: "nextMatch",
		N: "previousMatch",
		o: "openLink",
		y: "copy",
		t: "timeline",
		u: "links",
		"?": "help",
		q: "quit",
		"ctrl-c": "interrupt",
		"ctrl-z": "suspend",
		...Object.fromEntries(["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => [digit, "jump"])),
	};
	for (const kind of reading) {
		for (const [key, verb] of Object.entries(everywhere)) {
			assert.equal(verbOf(key, kind), verb, `${key} on a ${kind}`);
		}
	}

	assert.deepEqual(
		["enter", "right", "l"].map((key) => verbOf(key, "list")),
		["open", "open", "open"],
	);
	assert.deepEqual(
		["right", "l", "]", "["].map((key) => verbOf(key, "text")),
		["nextEntry", "nextEntry", "nextEntry", "previousEntry"],
	);
});

test("While typing, characters are characters and the other keys still move", () => {
	for (const key of keys.filter((name) => [...name].length === 1)) {
		assert.equal(verbOf(key, "field"), undefined, key);
	}

	const working: Record<string, Verb> = {
		up: "up",
		down: "down",
		enter: "open",
		escape: "back",
		backspace: "erase",
		"ctrl-u": "eraseAll",
		pageup: "pageUp",
		pagedown: "pageDown",
		"ctrl-p": "up",
		"ctrl-n": "down",
		left: "caretLeft",
		right: "caretRight",
		home: "caretStart",
		"ctrl-a": "caretStart",
		end: "caretEnd",
		"ctrl-e": "caretEnd",
		delete: "eraseNext",
		"ctrl-w": "eraseWord",
		"ctrl-c": "interrupt",
	};
	for (const [key, verb] of Object.entries(working)) {
		assert.equal(verbOf(key, "field"), verb, key);
	}
});

test("The help tells of every verb, and of every key", () => {
	const help = helpLines(100, true).map(lineText).join("\n");
	const untold = new Set<Verb>(["suspend", ...(Object.keys(edits) as Edit[])]);
	for (const { verb, help: words } of keymap) {
		const told = keymap.some((binding) => binding.verb === verb && binding.help !== "");
		const inPairs = /^(up|previous|half|nextMatch)/.test(verb);
		assert.ok(told || inPairs || untold.has(verb), verb);
		assert.ok(help.includes(words));
	}
});

test("Each screen's footer shows keys that work there, in one order, and always the way back, or out", () => {
	const order = keymap.map(({ verb }) => verb);
	const ways: Verb[][] = [[], ["open"], ["search"], ["timeline"], ["links"], ["card"], ["help"]];
	for (const way of ways) {
		const state = after(stateOf(), ...way);
		const screen = screenOf(state);
		const { kind } = specOf(screen);
		const hints = usefulHints(state, true);
		assert.ok(
			hints.some(({ verb, need }) => need === 0 && verb === (screen.name === "home" ? "quit" : "back")),
			screen.name,
		);
		const places = hints.map(({ verb }) => order.indexOf(verb));
		assert.deepEqual(
			places,
			places.toSorted((a, b) => a - b),
		);
		for (const { verb, hint } of hints) {
			assert.notEqual(hint, "");
			assert.ok(
				keys.some((key) => verbOf(key, kind) === verb),
				`${verb} is shown on ${screen.name}, where no key does it`,
			);
		}
	}
});

test("A résumé in several languages says so in every footer from 30 columns on", async (context) => {
	const resume = await resumeOf(context, { basics: { name: "Ada", label: { en: "Engineer", de: "Ingenieurin" } } });
	for (let columns = 30; columns <= 120; columns++) {
		const footer = rowsOf(stateOf(resume, { columns, rows: 24 })).at(-1)!;
		assert.match(footer, /L language {2}(?:y copy email {2})?\? help {2}q quit$/, `${columns} columns`);
	}

	assert.doesNotMatch(rowsOf(stateOf(undefined, { columns: 120, rows: 24 })).at(-1)!, /language/);
	const helpOf = (state: State) => rowsOf(after(state, "help")).join("\n");
	assert.match(helpOf(stateOf(resume, { columns: 120, rows: 40 })), /L +show it in the next of its languages/);
	assert.doesNotMatch(helpOf(stateOf(undefined, { columns: 120, rows: 40 })), /language/);
});

test("The help fits its columns, keys beside their words or above them", () => {
	for (let columns = 18; columns <= 100; columns++) {
		const lines = helpLines(columns, true).map((line) => lineText(line).trimEnd());
		for (const line of lines) {
			assert.ok(line.length <= columns, `${JSON.stringify(line)} in ${columns}`);
		}

		// A word or two a line would make a help of a hundred lines.
		assert.ok(lines.length <= 90, `${lines.length} lines in ${columns} columns`);
	}

	const narrow = helpLines(20, true).map((line) => lineText(line).trimEnd());
	assert.ok(narrow.includes("← h backspace"));
	assert.equal(narrow[narrow.indexOf("← h backspace") + 1], "  one step back");
});
