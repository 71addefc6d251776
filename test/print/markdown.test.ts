import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lexer, type Token, type Tokens, walkTokens } from "marked";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { printMarkdown } from "../../source/print/markdown.ts";
import type { Block, Resume } from "../../source/resume/model.ts";
import { anyResume, embedded, sample } from "./sample.ts";

/** What a reader finds: headings as "level text", list items' own texts, links as "text address", other markup. */
type Outline = { headings: string[]; items: string[]; links: string[]; others: string[]; text: string };

const line = (text: string) => text.replace(/\s+/gu, " ").trim();

/** What the résumé has of all that. */
function outlineOf({ person, sections }: Resume): Omit<Outline, "text"> {
	const headings = [`1 ${line(person.name)}`];
	const items: string[] = [];
	const links: string[] = [];
	const addLink = (text: string, url: string) => links.push(`${line(text)} ${url.replace(/\s/gu, "%20")}`);
	const addBlock = ({ kind, spans, children }: Block) => {
		if (kind === "bullet") {
			items.push(line(spans.map(({ text }) => text).join("")));
		}

		for (const { text, href } of spans) {
			if (href !== undefined) {
				addLink(text, href);
			}
		}

		children.forEach(addBlock);
	};
	for (const { label, text, href } of person.contacts) {
		items.push(line(`${label}: ${text}`));
		if (href !== "") {
			addLink(text, href);
		}
	}

	for (const { title, entries } of sections) {
		headings.push(`2 ${line(title)}`);
		for (const [index, entry] of entries.entries()) {
			const { group } = entry;
			if (group && group.title !== entries[index - 1]?.group?.title) {
				headings.push(`3 ${line(group.title)}`);
			}

			const isRepeated = entry.title === title;
			if (!isRepeated) {
				headings.push(`${group ? 4 : 3} ${line(entry.title)}`);
			}

			const titleLink = isRepeated ? undefined : entry.links.find(({ label }) => label === entry.title);
			if (titleLink) {
				addLink(entry.title, titleLink.url);
			}

			const before = links.length;
			entry.body.forEach(addBlock);
			const inBody = links.slice(before).map((link) => link.split(" ").at(-1));
			for (const link of entry.links) {
				if (link !== titleLink && !inBody.includes(link.url.replace(/\s/gu, "%20"))) {
					items.push(line(link.label));
					addLink(link.label, link.url);
				}
			}
		}
	}

	return { headings, items, links, others: [] };
}

/** As remark reads it, GitHub's additions included. */
function readByRemark(markdown: string): Outline {
	const outline: Outline = { headings: [], items: [], links: [], others: [], text: "" };
	const textOf = (node: Nodes): string =>
		"value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
	const known = ["root", "heading", "paragraph", "text", "list", "listItem", "link", "emphasis", "strong"];
	const visit = (node: Nodes) => {
		if (!known.includes(node.type)) {
			outline.others.push(node.type);
		}

		if (node.type === "heading") {
			outline.headings.push(`${node.depth} ${line(textOf(node))}`);
		} else if (node.type === "listItem") {
			outline.items.push(line(textOf(node.children[0]!)));
		} else if (node.type === "link") {
			outline.links.push(`${line(textOf(node))} ${node.url}`);
		}

		if ("children" in node) {
			node.children.forEach(visit);
		}
	};
	// One of its transforms makes links of bare addresses after parsing, even where a backslash says otherwise.
	const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
	const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions });
	visit(root);
	outline.text = textOf(root);
	return outline;
}

/** As marked reads it. */
function readByMarked(markdown: string): Outline {
	const outline: Outline = { headings: [], items: [], links: [], others: [], text: "" };
	const textOf = (token: Token): string =>
		"tokens" in token && token.tokens ? token.tokens.map(textOf).join("") : "text" in token ? token.text : "";
	const known = ["heading", "paragraph", "text", "list", "list_item", "link", "em", "strong", "escape", "space"];
	walkTokens(lexer(markdown), (token) => {
		if (!known.includes(token.type)) {
			outline.others.push(token.type);
		}

		if (token.type === "heading") {
			outline.headings.push(`${token.depth} ${line(textOf(token))}`);
		} else if (token.type === "list_item") {
			outline.items.push(line(textOf((token as Tokens.ListItem).tokens[0]!)));
		} else if (token.type === "link") {
			outline.links.push(`${line(textOf(token))} ${token.href}`);
		}
	});
	return outline;
}

const sorted = ({ headings, items, links, others }: Omit<Outline, "text">) => ({
	headings,
	items: items.toSorted(),
	links: links.toSorted(),
	others,
});

test("marked reads the same headings, items and links", () => {
	for (const resume of [embedded.resume, sample]) {
		assert.deepEqual(sorted(readByMarked(printMarkdown(resume, {}, false))), sorted(outlineOf(resume)));
	}
});

test("remark reads the same headings, items and links", () => {
	for (const resume of [embedded.resume, sample]) {
		assert.deepEqual(sorted(readByRemark(printMarkdown(resume, {}, false))), sorted(outlineOf(resume)));
	}
});

test("whatever looks like markup is read as the text it is", () => {
	fc.assert(
		fc.property(anyResume, (resume) => {
			const markdown = printMarkdown(resume, {}, false);
			assert.deepEqual(sorted(readByRemark(markdown)), sorted(outlineOf(resume)));
			assert.doesNotMatch(markdown, /\n{3}|^\n/);
		}),
		{ numRuns: 250 },
	);
});

test("an entry that only repeats its section's title has no heading, and keeps its link", () => {
	const resume = structuredClone(sample);
	const [section] = resume.sections;
	section!.entries = [
		{ ...section!.entries[0]!, title: section!.title, links: [{ label: section!.title, url: "https://a.example" }] },
	];
	const outline = readByRemark(printMarkdown(resume, { section: 0 }, false));
	assert.deepEqual(outline.headings, [`2 ${section!.title}`]);
	assert.ok(outline.links.includes(`${section!.title} https://a.example`));
});

test("people, dates and details are read as they are", () => {
	const { text } = readByRemark(printMarkdown(sample, {}, false));
	for (const fact of [
		"清华大学 · # Lab · 北京 · Jan 2020 – Now",
		"Ada Example*, B. Other*",
		"(*equal contribution)",
		"1. not a list",
	]) {
		assert.ok(text.includes(fact), fact);
	}
});

test("a section or an entry is printed alone, its heading at the level it has in the whole", () => {
	assert.match(printMarkdown(sample, { section: 0 }, false), /^## Work\n\n### 清华大学研究助理\n/);
	assert.equal(printMarkdown(sample, { section: 1, entry: 1 }, false), "### Second\n");
	const ascii = printMarkdown(sample, {}, true);
	assert.match(ascii, /^清华大学 \\\| \\# Lab \\\| 北京 \\\| \*Jan 2020 - Now\*$/m);
	assert.equal(readByRemark(ascii).others.length, 0);
});
