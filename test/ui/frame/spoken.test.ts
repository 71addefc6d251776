import assert from "node:assert/strict";
import test from "node:test";
import { spokenOf } from "../../../source/ui/frame/spoken.ts";
import type { Verb } from "../../../source/ui/state/keymap.ts";
import { after, longDocument, resumeOf, stateOf } from "../../helpers/resumes.ts";

const opened = async (context: Parameters<typeof resumeOf>[0]) => stateOf(await resumeOf(context, longDocument(30)));

test("Home says who it is, how to reach them, and the sections with their counts", async (context) => {
	const state = await opened(context);
	const { title, item, paragraphs, status } = spokenOf(state);
	assert.equal(title, "Ada Example, résumé");
	assert.equal(item, "Work, 30 entries, 1 of 2");
	assert.equal(spokenOf(after(state, "down")).item, "Skills, 1 entry, 2 of 2");
	assert.ok(paragraphs.includes("Engineer"));
	assert.ok(paragraphs.some((text) => /: ada@example\.org$/.test(text)));
	assert.match(status, /^Keys: .*enter open, slash search, .+ quit$/);
});

test("Of a list the current item is said, with its place", async (context) => {
	const { title, item } = spokenOf(after(await opened(context), "open", ...Array<Verb>(16).fill("down")));
	assert.equal(title, "Work, 30 entries");
	assert.equal(item, "Company 17, Role 17, Aug 2016 – Aug 2017, 17 of 30");
});

test("No screen has more lines than the terminal, whatever its size", async (context) => {
	const resume = await resumeOf(context, longDocument(30));
	for (const rows of [6, 10, 24]) {
		for (const way of [[], ["open"], ["open", "open"], ["help"], ["links"]] satisfies Verb[][]) {
			const { paragraphs, item } = spokenOf(after(stateOf(resume, { columns: 60, rows }), ...way));
			// An item may take two lines; the title and the status take one each.
			assert.ok(2 + paragraphs.length + (item === undefined ? 0 : 2) <= rows, `${way.join(" ")} in ${rows} rows`);
		}
	}
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

test("What happened is said in place of the keys", async (context) => {
	assert.equal(spokenOf(after(await opened(context), { type: "notify", text: "copied" })).status, "copied");
});

test("No screen says a box character or an arrow", async (context) => {
	const state = await opened(context);
	const ways: Verb[][] = [[], ["open"], ["open", "open"], ["search"], ["timeline"], ["links"], ["card"], ["help"]];
	for (const way of ways) {
		const { title, item = "", paragraphs, status } = spokenOf(after(state, ...way));
		const all = [title, item, ...paragraphs, status].join("\n");
		assert.doesNotMatch(all, /[\u2190-\u21FF\u2500-\u25FF◦❯›]/, way.join(" "));
	}
});
