import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Resume } from "../../source/resume/model.ts";
import { widthOf } from "../../source/text/width.ts";
import { bodyOf, frameOf, frameRows } from "../../source/ui/frame/frame.ts";
import { layoutOf } from "../../source/ui/frame/layout.ts";
import { lineText } from "../../source/ui/frame/line.ts";
import { spokenOf } from "../../source/ui/frame/spoken.ts";
import { steadyResume } from "../../source/ui/frame/steady-text.ts";
import { assertHarmless, assertInside } from "../helpers/harmless.ts";
import { after, resumeOf, stateOf } from "../helpers/resumes.ts";
import { textsOf } from "../helpers/texts.ts";
import { type View, view } from "../helpers/viewer.ts";

/** What a terminal might obey instead of showing it, and what is hard to measure. */
const pieces = [
	"\u001B[31mred\u001B[0m",
	"\u001B[2J\u001B[H",
	"\u001B]0;title\u0007",
	"\u001B]52;c;ZXZpbA==\u0007",
	"\u001B]8;;https://evil.example\u001B\\",
	"\u001BP1$r\u001B\\",
	"\u009B31m",
	"\u0000\u0007\u0008\r\n\t\u007F",
	"\u202Egnirts\u202C",
	"\u2066isolated\u2069",
	"e\u0301\u0302\u0303",
	`Z${"\u0300\u0316".repeat(30)}`,
	"张真清华大学",
	"한국어",
	"👍",
	"👩‍🔬",
	"❤️",
	"🇨🇳",
	"ⓘ★",
	"ﷺ",
	"नमस्ते",
	"السلام عليكم",
	"\uD800",
	"w".repeat(300),
	"字".repeat(150),
	"word ",
	" ",
	"–",
	"https://example.org/",
	"<b>bold</b>",
	"**bold**",
];
const anyText = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 5 })
	.map((parts) => parts.join(""));

const anyDocument = fc.record({
	basics: fc.record({
		name: anyText,
		label: anyText,
		email: anyText,
		phone: anyText,
		url: anyText,
		summary: anyText,
		location: fc.record({ city: anyText, address: anyText }),
		profiles: fc.array(fc.record({ network: anyText, username: anyText, url: anyText }), { maxLength: 2 }),
	}),
	work: fc.array(
		fc.record({
			name: anyText,
			position: anyText,
			location: anyText,
			startDate: fc.oneof(fc.constantFrom("2020", "1999-12", "2022-01-03"), anyText),
			endDate: fc.option(fc.oneof(fc.constantFrom("2021", "2023-07"), anyText), { nil: undefined }),
			url: fc.oneof(fc.constant("https://example.org/张"), anyText),
			summary: anyText,
			highlights: fc.array(anyText, { maxLength: 3 }),
		}),
		{ minLength: 1, maxLength: 3 },
	),
	publications: fc.array(
		fc.record({ name: anyText, publisher: anyText, authors: fc.array(fc.record({ name: anyText }), { maxLength: 3 }) }),
		{ maxLength: 1 },
	),
	[`own ${"\u001B[31m"}section`]: fc.array(fc.record({ title: anyText, text: anyText }), { maxLength: 2 }),
	meta: fc.record({
		sections: fc.array(fc.record({ id: anyText, title: anyText, source: fc.constantFrom("work", "publications") }), {
			maxLength: 2,
		}),
	}),
});

const sizes = [
	{ columns: 20, rows: 6 },
	{ columns: 40, rows: 12 },
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 40 },
];

// Terminals do not agree on how wide these are: flags, marks that change the width of what they follow.
const disputed = [
	/\p{M}/u,
	/[\u200C\u{1F1E6}-\u{1F1FF}]/u,
	/\u200D/,
	/[\u{1F3FB}-\u{1F3FF}]/u,
	/[\u0600-\u0EFF\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/,
];
const isDisputed = (text: string) => disputed.some((characters) => characters.test(text));

/** From home through every screen, one after the other. */
const tour = [
	"Enter",
	"Enter",
	"End",
	"]",
	"Esc",
	"Esc",
	"Esc",
	"t",
	"End",
	"Esc",
	"u",
	"End",
	"y",
	"Esc",
	"c",
	"y",
	"?",
];

async function takeTour(shown: View, check: () => void): Promise<void> {
	for (const key of tour) {
		shown.press(key);
		await shown.drawn();
		check();
	}

	shown.press("Esc", "Esc", "Esc", "/");
	for (const typed of ["text:e", "text:张", "C-u", "text:o", "Down", "Enter", "n"]) {
		shown.press(typed);
		await shown.drawn();
		check();
	}
}

test("Whatever texts a résumé has, every screen shows them harmlessly and within its edges", async (context) => {
	await fc.assert(
		fc.asyncProperty(anyDocument, fc.constantFrom(...sizes), async (document, size) => {
			const resume = await resumeOf(context, document);
			const hasDisputed = textsOf(steadyResume(resume)).some(isDisputed);
			await using shown = view(resume, { ...size, beyond: 60 });
			await takeTour(shown, () => {
				if (!hasDisputed) {
					assertInside(shown, size.columns, size.rows);
				}
			});
			assertHarmless(shown.raw);
			for (const copied of shown.clipboard) {
				assert.doesNotMatch(copied, /[^\n\P{Cc}]|[\u202A-\u202E\u2066-\u2069]/u);
			}
		}),
		{ numRuns: 10 },
	);
});

test("No line of a text is wider than it was laid out for, in any script", async (context) => {
	const actions = ["open", "open"] as const;
	await fc.assert(
		fc.asyncProperty(anyDocument, fc.integer({ min: 20, max: 130 }), async (document, columns) => {
			const resume: Resume = await resumeOf(context, document);
			let state = stateOf(resume, { columns, rows: 24 });
			for (let depth = 0; depth <= actions.length; depth++) {
				const layout = layoutOf(state.size);
				const width = layout.width + layout.margin;
				for (const line of [...frameRows(frameOf(state)), ...bodyOf(state).text]) {
					const text = lineText(line).trimEnd();
					assert.ok(widthOf(text) <= width, `${JSON.stringify(text)} is wider than ${width}`);
				}

				const { title, item = "", paragraphs, keys } = spokenOf(state);
				assertHarmless([title, item, ...paragraphs, keys].join("\n"));
				if (depth < actions.length) {
					state = after(state, actions[depth]!);
				}
			}
		}),
		{ numRuns: 150 },
	);
});
