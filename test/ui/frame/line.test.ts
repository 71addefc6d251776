import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Entry } from "../../../source/resume/model.ts";
import { widthOf } from "../../../source/text/width.ts";
import { entryLines } from "../../../source/ui/frame/entry-lines.ts";
import { type Line, layOut, lineText, type Piece, spread } from "../../../source/ui/frame/line.ts";
import "../../helpers/wide.ts";

const plain = (text: string): Piece => ({ text, role: "plain" });
const shown = (lines: Line[]) => lines.map((line) => lineText(line).trimEnd());

const entry = (more: Partial<Entry>): Entry => ({
	id: "x",
	title: "Baker",
	label: "Company",
	details: [],
	people: [],
	body: [],
	links: [],
	...more,
});
const bullet = (text: string, ...children: string[]) => ({
	kind: "bullet" as const,
	spans: [{ text }],
	children: children.map((child) => ({ kind: "bullet" as const, spans: [{ text: child }], children: [] })),
});
const dates = { text: "Jan 2020 – Now", isOngoing: true, isExpected: false, isPoint: false };

test("Words wrap between them, what is too long is broken, indents hang", () => {
	assert.deepEqual(shown(layOut([plain("one two three")], { columns: 8 })), ["one two", "three"]);
	assert.deepEqual(shown(layOut([plain("x".repeat(10))], { columns: 4 })), ["xxxx", "xxxx", "xx"]);
	assert.deepEqual(shown(layOut([plain("one two three")], { columns: 7, lead: "• ", hanging: "  " })), [
		"• one",
		"  two",
		"  three",
	]);
	assert.deepEqual(
		shown(layOut([plain("1 https://example.org/a")], { columns: 12, lead: "", hanging: "  " })).map(widthOf),
		[1, 12, 12, 3],
	);
	assert.deepEqual(shown(layOut([plain("")], { columns: 8 })), [""]);
});

test("Wide characters are counted as two columns and never split", () => {
	assert.deepEqual(shown(layOut([plain("清华大学")], { columns: 5 })), ["清华", "大学"]);
	assert.deepEqual(shown(layOut([plain("a👍👍")], { columns: 4 })), ["a👍", "👍"]);
});

test("Links and marks keep the text and stand where they belong", () => {
	const pieces: Piece[] = [
		plain("see "),
		{ text: "the long site", role: "link", href: "https://example.org" },
		plain(" now"),
	];
	const lines = layOut(pieces, { columns: 9 });
	assert.deepEqual(shown(lines), ["see the", "long site", "now"]);
	assert.deepEqual(
		lines.flatMap((line) => line.pieces.filter(({ href }) => href !== undefined).map(({ text }) => text)),
		["the", "long site"],
	);
	const marked = layOut(pieces, { columns: 80, needles: ["e the", "long"] })[0]!.pieces;
	assert.deepEqual(
		marked.filter(({ role }) => role === "match").map(({ text, href }) => [text, href]),
		[
			["e ", undefined],
			["the", "https://example.org"],
			["long", "https://example.org"],
		],
	);
});

test("Whatever is laid out, no line is too wide and no character but white space is lost", () => {
	const piece = fc.record({
		text: fc
			.oneof(
				fc.constantFrom("清华大学", "word ", "https://example.org/path", "👍", "e\u0301"),
				fc.string({ unit: "grapheme" }),
			)
			.map((text) => text.replace(/[\p{C}\u2028\u2029]/gu, "")),
		role: fc.constantFrom("plain" as const, "link" as const),
	});
	const needles = fc.array(fc.constantFrom("e", "wo", "清"), { maxLength: 2 });
	fc.assert(
		fc.property(
			fc.array(piece),
			fc.integer({ min: 6, max: 60 }),
			needles,
			fc.nat(3),
			(pieces, columns, marks, indent) => {
				const hanging = " ".repeat(indent);
				const lines = layOut(pieces, { columns, needles: marks, lead: "", hanging });
				for (const line of lines) {
					assert.ok(widthOf(lineText(line)) <= columns, JSON.stringify(lineText(line)));
				}

				const squeeze = (text: string) => text.replace(/\s/g, "");
				const wanted = squeeze(pieces.map(({ text }) => text.normalize()).join(""));
				assert.equal(squeeze(lines.map(lineText).join("")), wanted);
			},
		),
		{ numRuns: 300 },
	);
});

test("What stands at the right end stays there; what is at the left gives way", () => {
	assert.equal(lineText(spread([plain("left")], [plain("right")], 20)), "left           right");
	assert.equal(lineText(spread([plain("one two three four")], [plain("right")], 16)), "one two    right");
	assert.equal(lineText(spread([plain("left")], [], 6)).trimEnd(), "left");
});

test("An entry is its title with the dates, its details, people, text and links", () => {
	const whole = entry({
		dates,
		details: ["Company", "Beijing"],
		people: [{ text: "Ada*", isOwner: true }, { text: ", " }, { text: "Bob" }],
		peopleNote: "*equal contribution",
		body: [bullet("Did much", "and more"), bullet("Did little")],
		links: [{ label: "Site", url: "https://example.org" }],
	});
	assert.deepEqual(shown(entryLines(whole, { columns: 40 })), [
		"Baker                     Jan 2020 – Now",
		"Company · Beijing",
		"Ada*, Bob",
		"(*equal contribution)",
		"",
		"• Did much",
		"  ◦ and more",
		"• Did little",
		"",
		"1 Site  https://example.org",
	]);
	assert.deepEqual(shown(entryLines(whole, { columns: 16 })), [
		"Baker",
		"Jan 2020 – Now",
		"Company ·",
		"Beijing",
		"Ada*, Bob",
		"(*equal",
		"contribution)",
		"",
		"• Did much",
		"  ◦ and more",
		"• Did little",
		"",
		"1 Site",
		"  https://exampl",
		"  e.org",
	]);
	assert.deepEqual(
		entryLines(whole, { columns: 40 }).flatMap(({ pieces }) => pieces.filter(({ role }) => role === "owner")),
		[{ text: "Ada*", role: "owner" }],
	);
});

test("Of several links the one that o opens is marked", () => {
	const links = [
		{ label: "One", url: "https://one.example" },
		{ label: "Two", url: "https://two.example" },
	];
	const current = (currentLink: number) =>
		entryLines(entry({ links }), { columns: 60, currentLink }).flatMap(({ pieces }) =>
			pieces.filter(({ role }) => role === "current").map(({ text }) => text),
		);
	assert.deepEqual([current(0), current(1)], [["One"], ["Two"]]);
});

test("The search's match is marked in titles, details, text and links", () => {
	const lines = entryLines(
		entry({
			title: "Bread",
			details: ["Bread Ltd"],
			body: [bullet("baked bread")],
			links: [{ label: "x", url: "https://bread.example" }],
		}),
		{ columns: 60, needles: ["bread"] },
	);
	const marks = lines.flatMap(({ pieces }) => pieces.filter(({ role }) => role === "match").map(({ text }) => text));
	assert.deepEqual(marks, ["Bread", "Bread", "bread", "bread"]);
});
