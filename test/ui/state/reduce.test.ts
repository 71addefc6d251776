import assert from "node:assert/strict";
import test from "node:test";
import { createContent } from "../../../source/ui/content.ts";
import { bodyOf, frameOf, frameRows } from "../../../source/ui/frame/frame.ts";
import type { Size } from "../../../source/ui/frame/layout.ts";
import { lineText } from "../../../source/ui/frame/line.ts";
import { pointedAt } from "../../../source/ui/frame/pointer.ts";
import type { Screen } from "../../../source/ui/screens/index.ts";
import type { Action } from "../../../source/ui/state/action.ts";
import { keymap, type Verb } from "../../../source/ui/state/keymap.ts";
import { screenOf } from "../../../source/ui/state/layers.ts";
import type { State } from "../../../source/ui/state/state.ts";
import { wholeContent } from "../../../source/ui/whole-content.ts";
import { after, longDocument, resumeOf, stateOf } from "../../helpers/resumes.ts";
import { loadSample } from "../../helpers/sample.ts";

const embedded = (await loadSample()).resume;
const sectionNamed = (part: string) => embedded.sections.findIndex(({ title }) => title.includes(part));
const research = sectionNamed("Research");
const single = embedded.sections.findIndex(({ entries }) => entries.length === 1);

const textLines = (state: State) => bodyOf(state).text;
const textHeight = (state: State) => bodyOf(state).rows;
const type = (text: string): Action => ({ type: "type", text });
const jump = (number: number): Action => ({ type: "verb", verb: "jump", number });
const resize = (columns: number, rows: number): Action => ({ type: "resize", size: { columns, rows } });
const indexOf = (state: State) => {
	const screen = screenOf(state);
	return "index" in screen ? screen.index : undefined;
};
const topOf = (state: State) => {
	const screen = screenOf(state);
	return "top" in screen ? screen.top : undefined;
};
const firstLine = (state: State) => lineText(textLines(state)[topOf(state)!]!).trim();
const namesOf = ({ layers }: State) => layers.map(({ name }) => name);

const long = async (context: Parameters<typeof resumeOf>[0], size?: Size) =>
	stateOf(await resumeOf(context, longDocument(30, 40)), size);

test("It opens at home, or on the section and the entry that were named", () => {
	assert.deepEqual(stateOf().layers, [{ name: "home", index: 0 }]);
	assert.deepEqual(stateOf(embedded, undefined, { section: research }).layers, [
		{ name: "home", index: research },
		{ name: "section", section: research, index: 0 },
	]);
	assert.deepEqual(namesOf(stateOf(embedded, undefined, { section: research, entry: 2 })), [
		"home",
		"section",
		"entry",
	]);
	assert.deepEqual(namesOf(stateOf(embedded, undefined, { section: single })), ["home", "entry"]);
	assert.deepEqual(namesOf(stateOf(embedded, undefined, { section: 99 })), ["home"]);
});

test("The way in and the way out: home, section, entry, and Esc stops at home", () => {
	const atHome = after(stateOf(), jump(research + 1));
	const inSection = after(atHome, "open");
	assert.deepEqual(screenOf(inSection), { name: "section", section: research, index: 0 });
	const inEntry = after(inSection, "down", "open");
	assert.deepEqual(screenOf(inEntry), { name: "entry", section: research, entry: 1, top: 0, link: 0 });
	assert.deepEqual(namesOf(inEntry), ["home", "section", "entry"]);
	assert.deepEqual(after(inEntry, "back", "back", "back", "back").layers, [{ name: "home", index: research }]);
});

test("A section of one entry opens as that entry, and steps back to home", () => {
	const opened = after(stateOf(), jump(single + 1), "open");
	assert.deepEqual(namesOf(opened), ["home", "entry"]);
	assert.deepEqual(namesOf(after(opened, "back")), ["home"]);
});

test("Several keys in a row all count", async (context) => {
	const list = after(await long(context), "open");
	assert.equal(indexOf(after(list, ...Array<Verb>(10).fill("down"))), 10);
	assert.equal(indexOf(after(list, "down", "down", "down", "up")), 2);
	const opened = after(list, "down", "down", "open");
	assert.equal((screenOf(opened) as { entry?: number }).entry, 2);
});

test("Lists stop at their ends; g, G, pages and halves move as far as they say", async (context) => {
	const list = after(await long(context), "open");
	assert.equal(indexOf(after(list, "up")), 0);
	assert.equal(indexOf(after(list, "last")), 29);
	assert.equal(indexOf(after(list, "last", "down", "pageDown", "halfDown")), 29);
	assert.equal(indexOf(after(list, "last", "first")), 0);
	const page = indexOf(after(list, "pageDown"))!;
	assert.ok(page > 3);
	assert.equal(indexOf(after(list, "pageDown", "pageUp")), 0);
	assert.equal(indexOf(after(list, "halfDown")), Math.ceil((page + 1) / 2));
	assert.equal(indexOf(after(list, "halfDown", "halfUp")), 0);
});

test("Texts scroll by the same keys, not past their end", async (context) => {
	const text = after(await long(context), "open", "open");
	const last = textLines(text).length - textHeight(text);
	assert.ok(last > textHeight(text));
	assert.equal(topOf(after(text, "down", "down", "up")), 1);
	assert.equal(topOf(after(text, "up")), 0);
	assert.equal(topOf(after(text, "pageDown")), textHeight(text) - 1);
	assert.equal(topOf(after(text, "halfDown")), Math.ceil(textHeight(text) / 2));
	assert.equal(topOf(after(text, "last")), last);
	assert.equal(topOf(after(text, "last", "down", "pageDown")), last);
	assert.equal(topOf(after(text, "last", "first")), 0);
});

test("A digit jumps to that item, or to that link of an entry; one that is not there does nothing", () => {
	const home = stateOf();
	assert.equal(indexOf(after(home, jump(2))), 1);
	assert.equal(indexOf(after(home, "down", jump(9))), 1);
	assert.equal(indexOf(after(home, "links", jump(3))), 2);
	const publication = after(home, jump(sectionNamed("Publication") + 1), "open");
	assert.equal((screenOf(after(publication, jump(1))) as { link: number }).link, 0);
	assert.deepEqual(screenOf(after(publication, jump(9))), screenOf(publication));
});

test("Tab goes round the sections: in the menu at home, in the same depth elsewhere", () => {
	const home = stateOf();
	const count = embedded.sections.length;
	assert.equal(indexOf(after(home, ...Array<Verb>(count).fill("nextSection"))), 0);
	assert.equal(indexOf(after(home, "previousSection")), count - 1);
	const list = after(home, jump(research + 1), "open", "nextSection");
	assert.deepEqual(screenOf(list), { name: "section", section: research + 1, index: 0 });
	assert.equal(list.layers[0]?.name === "home" && list.layers[0].index, research + 1);
	assert.equal(screenOf(after(list, "open", "previousSection")).name, "entry");
});

test("[ and ] go to the neighbours of an entry, the list moves along, the ends say so", () => {
	const first = after(stateOf(), jump(research + 1), "open", "open");
	const second = after(first, "nextEntry");
	assert.equal((screenOf(second) as { entry?: number }).entry, 1);
	assert.equal(indexOf(after(second, "back")), 1);
	assert.deepEqual(screenOf(after(second, "previousEntry")), screenOf(first));
	assert.match(after(first, "previousEntry").notice!, /first entry/);
	const last = embedded.sections[research]!.entries.length - 1;
	const atEnd = after(first, ...Array<Verb>(last + 1).fill("nextEntry"));
	assert.equal((screenOf(atEnd) as { entry?: number }).entry, last);
	assert.match(atEnd.notice!, /last entry/);
	assert.equal(after(atEnd, "up").notice, undefined, "a notice is there until the next key");
});

test("The timeline and the links open what is highlighted", () => {
	const timeline = after(stateOf(), "timeline", "down", "down");
	const row = timeline.content.timeline().rows[2]!;
	const opened = screenOf(after(timeline, "open"));
	assert.deepEqual(opened, { name: "entry", section: row.section, entry: row.entry, top: 0, link: 0 });
	assert.equal(indexOf(after(timeline, "open", "back")), 2, "back where one was");
});

test("A screen that is open already comes to the top as it was left", () => {
	const state = after(stateOf(), "timeline", "down", "help", "links", "timeline");
	assert.deepEqual(state.layers, [
		{ name: "home", index: 0 },
		{ name: "timeline", index: 1 },
	]);
});

test("Typing searches; erasing the last character and once more steps back", () => {
	const typed = after(stateOf(), "search", type("o"), type("penD"), type("elta"));
	assert.deepEqual(screenOf(typed), { name: "search", query: "openDelta", caret: 9, index: 0 });
	assert.equal((screenOf(after(typed, "erase")) as { query: string }).query, "openDelt");
	assert.equal((screenOf(after(typed, "eraseAll")) as { query: string }).query, "");
	assert.equal(screenOf(after(typed, "eraseAll", "erase")).name, "home");
	assert.equal((screenOf(after(stateOf(), "search", type("  a\n\tb"))) as { query: string }).query, "a b");
	assert.equal((screenOf(after(stateOf(), "search", type("x\u001B[2Jy\u202E"))) as { query: string }).query, "xy");
	assert.ok((screenOf(after(stateOf(), "search", type("x".repeat(5000)))) as { query: string }).query.length <= 100);
	assert.deepEqual(after(stateOf(), type("x")).layers, stateOf().layers, "on other screens nothing is typed");
});

test("A key that writes nothing leaves the highlighted result", () => {
	const typed = after(stateOf(), "search", type("tsinghua"), "down", "down");
	assert.equal(indexOf(after(typed, type(""))), 2);
	assert.equal(indexOf(after(typed, type("x"))), 0, "another query, another first result");
});

test("Enter opens the result with the match marked and in view, n and N go on and around", () => {
	for (const size of [
		{ columns: 80, rows: 24 },
		{ columns: 40, rows: 12 },
		{ columns: 20, rows: 6 },
	]) {
		for (const query of ["soft prompt", "graph", "github", "silver", "2022", "equal"]) {
			const searched = after(stateOf(embedded, size), "search", type(query));
			const { hits } = searched.content.search(query);
			assert.ok(hits.length > 0, query);
			for (const index of hits.keys()) {
				const opened = after(searched, ...Array<Verb>(index).fill("down"), "open");
				if (screenOf(opened).name === "entry") {
					const inView = textLines(opened).slice(topOf(opened), topOf(opened)! + textHeight(opened));
					const isMarked = inView.some(({ pieces }) => pieces.some(({ role }) => role === "found"));
					assert.ok(isMarked, `${query}, result ${index + 1} at ${size.columns}×${size.rows}`);
				}
			}
		}
	}

	const opened = after(stateOf(), "search", type("tsinghua"), "open");
	const { hits } = opened.content.search("tsinghua");
	assert.match(after(opened, "nextMatch").notice!, new RegExp(`^2 of ${hits.length} results`));
	assert.match(after(opened, "previousMatch").notice!, new RegExp(`^${hits.length} of ${hits.length} results`));
	assert.deepEqual(after(opened, ...Array<Verb>(hits.length).fill("nextMatch")).layers, opened.layers);
	assert.equal(after(opened, "nextMatch", "back").layers.at(-1)?.name, "search");
	assert.match(after(stateOf(), "nextMatch").notice!, /nothing is searched/);
});

test("n and N go on from anywhere, and end with Esc", () => {
	const { layers, found } = after(stateOf(), "search", type("tsinghua"), "open");
	assert.deepEqual(found, { query: "tsinghua", index: 0 });
	const elsewhere = after(stateOf(), "search", type("tsinghua"), "open", "timeline", "nextMatch");
	assert.match(elsewhere.notice!, /^2 of /);
	assert.equal(elsewhere.layers.filter(({ name }) => name === "timeline").length, 0);
	assert.equal(elsewhere.layers.length, layers.length);
	const ended = after(stateOf(), "search", type("tsinghua"), "open", "back", "back");
	assert.match(after(ended, "nextMatch").notice!, /nothing is searched/);
});

test("The result that the search is at is marked otherwise than the others", () => {
	const query = "opendelta";
	const opened = after(stateOf(), "search", type(query), "open");
	const { hits } = opened.content.search(query);
	const isSameEntry = (index: number) =>
		hits[index]!.section === hits[0]!.section && hits[index]!.entry === hits[0]!.entry;
	assert.ok(isSameEntry(1), "two results in one entry");
	const current = (state: State) =>
		textLines(state).flatMap(({ source, pieces }) => (pieces.some(({ role }) => role === "found") ? [source] : []))[0];
	assert.equal(current(opened), hits[0]!.text);
	assert.equal(current(after(opened, "nextMatch")), hits[1]!.text);
});

test("A search begins empty; \u2191 in the empty field brings the last one back", () => {
	const again = after(stateOf(), "search", type("clip"), "open", "search");
	assert.deepEqual(screenOf(again).name === "search" && screenOf(again), {
		name: "search",
		query: "",
		caret: 0,
		index: 0,
		from: { section: 2, entry: 0, url: undefined },
	});
	assert.equal((screenOf(after(again, "up")) as { query: string }).query, "clip");
	assert.equal(again.layers.filter(({ name }) => name === "search").length, 1);
});

test("A search over an entry finds what is in it first, and marks it in place", () => {
	const research = after(stateOf(), "down", "down", "open", "down", "open");
	const searched = after(research, "search", type("tuning"));
	const opened = after(searched, "open");
	const before = screenOf(research) as { section: number; entry: number };
	const shown = screenOf(opened) as { name: string; section: number; entry: number; query?: string };
	assert.deepEqual([shown.section, shown.entry, shown.query], [before.section, before.entry, "tuning"]);
	assert.equal(opened.layers.length, research.layers.length, "no second layer of the same entry");
});

test("The field is edited as in a shell", () => {
	const typed = after(stateOf(), "search", type("soft prompt"));
	const query = (state: State) => (screenOf(state) as { query: string }).query;
	assert.equal(query(after(typed, "eraseWord")), "soft ");
	assert.equal(query(after(typed, "caretStart", type("a "))), "a soft prompt");
	assert.equal(query(after(typed, "caretLeft", "caretLeft", "erase")), "soft propt");
	assert.equal(query(after(typed, "caretStart", "eraseNext")), "oft prompt");
	assert.equal(screenOf(after(typed, "caretLeft")).name, "search");
});

test("A notice goes with the next key, a warning with the next résumé", () => {
	const warned = after(stateOf(), { type: "notify", text: "line 3: a comma is missing", stays: true });
	const moved = after(warned, "down");
	assert.equal(moved.warning, "line 3: a comma is missing");
	const noticed = after(moved, { type: "notify", text: "opened it" });
	assert.deepEqual(
		[noticed.notice, after(noticed, "up").notice, after(noticed, "up").warning],
		["opened it", undefined, "line 3: a comma is missing"],
	);
	assert.equal(after(noticed, { type: "replace", content: noticed.content }).warning, undefined);
});

test("A long notice takes two lines, cut at words", () => {
	const said = "sent to the terminal's clipboard: ada@example.org, and more than fits";
	const rows = frameRows(
		frameOf(after(stateOf(embedded, { columns: 40, rows: 12 }), { type: "notify", text: said })),
	).map(lineText);
	assert.equal(rows.length, 12);
	assert.deepEqual(
		rows.slice(-2).map((row) => row.trim()),
		["sent to the terminal's clipboard:", "ada@example.org, and more than fits"],
	);
});

test("o offers the links where several are in sight, and a click on the path leads back along it", () => {
	assert.equal(screenOf(after(stateOf(), "down", "down", "openLink")).name, "links");
	assert.equal(screenOf(after(stateOf(), "card", "openLink")).name, "links");
	const entry = after(stateOf(), "down", "down", "open", "down", "open");
	const { margin } = frameOf(entry);
	assert.deepEqual(pointedAt(frameOf(entry), margin + 1, 0), { type: "go" });
	assert.deepEqual(namesOf(after(entry, { type: "go" })), ["home"]);
	const title = pointedAt(frameOf(entry), margin + embedded.person.name.length + 4, 0);
	assert.deepEqual(title, { type: "go", section: research, at: 1 });
	assert.deepEqual(namesOf(after(entry, title!)), ["home", "section"]);
	assert.equal(indexOf(after(entry, title!)), 1);
});

test("A new size keeps the item, and in a text the words at the top", async (context) => {
	const list = after(await long(context), "open", ...Array<Verb>(17).fill("down"), resize(20, 6), resize(300, 100));
	assert.equal(indexOf(list), 17);
	const text = after(await long(context), "open", "open", ...Array<Verb>(23).fill("down"));
	const words = firstLine(text);
	for (const sizes of [
		[resize(60, 10)],
		[resize(300, 100), resize(10, 2), resize(60, 24)],
		[resize(80, 200), resize(80, 24)],
	]) {
		assert.equal(firstLine(after(text, ...sizes)), words);
	}

	const narrow = after(text, resize(20, 6));
	assert.ok(words.startsWith(firstLine(narrow)), firstLine(narrow));
	assert.equal(firstLine(after(narrow, resize(80, 24))), words);
	assert.equal(topOf(after(text, resize(80, 200), resize(80, 24), "down")), 24);
	assert.equal(
		firstLine(after(text, "help", resize(40, 12), resize(80, 24), "back")),
		words,
		"also under another screen",
	);
});

test("Another résumé keeps the place as far as it still exists", async (context) => {
	const short = wholeContent(createContent(await resumeOf(context, longDocument(3))));
	const replace: Action = { type: "replace", content: short };
	const list = after(await long(context), "open", "down", "down");
	assert.equal(indexOf(after(list, replace)), 2);
	assert.equal(indexOf(after(list, "last", replace)), 2, "the last one there is");
	assert.deepEqual(namesOf(after(list, "open", replace)), ["home", "section", "entry"]);
	assert.deepEqual(namesOf(after(list, "last", "open", replace)), ["home", "section"], "the entry is gone");
	const empty = wholeContent(createContent(await resumeOf(context, { basics: {} })));
	assert.deepEqual(after(list, "open", { type: "replace", content: empty }).layers, [{ name: "home", index: 0 }]);
});

test("Every verb of the keymap works on every screen, also of an empty résumé", async (context) => {
	const empty = await resumeOf(context, { basics: {} });
	const screens: (Verb | Action)[][] = [
		[],
		[jump(research + 1), "open"],
		[jump(research + 1), "open", "open"],
		["search"],
		["search", type("tsinghua"), "down"],
		["timeline"],
		["links"],
		["card"],
		["help"],
	];
	const seen = new Set<Screen["name"]>();
	for (const resume of [embedded, empty]) {
		for (const way of screens) {
			const there = after(stateOf(resume), ...way);
			seen.add(screenOf(there).name);
			for (const { verb } of keymap) {
				const next = after(there, verb === "jump" ? jump(1) : verb);
				assert.equal(next.layers[0]?.name, "home", verb);
				assert.notEqual(next, there);
			}
		}
	}

	assert.equal(seen.size, 8);
});

test("What was said stays until the next key", () => {
	const said = after(stateOf(), { type: "notify", text: "copied" });
	assert.equal(said.notice, "copied");
	assert.equal(after(said, resize(40, 12)).notice, "copied");
	assert.equal(after(said, "down").notice, undefined);
});
