import assert from "node:assert/strict";
import test from "node:test";
import { newWords, spokenOf } from "../../../source/ui/frame/spoken.ts";
import type { Action } from "../../../source/ui/state/action.ts";
import type { Verb } from "../../../source/ui/state/keymap.ts";
import type { State } from "../../../source/ui/state/state.ts";
import { after, longDocument, resumeOf, stateOf } from "../../helpers/resumes.ts";

const opened = async (context: Parameters<typeof resumeOf>[0]) => stateOf(await resumeOf(context, longDocument(30)));

test("Home says who it is, how to reach them, and the sections with their counts", async (context) => {
	const state = await opened(context);
	const { title, item, paragraphs, keys } = spokenOf(state);
	assert.equal(title, "Ada Example, résumé");
	assert.equal(item, "Work, 30 entries, 1 of 2");
	assert.equal(spokenOf(after(state, "down")).item, "Skills, 1 entry, 2 of 2");
	assert.ok(paragraphs.includes("Engineer"));
	assert.ok(paragraphs.some((text) => /: ada@example\.org$/.test(text)));
	assert.match(keys, /^Keys: .*enter open, slash search, .+ quit$/);
});

test("Of a list the current item is said, with its place", async (context) => {
	const { title, item } = spokenOf(after(await opened(context), "open", ...Array<Verb>(16).fill("down")));
	assert.equal(title, "Work, 30 entries");
	assert.equal(item, "Company 17, Role 17, Aug 2016 – Aug 2017, 17 of 30");
});

test("A text is said whole, each paragraph on a line: the terminal wraps", async (context) => {
	const resume = await resumeOf(context, longDocument(2, 60));
	const { paragraphs } = spokenOf(after(stateOf(resume, { columns: 30, rows: 6 }), "open", "open"));
	assert.equal(paragraphs.filter((text) => text.startsWith("• Did thing")).length, 60);
});

test("Only what is new is said, and the keys once for each screen", async (context) => {
	const state = await opened(context);
	const say = (before: State, ...verbs: (Verb | Action)[]) =>
		newWords(spokenOf(before), spokenOf(after(before, ...verbs)));
	assert.match(newWords(undefined, spokenOf(state)).at(-1)!, /^Keys: /);
	assert.deepEqual(say(state, "down"), ["Skills, 1 entry, 2 of 2"]);
	assert.deepEqual(say(state, "up"), [], "nothing has changed");
	const list = after(state, "open");
	assert.deepEqual(say(list, "down"), ["Company 2, Role 2, Feb 2001 – Feb 2002, 2 of 30"]);
	assert.deepEqual(say(list, { type: "notify", text: "opened it" }), ["opened it"]);
	const entry = say(list, "open");
	assert.equal(entry[0], "Work, 1 of 30");
	assert.match(entry.at(-1)!, /^Keys: /);
	assert.ok(
		!say(after(list, "open"), "nextEntry").some((text) => text.startsWith("Keys: ")),
		"the same kind of screen",
	);
	assert.deepEqual(say(after(list, "open"), "pageDown"), [], "a text that was said whole doesn't scroll");
});

test("An entry is its lines; where one is in its section, and what the numbers are, is said", async (context) => {
	const { title, paragraphs } = spokenOf(after(await opened(context), "open", "open", "nextEntry"));
	assert.equal(title, "Work, 2 of 30");
	assert.deepEqual(paragraphs, [
		"Role 2, Feb 2001 – Feb 2002",
		"Company 2",
		"• Did thing 1 of company 2.",
		"• Did thing 2 of company 2.",
		"link 1 Company 2, https://example.org/company-2",
	]);
});

test("Search says how much was found and where; the other screens are lists and texts", async (context) => {
	const state = await opened(context);
	const empty = after(state, "search");
	assert.deepEqual(spokenOf(empty).paragraphs, ["type what to look for"]);
	const found = spokenOf(after(empty, { type: "type", text: "baking" }));
	assert.equal(found.title, "Search: baking");
	assert.deepEqual(found.paragraphs, ["1 result"]);
	assert.match(found.item ?? "", /^Baking, in Skills, Baking, 1 of 1$/);
	assert.match(spokenOf(after(state, "timeline")).item ?? "", /^Company 1, Jan 2000 – Jan 2001, 1 of 30$/);
	assert.match(spokenOf(after(state, "links")).item ?? "", /ada@example\.org.+1 of \d+$/);
	assert.ok(spokenOf(after(state, "card")).paragraphs.includes("npx resume"));
	assert.ok(spokenOf(after(state, "help")).paragraphs.some((text) => text.startsWith("right l: open")));
});

test("What happened is said", async (context) => {
	assert.equal(spokenOf(after(await opened(context), { type: "notify", text: "copied" })).notice, "copied");
});

test("No screen says a box character or an arrow", async (context) => {
	const state = await opened(context);
	const ways: Verb[][] = [[], ["open"], ["open", "open"], ["search"], ["timeline"], ["links"], ["card"], ["help"]];
	for (const way of ways) {
		const { title, item = "", paragraphs, keys } = spokenOf(after(state, ...way));
		const all = [title, item, ...paragraphs, keys].join("\n");
		assert.doesNotMatch(all, /[\u2190-\u21FF\u2500-\u25FF◦❯›]/, way.join(" "));
	}
});
