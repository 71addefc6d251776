import assert from "node:assert/strict";
import { test } from "node:test";
import {
	hasColours,
	hasHyperlinks,
	isContinuousIntegration,
	isLightBackground,
	longestStringOf,
} from "../../source/call/colours.ts";

const terminal = { isTTY: true };

test("flags decide on colours, then FORCE_COLOR, then NO_COLOR, then the terminal", () => {
	assert.equal(hasColours({}, {}, terminal), true);
	assert.equal(hasColours({}, {}, {}), false);
	assert.equal(hasColours({}, { TERM: "dumb" }, terminal), false);
	assert.equal(hasColours({}, { NO_COLOR: "1" }, terminal), false);
	assert.equal(hasColours({}, { NO_COLOR: "" }, terminal), true);
	assert.equal(hasColours({}, { NO_COLOR: "1", FORCE_COLOR: "1" }, {}), true);
	assert.equal(hasColours({}, { FORCE_COLOR: "0" }, terminal), false);
	assert.equal(hasColours({ color: "never" }, { FORCE_COLOR: "1" }, terminal), false);
	assert.equal(hasColours({ color: "always" }, { NO_COLOR: "1", TERM: "dumb" }, {}), true);
});

test("a terminal's own word tells a light background and hyperlinks", () => {
	for (const [colours, isLight] of [
		["0;15", true],
		["0;default;7", true],
		["15;0", false],
		["15;8", false],
		["", undefined],
		[undefined, undefined],
		["nonsense", undefined],
	] as const) {
		assert.equal(isLightBackground({}, { COLORFGBG: colours }), isLight, colours);
		assert.equal(isLightBackground({ background: "light" }, { COLORFGBG: colours }), true);
		assert.equal(isLightBackground({ background: "auto" }, { COLORFGBG: colours }), isLight);
	}

	assert.equal(hasHyperlinks({ TERM: "xterm-256color" }), true);
	assert.equal(hasHyperlinks({ TERM: "xterm-256color", VTE_VERSION: "4601" }), false);
	assert.equal(hasHyperlinks({ TERM: "xterm-256color", VTE_VERSION: "6003" }), true);
	assert.equal(hasHyperlinks({ TERM: "linux" }), false);
	assert.equal(hasHyperlinks({ TERM: "linux", FORCE_HYPERLINK: "1" }), true);
	assert.equal(hasHyperlinks({ TERM: "xterm", FORCE_HYPERLINK: "0" }), false);
});

test("a control string goes only to a terminal that takes it whole", () => {
	for (const [environment, longest] of [
		[{ TERM: "xterm-256color" }, Number.POSITIVE_INFINITY],
		[{ TERM: "screen", TMUX: "/tmp/tmux-0/default,1,0" }, Number.POSITIVE_INFINITY],
		[{ TERM: "tmux-256color" }, Number.POSITIVE_INFINITY],
		[{ WT_SESSION: "1" }, Number.POSITIVE_INFINITY],
		[{ TERM: "screen.xterm-256color" }, 700],
		[{ TERM: "vt100" }, 0],
		[{ TERM: "linux" }, 0],
		[{}, 0],
	] as const) {
		assert.equal(longestStringOf(environment), longest, JSON.stringify(environment));
	}
});

test("CI is what says so", () => {
	assert.deepEqual(
		[undefined, "", "0", "false", "true", "1", "woodpecker"].map((ci) => isContinuousIntegration({ CI: ci })),
		[false, false, false, false, true, true, true],
	);
});
