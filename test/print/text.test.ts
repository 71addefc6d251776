import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import stringWidth from "string-width";
import { plainStyle } from "../../source/print/plain-style.ts";
import { colouredStyle } from "../../source/print/style.ts";
import { printText } from "../../source/print/text.ts";
import { wrap } from "../../source/print/width.ts";
import { anyResume, embedded, entryOf, nastyText, sample } from "./sample.ts";

const plain = { width: 80, isAscii: false, style: plainStyle };

test("the sample is laid out as it stands here", () => {
	assert.equal(
		printText(sample, {}, { ...plain, width: 60 }),
		`Ada Example
Maker of *things* & 东西
Genève, Suisse
ada@example.org · +41 22 000 00 00 · https://ada.example/
Mastodon: @ada

Work
────────────────────────────────────────────────────────────
清华大学研究助理                              Jan 2020 – Now
清华大学 · # Lab · 北京
See the_page.
  • Outer
    – - inner
      ▪ 1) innermost
  • 一二三四五六七八九十一二三四五六七八九十一二三四五六七八
    九十一二三四五六七八九十一二三四五
the_page: https://example.org/a_(b)?x=1&amp;y=2
Slides:
https://example.org/${"long-".repeat(20)}path

A title so long that no column for dates is left beside it
on a line of eighty                              2018 – 2019

Publications
────────────────────────────────────────────────────────────
On {Braces} & 100% of $_~^\\#
Ada Example*, B. Other*
(*equal contribution)
https://arxiv.org/abs/2101.00001v2

Second

About
────────────────────────────────────────────────────────────
Maker
First paragraph — with “quotes”…
1. not a list
`,
	);
});

test("ASCII takes plain bullets, dashes and quotes, and leaves letters and addresses", () => {
	const text = printText(sample, {}, { ...plain, isAscii: true });
	assert.match(text, /^First paragraph - with "quotes"\.\.\.$/m);
	assert.match(text, /^清华大学 \| # Lab \| 北京$/m);
	assert.match(text, /^ {2}\* Outer\n {4}- - inner\n {6}\+ 1\) innermost$/m);
	assert.match(text, /^Work\n-{80}$/m);
	assert.match(text, / {2}Jan 2020 - Now$/m);
	assert.doesNotMatch(text, /[–—…“”•·─]/);
});

test("a width of 0 does not wrap and aligns nothing", () => {
	const text = printText(embedded.resume, {}, { ...plain, width: 0 });
	for (const entry of embedded.resume.sections.flatMap(({ entries }) => entries)) {
		for (const block of entry.body) {
			assert.ok(text.includes(`  • ${block.spans.map((span) => span.text).join("")}\n`));
		}

		assert.ok(text.includes(entry.dates ? `${entry.title}\n${entry.dates.text}\n` : `${entry.title}\n`));
	}

	assert.doesNotMatch(text, /\S {2,}\S/);
});

test("a section or an entry is printed alone", () => {
	const [first, second] = sample.sections;
	assert.match(printText(sample, { section: 1 }, plain), new RegExp(`^${second!.title}\n─`));
	assert.doesNotMatch(printText(sample, { section: 1 }, plain), new RegExp(first!.title));
	assert.equal(printText(sample, { section: 1, entry: 1 }, plain), "Second\n");
});

test("every word of the résumé is printed, in order", () => {
	const text = printText(embedded.resume, {}, plain).replace(/\s+/g, " ");
	const { person, sections } = embedded.resume;
	const facts = [
		person.name,
		person.headline,
		person.place,
		...person.contacts.map((contact) => contact.text),
		...sections.flatMap(({ title, entries }) => [
			title,
			...entries.flatMap((entry) => [
				entry.title,
				...entry.details,
				entry.dates?.text,
				entry.people.map((name) => name.text).join("") || undefined,
				entry.peopleNote,
				...entry.links.map((link) => link.url),
				...entry.body
					.flatMap((block) => [block, ...block.children])
					.map((block) => block.spans.map((s) => s.text).join("")),
			]),
		]),
	];
	for (const fact of facts) {
		assert.ok(fact === undefined || text.includes(fact), `${fact} is not printed`);
	}
});

test("no line is wider than asked, but for an address, and colours change no letter", () => {
	fc.assert(
		fc.property(anyResume, fc.integer({ min: 20, max: 100 }), fc.boolean(), (resume, width, isAscii) => {
			const options = { width, isAscii };
			const text = printText(resume, {}, { ...options, style: plainStyle });
			for (const line of text.split("\n")) {
				assert.ok(line.includes("://") || stringWidth(line) <= width, `${JSON.stringify(line)} at ${width}`);
			}

			const coloured = printText(resume, {}, { ...options, style: colouredStyle() });
			const words = (printed: string) => printed.replace(/\u001B\[\d+m/g, "").replace(/\s+/g, "");
			assert.equal(words(coloured), words(text));
		}),
		{ numRuns: 150 },
	);
});

test("plain text is wrapped as the library wraps it", () => {
	const words = fc.array(fc.string({ unit: fc.constantFrom(..."ab-–.•"), minLength: 1, maxLength: 30 }), {
		minLength: 1,
	});
	fc.assert(
		fc.property(words, fc.integer({ min: 5, max: 40 }), (list, width) => {
			const lines = wrap(list.join(" "), width);
			assert.equal(lines.join("").replace(/ /g, ""), list.join(""));
			for (const [index, line] of lines.entries()) {
				assert.ok(line.length <= width && line === line.trim() && line !== "");
				const next = lines[index + 1]?.split(" ")[0];
				const isCut = line.length === width;
				assert.ok(next === undefined || isCut || line.length + 1 + next.length > width, "a line has room for more");
			}
		}),
	);
});

test("a word of any length is cut into lines", () => {
	const lines = wrap("A".repeat(200_000), 80);
	assert.equal(lines.length, 2500);
	assert.ok(lines.every((line) => line.length === 80));
});

test("an address is never cut, whatever stands around it", () => {
	fc.assert(
		fc.property(nastyText, nastyText, fc.integer({ min: 5, max: 40 }), (before, after, width) => {
			const address = `https://example.org/${"x".repeat(width)}`;
			const entry = entryOf({ title: "T", details: [`${before} ${address} ${after}`] });
			const resume = { ...sample, sections: [{ id: "s", title: "S", source: "s", entries: [entry] }] };
			assert.ok(
				printText(resume, { section: 0 }, { ...plain, width })
					.split(/\s/)
					.includes(address),
			);
		}),
	);
});
