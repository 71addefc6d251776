import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { printHtml } from "../../../source/print/html/page.ts";
import { pagePolicy } from "../../../source/print/html/policy.ts";
import { styleSheet } from "../../../source/print/html/style.ts";
import { loadDocument, loadFile } from "../../../source/resume/load.ts";
import type { Block, Resume, Section } from "../../../source/resume/model.ts";
import { newFile } from "../../helpers/files.ts";
import { oddShapes } from "../../resume/odd-shapes.ts";
import { anyResume, bullet, embedded, entryOf, sample } from "../sample.ts";

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

/** What html-validate finds, a line each. */
async function findings(page: string): Promise<string[]> {
	const { results } = await validator.validateString(page);
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
	);
}

/** The résumé with ids that are unique, as the loader makes them. */
const identified = ({ person, sections }: Resume): Resume => ({
	...embedded.resume,
	person,
	sections: sections.map((section, number) => ({
		...section,
		id: `section-${number}`,
		entries: section.entries.map((entry, index) => ({ ...entry, id: `entry-${index}` })),
	})),
});

test("the page is valid HTML, whatever is in the résumé", async () => {
	assert.deepEqual(await findings(await printHtml(embedded.resume, {})), []);
	assert.deepEqual(await findings(await printHtml(identified(sample), {})), []);
	await fc.assert(
		fc.asyncProperty(anyResume, async (resume) => {
			assert.deepEqual(await findings(await printHtml(identified(resume), {})), []);
		}),
		{ numRuns: 100 },
	);
});

for (const { name, file, as = "json" } of oddShapes) {
	test(`the page of ${name} is valid HTML, and has all of it`, async (context) => {
		const text = typeof file === "string" ? file : JSON.stringify(file);
		const { resume } = await loadFile(await newFile(context, text, `resume.${as}`));
		const page = await printHtml(resume, {});
		assert.deepEqual(await findings(page), []);
		const shown = plainOf(page.slice(page.indexOf("<body>")));
		for (const words of [resume.person.name, ...resume.sections.flatMap(sectionTexts)]) {
			assert.ok(shown.includes(words.replace(/\s+/gu, "")), `${words} isn't in the page`);
		}
	});
}

/** What the page says, without white space. */
const plainOf = (page: string) =>
	page
		.replace(/<[^>]*>/g, "")
		.replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => signs[reference]!)
		.replace(/\s+/gu, "");
const signs: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const blockTexts = ({ spans, children }: Block): string[] => [
	...spans.map(({ text }) => text),
	...children.flatMap(blockTexts),
];
const sectionTexts = ({ title, entries }: Section): string[] => [
	title,
	...entries.flatMap(({ title: own, details, dates, people, peopleNote, body, links }) => [
		own,
		...details,
		dates?.text ?? "",
		...people.map(({ text }) => text),
		peopleNote ?? "",
		...body.flatMap(blockTexts),
		...links.filter(({ url }) => !body.flatMap(hrefs).includes(url)).map(({ label }) => label),
	]),
];
const hrefs = ({ spans, children }: Block): (string | undefined)[] => [
	...spans.map(({ href }) => href),
	...children.flatMap(hrefs),
];

test("the policy names the hash of the style sheet, with and without an accent", async () => {
	for (const accent of [undefined, "magenta", "#7a3fd1"] as const) {
		const style = styleSheet(accent);
		const hash = createHash("sha256").update(style).digest("base64");
		assert.ok((await pagePolicy(style)).includes(`'sha256-${hash}'`), `policy.ts has to say ${hash}`);
	}
});

test("the page asks for nothing and runs nothing", async () => {
	const page = await printHtml(embedded.resume, {});
	assert.doesNotMatch(page, /<(?:img|link|iframe|object|embed|form|base|script(?! type="application\/ld\+json"))\b/);
	assert.doesNotMatch(page, /\s(?:src|srcset|style|on\w+)=|url\(|@import/);
});

test("only web, mail and telephone addresses become links; the others stay readable", async () => {
	const addresses = [
		"javascript:alert(1)",
		" java\tscript:alert(1)",
		"data:text/html,<script>alert(1)</script>",
		"file:///etc/passwd",
		"vbscript:x",
		"//example.org",
		"nowhere",
	];
	const hostile = structuredClone(sample);
	hostile.sections[0]!.entries = addresses.map((url, index) =>
		entryOf({
			id: `entry-${index}`,
			title: `Entry ${index}`,
			body: [{ kind: "paragraph", spans: [{ text: "here", href: url }], children: [bullet("x")] }],
			links: [{ label: `Link ${index}`, url: `${url}#${index}` }],
		}),
	);
	const page = await printHtml(hostile, { section: 0 });
	const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target!);
	assert.ok(
		targets.every((target) => /^(?:https?:|mailto:|tel:)/.test(target)),
		targets.join("\n"),
	);
	assert.match(page, /Link 3 \(file:\/\/\/etc\/passwd#3\)/);
});

test("a text can't end the data for machines, nor be markup", async () => {
	const hostile = structuredClone(sample);
	hostile.person.name = '</script><script>alert(1)</script>"><b>';
	const page = await printHtml(hostile, {});
	assert.equal(page.match(/<script/g)?.length, 1);
	assert.doesNotMatch(page, /<b>/);
	assert.equal(jsonOf(page)["@graph"][0].name, hostile.person.name);
});

const jsonOf = (page: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!);

test("the data for machines has the person and the publications", async () => {
	assert.deepEqual(jsonOf(await printHtml(sample, {})), {
		"@context": "https://schema.org",
		"@graph": [
			{
				"@type": "Person",
				name: "Ada Example",
				jobTitle: "Maker of *things* & 东西",
				email: "ada@example.org",
				telephone: "+41 22 000 00 00",
				url: "https://ada.example/",
				address: "Genève, Suisse",
			},
			{
				"@type": "ScholarlyArticle",
				name: "On {Braces} & 100% of $_~^\\#",
				headline: "On {Braces} & 100% of $_~^\\#",
				author: [
					{ "@type": "Person", name: "Ada Example" },
					{ "@type": "Person", name: "B. Other" },
				],
				datePublished: "2021-03-04",
				isPartOf: { "@type": "CreativeWork", name: "Journal of Signs" },
				url: "https://arxiv.org/abs/2101.00001v2",
			},
			{
				"@type": "ScholarlyArticle",
				name: "Second",
				headline: "Second",
				author: ["Smith and Sons", "张三", "Doe, Jane"].map((name) => ({ "@type": "Person", name })),
			},
		],
	});
});

test("an entry is written as it stands here", async () => {
	const page = await printHtml(sample, { section: 1, entry: 0 });
	assert.equal(
		page.slice(page.indexOf("<section"), page.indexOf("</section>")),
		`<section id="publications">
<h2>Publications</h2>
<article id="publications/entry" class="h-cite">
<div class="title"><h3 class="p-name"><a class="u-url named" href="https://arxiv.org/abs/2101.00001v2">On {Braces} &amp; 100% of $_~^\\#</a></h3></div>
<p class="people"><strong>Ada Example*</strong>, B. Other* <span class="quiet">(*equal contribution)</span></p>
</article>
`,
	);
	assert.doesNotMatch(page, /class="timeline"/);
});

test("entries of one employer are under its name, a level below it", async () => {
	const group = {
		title: "State University · Vision Lab",
		details: ["Bern"],
		links: [{ label: "State University", url: "https://example.org/" }],
		said: ["State University", "Vision Lab", "Bern"],
	};
	const entries = ["Postdoc", "Student"].map((title, index) =>
		entryOf({
			id: `entry-${index}`,
			title,
			details: [...group.said, `Project ${index}`],
			links: [{ label: "State University", url: "https://example.org/" }],
			group,
		}),
	);
	const page = await printHtml({ ...sample, sections: [{ id: "work", title: "Work", source: "work", entries }] }, {});
	assert.equal(
		page.slice(page.indexOf("<section"), page.indexOf("</section>")),
		`<section id="work">
<h2>Work</h2>
<div class="group">
<h3>State University · Vision Lab</h3>
<p class="details"><span>Bern</span><span class="dot"> · </span><a class="named" href="https://example.org/">State University</a></p>
<article id="work/entry-0" class="p-experience h-event">
<div class="title"><h4 class="p-name">Postdoc</h4></div>
<p class="details"><span>Project 0</span></p>
</article>
<article id="work/entry-1" class="p-experience h-event">
<div class="title"><h4 class="p-name">Student</h4></div>
<p class="details"><span>Project 1</span></p>
</article>
</div>
</section>`.replace("</section>", ""),
	);
});

test("what goes on has a tip of the same share of the timeline in a long career as in a short one", async () => {
	for (const first of ["1980", "2019"]) {
		const { resume } = await loadDocument(
			{
				basics: { name: "Pat" },
				work: [
					{ name: "A", startDate: "2020" },
					{ name: "B", startDate: first, endDate: "2024" },
				],
			},
			"the document",
		);
		const page = await printHtml(resume, {});
		const [, columns] = /viewBox="0 0 (\d+) /.exec(page)!;
		const [, from, to] = /class="tip" d="M([\d.]+) 5v10L([\d.]+) 10z"/.exec(page)!;
		assert.equal(Number(to), Number(columns));
		assert.ok(Math.abs((Number(to) - Number(from)) / Number(columns) - 1 / 40) < 0.001, `${from} ${to}`);
	}
});
