import assert from "node:assert/strict";
import test from "node:test";
import { bindingOf, hintsOf, keymap, type Verb } from "../../source/ui/keymap.ts";
import { helpLines } from "../../source/ui/lines/help-lines.ts";
import { lineText } from "../../source/ui/lines/lines.ts";
import type { ScreenName } from "../../source/ui/state.ts";

const screens: ScreenName[] = ["home", "section", "entry", "search", "timeline", "links", "card", "help"];
const reading = screens.filter((name) => name !== "search");
const keys = [...new Set(keymap.flatMap((binding) => [...binding.keys]))];
const verbOf = (key: string, screen: ScreenName) => bindingOf(key, screen)?.verb;

test("No key is bound twice for one screen, nor twice for all", () => {
	for (const key of keys) {
		const bindings = keymap.filter((binding) => binding.keys.includes(key));
		for (const screen of screens) {
			assert.ok(bindings.filter(({ on }) => on?.includes(screen)).length <= 1, `${key} on ${screen}`);
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
		"ctrl-c": "quit",
		"ctrl-z": "suspend",
		...Object.fromEntries(["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => [digit, "jump"])),
	};
	for (const screen of reading) {
		for (const [key, verb] of Object.entries(everywhere)) {
			assert.equal(verbOf(key, screen), verb, `${key} on ${screen}`);
		}
	}

	for (const menu of ["home", "section", "timeline", "links"] as const) {
		assert.deepEqual(
			["enter", "right", "l"].map((key) => verbOf(key, menu)),
			["open", "open", "open"],
		);
	}

	assert.deepEqual(
		["right", "l", "]", "["].map((key) => verbOf(key, "entry")),
		["nextEntry", "nextEntry", "nextEntry", "previousEntry"],
	);
});

test("While typing, characters are characters and the other keys still move", () => {
	for (const key of keys.filter((name) => [...name].length === 1)) {
		assert.equal(verbOf(key, "search"), undefined, key);
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
		home: "first",
		end: "last",
		"ctrl-c": "quit",
	};
	for (const [key, verb] of Object.entries(working)) {
		assert.equal(verbOf(key, "search"), verb, key);
	}
});

test("The help tells of every verb, and of every key", () => {
	const help = helpLines(100).map(lineText).join("\n");
	const untold = new Set<Verb>(["suspend", "erase", "eraseAll"]);
	for (const { verb, help: words } of keymap) {
		const told = keymap.some((binding) => binding.verb === verb && binding.help !== "");
		const inPairs = /^(up|previous|half|nextMatch)/.test(verb);
		assert.ok(told || inPairs || untold.has(verb), verb);
		assert.ok(help.includes(words));
	}
});

test("Each screen's footer begins with its keys and always says the way back, or out", () => {
	for (const screen of screens) {
		const always = hintsOf(screen).filter(({ isAlwaysHinted }) => isAlwaysHinted);
		assert.ok(always.length > 0, screen);
		assert.ok(
			always.some(({ verb }) => verb === (screen === "home" ? "quit" : "back")),
			screen,
		);
		for (const { verb, hint } of hintsOf(screen)) {
			assert.notEqual(hint, "");
			assert.ok(
				keys.some((key) => verbOf(key, screen) === verb),
				`${verb} is hinted on ${screen}, where no key does it`,
			);
		}
	}
});

test("The help fits its columns, keys beside their words or above them", () => {
	for (let columns = 18; columns <= 100; columns++) {
		for (const line of helpLines(columns)) {
			assert.ok(lineText(line).trimEnd().length <= columns, `${JSON.stringify(lineText(line))} in ${columns}`);
		}
	}

	const narrow = helpLines(20).map((line) => lineText(line).trimEnd());
	assert.ok(narrow.includes("← h backspace"));
	assert.equal(narrow[narrow.indexOf("← h backspace") + 1], "  one step back");
});
