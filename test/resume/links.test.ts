import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { allLinks, cardLink, linkedSpans, mainContact } from "../../source/resume/links.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { loadSample } from "../helpers/sample.ts";

const url = "https://example.org";

test("A label is linked if it's a word, the longest first", () => {
	const links = [
		{ label: "Open", url: `${url}/open` },
		{ label: "OpenDelta", url },
	];
	assert.deepEqual(linkedSpans("OpenDelta, not OpenDeltas; Open.", links), [
		{ text: "OpenDelta", href: url },
		{ text: ", not OpenDeltas; " },
		{ text: "Open", href: `${url}/open` },
		{ text: "." },
	]);
	assert.deepEqual(linkedSpans("nothing", []), [{ text: "nothing" }]);
	assert.deepEqual(linkedSpans("ÉOpen", links), [{ text: "ÉOpen" }]);
});

test("Linking changes no text", () => {
	const label = fc.constantFrom("a", "ab", "张", "", "a b");
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.array(label), (text, labels) => {
			const spans = linkedSpans(
				`${text} ab ${text}`,
				labels.map((each) => ({ label: each, url })),
			);
			assert.equal(spans.map((span) => span.text).join(""), `${text} ab ${text}`);
		}),
	);
});

test("All links are the contacts, then the entries', each address once, with its place", async (context) => {
	const resume = await resumeOf(context, {
		basics: { name: "Ada", email: "ada@example.org", url },
		work: [
			{ name: "One", url: "https://one.example" },
			{ name: "Two", url },
		],
	});
	assert.deepEqual(
		allLinks(resume).map((link) => [link.url, link.section, link.entry]),
		[
			["mailto:ada@example.org", undefined, undefined],
			[url, undefined, undefined],
			["https://one.example", 0, 0],
		],
	);
	assert.deepEqual(allLinks(await resumeOf(context, { basics: {} })), []);
});

test("Every link of the embedded résumé is among them", async () => {
	const { resume } = await loadSample();
	const urls = allLinks(resume).map((link) => link.url);
	for (const { links } of resume.sections.flatMap(({ entries }) => entries)) {
		for (const link of links) {
			assert.ok(urls.includes(link.url));
		}
	}

	assert.equal(new Set(urls).size, urls.length);
});

test("The card carries the person's site, else a profile, else the first link", async (context) => {
	const work = [{ name: "One", url: "https://one.example" }];
	const profiles = [{ network: "GitHub", username: "ada", url: "https://github.com/ada" }];
	const of = async (basics: object) => cardLink(await resumeOf(context, { basics, work }))?.url;
	assert.equal(await of({ url, profiles }), url);
	assert.equal(await of({ profiles }), "https://github.com/ada");
	assert.equal(await of({}), "https://one.example");
	assert.equal(cardLink(await resumeOf(context, { basics: {} })), undefined);
});

test("What is copied at home is the mail, else the first way to reach the person", async (context) => {
	const of = async (basics: object) => mainContact((await resumeOf(context, { basics })).person)?.text;
	assert.equal(await of({ phone: "+1 555", email: "ada@example.org" }), "ada@example.org");
	assert.equal(await of({ phone: "+1 555" }), "+1 555");
	assert.equal(await of({}), undefined);
});
