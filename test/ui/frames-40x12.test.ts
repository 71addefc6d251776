import test from "node:test";
import { assertFrame, type Frame } from "../helpers/frames.ts";
import { resumeOf } from "../helpers/resumes.ts";

/** A small phone in a terminal, and a script whose characters are two columns wide. */
const document = {
	basics: { name: "Ada Example", label: "Engineer", email: "ada@example.org", url: "https://ada.example" },
	work: [
		{
			name: "Analytical Engines",
			position: "Programmer",
			location: "London",
			startDate: "2021-05",
			url: "https://engines.example",
			highlights: ["Wrote the first program for a machine that was never built.", "Corrected the notes."],
		},
		{ name: "清华大学", position: "Guest", startDate: "2020-01", endDate: "2021-04", highlights: ["Taught."] },
	],
	education: [{ institution: "At home", area: "Mathematics", startDate: "2018", endDate: "2020" }],
};

const frames: Frame[] = [
	{
		screen: "home",
		keys: [],
		frame: `
 Ada Example · Engineer
 ada@example.org · https://ada.example
 ──────────────────────────────────────
 ❯ Work             2  Analytical Engi…
   Education           Mathematics · 2…
 ──────────────────────────────────────
 Analytical Engines          2021 – Now
 • Wrote the first program for a machi…
 清华大学                     2020–2021
 • Taught.
 ──────────────────────────────────────
 enter open  / search  ? help  q quit`,
	},
	{
		screen: "a section",
		keys: ["Enter"],
		frame: `
 Ada Example › Work              1 of 2
 ──────────────────────────────────────
 ❯ Analytical Engines        2021 – Now
   清华大学                   2020–2021






 ──────────────────────────────────────
 enter open  esc back  ? help  q quit`,
	},
	{
		screen: "an entry",
		keys: ["Enter", "Enter"],
		frame: `
 Ada Example › Work › 1 of 2   1–8 of 9
 ──────────────────────────────────────
 Programmer              May 2021 – Now
 Analytical Engines · London

 • Wrote the first program for a
   machine that was never built.
 • Corrected the notes.

 1 Analytical Engines
 ──────────────────────────────────────
 esc back  / search  ? help  q quit`,
	},
	{
		screen: "the search",
		keys: ["/", "text:progarm"],
		frame: `
 Ada Example › Search            1 of 2
 ──────────────────────────────────────
 / progarm
 Work › Analytical Engines · May 2021 …
 ❯ Analytical …  Programmer
   Analytical …  Wrote the first progr…




 ──────────────────────────────────────
 enter open  esc back  ctrl-c quit`,
	},
	{
		screen: "the timeline",
		keys: ["t"],
		frame: `
 Ada Example › Timeline          2 of 3
 ──────────────────────────────────────
   ’18 ’19  ’20 ’21    2020–2021
   ┼───┼────┼───┼────
   ━━━━━━━━━━━━━━      Mathematics
 ❯          ━━━━━━     清华大学
                  ━━▶  Analytical Engi…



 ──────────────────────────────────────
 enter open  esc back  ? help  q quit`,
	},
];

for (const frame of frames) {
	test(`This is ${frame.screen} at 40×12`, async (context) => {
		await assertFrame(await resumeOf(context, document), { columns: 40, rows: 12 }, frame);
	});
}
