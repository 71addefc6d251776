import assert from "node:assert/strict";
import test from "node:test";
import { after, longDocument, resumeOf, rowsOf, stateOf } from "../../helpers/resumes.ts";

const at = (columns: number, rows: number) => rowsOf(stateOf(undefined, { columns, rows })).join("\n");

const preview = /Silver Medal/;
const timeline = /┼─/;
const code = /Scan to /;

test("Where there is less room, the code goes first, then the timeline, then the preview", () => {
	const sizes = [
		[200, 50],
		[120, 40],
		[110, 36],
		[100, 30],
		[80, 24],
		[60, 24],
		[80, 18],
		[40, 24],
		[40, 12],
		[20, 6],
	] as const;
	const shown = sizes.map(([columns, rows]) => {
		const screen = at(columns, rows);
		const has = [preview, timeline, code].map((part) => (part.test(screen) ? "x" : "-")).join("");
		return `${columns}×${rows} ${has}`;
	});
	assert.deepEqual(shown, [
		"200×50 xxx",
		"120×40 xxx",
		"110×36 xxx",
		"100×30 xx-",
		"80×24 xx-",
		"60×24 xx-",
		"80×18 x--",
		"40×24 x--",
		"40×12 ---",
		"20×6 ---",
	]);
});

test("No part of a larger window comes before one that a smaller window of the same shape has", () => {
	for (let columns = 56; columns <= 160; columns += 4) {
		for (let rows = 6; rows <= 60; rows += 2) {
			const screen = at(columns, rows);
			assert.ok(!code.test(screen) || timeline.test(screen), `the timeline at ${columns}×${rows}`);
			assert.ok(!timeline.test(screen) || /Beijing, China/.test(screen), `the preview at ${columns}×${rows}`);
		}
	}
});

test("The menu, the timeline and the code stay where they are on every section", () => {
	for (const size of [
		{ columns: 80, rows: 24 },
		{ columns: 120, rows: 40 },
	]) {
		const [first, ...others] = [0, 1, 2, 3, 4].map((index) =>
			rowsOf(after(stateOf(undefined, size), { type: "item", index })).map((row) => row.replace("❯", " ")),
		);
		const axis = first!.findIndex((row) => timeline.test(row));
		for (const other of others) {
			assert.deepEqual(other.slice(axis), first!.slice(axis));
			assert.deepEqual(other.slice(0, 3), first!.slice(0, 3));
		}
	}
});

test("Each section and what it holds is named, however many there are", async (context) => {
	const resume = await resumeOf(context, longDocument(400));
	const screen = rowsOf(stateOf(resume)).join("\n");
	assert.match(screen, /❯ Work +400 {2}Company 1 · Company 2 · /);
	assert.match(screen, /Skills {2,}Baking/);
	assert.match(screen, /Company 1 +Jan 2000 – Jan 2001/);
	assert.match(screen, /… \d+ more lines/);
});

test("A résumé without sections or dates still says who it is", async (context) => {
	const empty = await resumeOf(context, { basics: { name: "Ada", email: "ada@example.org" } });
	for (const size of [
		{ columns: 80, rows: 24 },
		{ columns: 120, rows: 40 },
	]) {
		assert.match(rowsOf(stateOf(empty, size)).join("\n"), /Ada\n +ada@example\.org/);
	}
});

test("Without dates the code is beside what is in the sections, and no room is left for a timeline", async (context) => {
	const resume = await resumeOf(context, {
		basics: { name: "Ada", email: "ada@example.org" },
		skills: [{ name: "Baking", keywords: ["bread"] }, { name: "Rowing" }],
	});
	const screen = rowsOf(stateOf(resume, { columns: 120, rows: 40 }));
	assert.equal(screen.filter((row) => /^ +─+$/.test(row)).length, 2);
	assert.ok(
		screen.some((row) => /│ Rowing +█/.test(row)),
		screen.join("\n"),
	);
	assert.match(screen.join("\n"), code);
});

test("A wide window in which the sections are too many for two lines each has their gists beside them", async (context) => {
	const resume = await resumeOf(context, {
		basics: { name: "Ada", email: "ada@example.org" },
		...Object.fromEntries(
			["work", "volunteer", "education", "awards", "projects", "skills", "languages", "interests"].map((key) => [
				key,
				[{ name: `The ${key}`, title: `The ${key}`, startDate: "2020", institution: "ETH Zurich" }],
			]),
		),
	});
	const screen = rowsOf(stateOf(resume, { columns: 120, rows: 36 })).join("\n");
	assert.match(screen, /Interests +The interests +│/);
	assert.match(screen, /❯ Work +The work/);
});

test("A narrow menu has the gist only if no title is cut for it", async (context) => {
	const short = await resumeOf(context, { basics: { name: "Ada" }, work: [{ name: "Acme", position: "Baker" }] });
	assert.match(rowsOf(stateOf(short, { columns: 40, rows: 12 })).join("\n"), /❯ Work +Acme · Baker$/m);
	const long = at(40, 24);
	assert.match(long, /^ {3}Research Experience +5$/m);
	assert.match(long, /^ {3}Extracurricular Experiences$/m);
});

test("The footer offers to copy the way to reach the person that there is, and a timeline if there are dates", async (context) => {
	const footerOf = async (basics: object, work: object[] = [{ name: "Garden Co", startDate: "2020" }]) => {
		const resume = await resumeOf(context, { basics: { name: "Sam Ilves", ...basics }, work });
		return rowsOf(stateOf(resume)).at(-1);
	};
	assert.match(
		(await footerOf({ email: "sam@ilves.example", phone: "+44 20 7946 0018" }))!,
		/t timeline.*y copy email/,
	);
	assert.match((await footerOf({ phone: "+44 20 7946 0018" }))!, /y copy number/);
	assert.match((await footerOf({ url: "https://ilves.example" }))!, /y copy link/);
	assert.doesNotMatch((await footerOf({}))!, /copy/);
	assert.doesNotMatch((await footerOf({}, [{ name: "Garden Co" }]))!, /timeline/);
});

test("A timeline without dates offers only ways out of it", async (context) => {
	const resume = await resumeOf(context, { basics: { name: "Sam Ilves" }, work: [{ name: "Garden Co" }] });
	const rows = rowsOf(after(stateOf(resume), "timeline"));
	assert.match(rows.join("\n"), /no dates in this résumé/);
	assert.equal(rows.at(-1)?.trim(), "esc back  / search  ? help  q quit");
});
