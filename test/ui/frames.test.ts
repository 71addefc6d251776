import assert from "node:assert/strict";
import test from "node:test";
import { resumeOf } from "../helpers/resumes.ts";
import { view } from "../helpers/viewer.ts";

/** Whole screens as they are to look; what is not text (colours, links) has tests of its own. */

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

type Frame = { screen: string; columns: number; rows: number; keys: string[]; frame: string };

const frames: Frame[] = [
	{
		screen: "home",
		columns: 80,
		rows: 24,
		keys: [],
		frame: `
  Ada Example                                                         Engineer
  ada@example.org · https://ada.example
  ────────────────────────────────────────────────────────────────────────────
  ❯ Work            2 │ Programmer                              May 2021 – Now
    Education       1 │ Analytical Engines · London
                      │
                      │ • Wrote the first program for a machine that was never
                      │   built.
                      │ • Corrected the notes.
                      │
                      │ 1 Analytical Engines  https://engines.example
                      │
                      │ Guest                              Jan 2020 – Apr 2021
                      │ 清华大学
                      │
                      │ • Taught.
                      │
                      │
                      │
                      │
                      │
                      │
  ────────────────────────────────────────────────────────────────────────────
  enter open  / search  t timeline  c card  y copy mail  ? help  q quit`,
	},
	{
		screen: "an entry",
		columns: 80,
		rows: 24,
		keys: ["Enter", "Enter"],
		frame: `
  Ada Example › Work › 1 of 2
  ────────────────────────────────────────────────────────────────────────────
  Programmer                                                    May 2021 – Now
  Analytical Engines · London

  • Wrote the first program for a machine that was never built.
  • Corrected the notes.

  1 Analytical Engines  https://engines.example













  ────────────────────────────────────────────────────────────────────────────
  esc back  / search  t timeline  o open link  y copy  ? help  q quit`,
	},
	{
		screen: "the timeline",
		columns: 80,
		rows: 24,
		keys: ["t"],
		frame: `
  Ada Example › Timeline                                                2 of 3
  ────────────────────────────────────────────────────────────────────────────
    2018    2019    2020    2021       Jan 2020 – Apr 2021
    ┼───────┼───────┼───────┼────────
    ━━━━━━━━━━━━━━━━━━━━━━━━━          At home
  ❯                 ━━━━━━━━━━━        清华大学
                               ━━━━━▶  Analytical Engines















  ────────────────────────────────────────────────────────────────────────────
  ↑↓ move  enter open  esc back  / search  y copy  ? help  q quit`,
	},
	{
		screen: "home",
		columns: 40,
		rows: 12,
		keys: [],
		frame: `
 Ada Example                   Engineer
 ada@example.org · https://ada.example
 ──────────────────────────────────────
 ❯ Work                               2
   Education                          1





 ──────────────────────────────────────
 enter open  / search  ? help  q quit`,
	},
	{
		screen: "a section",
		columns: 40,
		rows: 12,
		keys: ["Enter"],
		frame: `
 Ada Example › Work              1 of 2
 ──────────────────────────────────────
 ❯ Analytical Engines    May 2021 – Now
   清华大学         Jan 2020 – Apr 2021






 ──────────────────────────────────────
 enter open  esc back  ? help  q quit`,
	},
	{
		screen: "an entry",
		columns: 40,
		rows: 12,
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
		columns: 40,
		rows: 12,
		keys: ["/", "text:progarm"],
		frame: `
 Ada Example › Search            1 of 2
 ──────────────────────────────────────
 / progarm
 Work › Analytical Engines · May 2021 …
 ❯ Analytical…  Programmer
   Analytical…  Wrote the first progra…




 ──────────────────────────────────────
 enter open  esc back  ctrl-c quit`,
	},
	{
		screen: "the timeline",
		columns: 40,
		rows: 12,
		keys: ["t"],
		frame: `
 Ada Example › Timeline          2 of 3
 ──────────────────────────────────────
   ’18 ’19 ’20 ’21   Jan 2020 – Apr 20…
   ┼───┼───┼───┼───
   ━━━━━━━━━━━━      At home
 ❯         ━━━━━━    清华大学
                ━━▶  Analytical Engines



 ──────────────────────────────────────
 enter open  esc back  ? help  q quit`,
	},
];

for (const { screen, columns, rows, keys, frame } of frames) {
	test(`This is ${screen} at ${columns}×${rows}`, async (context) => {
		await using shown = view(await resumeOf(context, document), { columns, rows });
		shown.press(...keys);
		await shown.settled();
		assert.equal(`\n${shown.text()}`, frame);
	});
}
