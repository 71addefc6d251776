import fc from "fast-check";
import { cleanLine } from "../../source/resume/clean.ts";
import type { Block, Contact, Entry, Resume, Section, Span } from "../../source/resume/model.ts";
import { loadSample } from "../helpers/sample.ts";
import { inEnglish } from "../helpers/words.ts";
import "../helpers/wide.ts";

/** The résumé that the package carries. */
export const embedded = await loadSample();

/** An entry with nothing but what is given. */
export function entryOf(parts: Partial<Entry> & { title: string }): Entry {
	return { id: "entry", label: parts.title, details: [], people: [], body: [], links: [], ...parts };
}

export const bullet = (text: string, ...children: Block[]): Block => ({ kind: "bullet", spans: [{ text }], children });

/** A résumé with something of everything, wide characters, signs of markup and long words among it. */
export const sample: Resume = {
	...inEnglish,
	person: {
		name: "Ada Example",
		headline: "Maker of *things* & 东西",
		role: "Maker of *things* & 东西",
		place: "Genève, Suisse",
		summary: ["First paragraph — with “quotes”…", "1. not a list"],
		contacts: [
			{ kind: "mail", label: "Email", text: "ada@example.org", href: "mailto:ada@example.org" },
			{ kind: "phone", label: "Phone", text: "+41 22 000 00 00", href: "tel:+41220000000" },
			{ kind: "web", label: "Web", text: "https://ada.example/", href: "https://ada.example/" },
			{ kind: "profile", label: "Mastodon", text: "@ada", href: "" },
		],
		about: [],
	},
	sections: [
		{
			id: "work",
			title: "Work",
			source: "work",
			entries: [
				entryOf({
					title: "清华大学研究助理",
					details: ["清华大学", "# Lab", "北京"],
					dates: { text: "Jan 2020 – Now", isOngoing: true, isPoint: false, isExpected: false },
					body: [
						{
							kind: "paragraph",
							spans: [
								{ text: "See " },
								{ text: "the_page", href: "https://example.org/a_(b)?x=1&amp;y=2" },
								{ text: "." },
							],
							children: [],
						},
						bullet("Outer", bullet("- inner", bullet("1) innermost"))),
						bullet("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五"),
					],
					links: [
						{ label: "the_page", url: "https://example.org/a_(b)?x=1&amp;y=2" },
						{ label: "Slides", url: `https://example.org/${"long-".repeat(20)}path` },
					],
				}),
				entryOf({
					title: "A title so long that no column for dates is left beside it on a line of eighty",
					dates: { text: "2018 – 2019", isOngoing: false, isPoint: false, isExpected: false },
				}),
			],
		},
		{
			id: "publications",
			title: "Publications",
			source: "publications",
			entries: [
				entryOf({
					title: "On {Braces} & 100% of $_~^\\#",
					people: [{ text: "Ada Example*", isOwner: true }, { text: ", " }, { text: "B. Other*" }],
					peopleNote: "*equal contribution",
					links: [{ label: "On {Braces} & 100% of $_~^\\#", url: "https://arxiv.org/abs/2101.00001v2" }],
					publication: {
						title: "On {Braces} & 100% of $_~^\\#",
						authors: ["Ada Example", "B. Other"],
						venue: "Journal of Signs",
						date: "2021-03-04",
						url: "https://arxiv.org/abs/2101.00001v2",
					},
				}),
				entryOf({
					title: "Second",
					publication: { title: "Second", authors: ["Smith and Sons", "张三", "Doe, Jane"], date: "no date" },
				}),
			],
		},
		{
			id: "about",
			title: "About",
			source: "basics",
			entries: [
				entryOf({
					title: "Maker",
					body: ["First paragraph — with “quotes”…", "1. not a list"].map((text) => ({
						kind: "paragraph",
						spans: [{ text }],
						children: [],
					})),
				}),
			],
		},
	],
};

const markup = ["*", "_", "`", "[", "](", "<", ">", "&amp;", "#", "|", "~~", "\\", "1. ", "- ", "+ ", "=", "!["];
const pieces = fc.oneof(
	fc.constantFrom(
		...markup,
		"www.a.org",
		"http://a.b",
		"a@b.co",
		"<b>",
		"-->",
		"$x$",
		"---",
		"***",
		"\n",
		"  ",
		"“",
		"{",
		"}",
		"%",
	),
	fc.constantFrom(
		"word",
		"two words",
		"张三",
		"é",
		"👩‍👩‍👧",
		"ff",
		"e\u0301\u0301",
		"ｆｕｌｌ",
		"https://example.org/x_y_z",
		"0",
		"I'm",
	),
	fc.string({ unit: "binary", maxLength: 4 }),
);

/** Clean text on one line, as the loader leaves it, of whatever could be mistaken for markup. */
export const nastyText: fc.Arbitrary<string> = fc
	.array(pieces, { minLength: 1, maxLength: 8 })
	.map((parts) => cleanLine(parts.join("")))
	.filter((text) => text !== "");

const address = fc.oneof(
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	nastyText.map((text) => `https://x.y/${text}`),
);
const span: fc.Arbitrary<Span> = fc.oneof(
	nastyText.map((text) => ({ text })),
	fc.record({ text: nastyText, href: address }),
);
const spans = fc.array(span, { minLength: 1, maxLength: 2 });
const bulletOf = (children: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> =>
	fc.record({ kind: fc.constant("bullet"), spans, children });
const bullets = (item: fc.Arbitrary<Block>) => fc.array(item, { maxLength: 2 });
const children = bullets(bulletOf(bullets(bulletOf(fc.constant([])))));
const block: fc.Arbitrary<Block> = fc.oneof(
	bulletOf(children),
	fc.record({ kind: fc.constant("paragraph"), spans, children }),
);
const entry: fc.Arbitrary<Entry> = fc.record({
	id: fc.constant("entry"),
	title: nastyText,
	label: nastyText,
	details: fc.array(nastyText, { maxLength: 3 }),
	dates: fc.option(
		nastyText.map((text) => ({ text, isOngoing: false, isPoint: false, isExpected: false })),
		{ nil: undefined },
	),
	people: fc.array(fc.record({ text: nastyText.map((text) => `${text}, `), isOwner: fc.boolean() }), { maxLength: 2 }),
	peopleNote: fc.option(nastyText, { nil: undefined }),
	body: fc.array(block, { maxLength: 3 }),
	links: fc.array(fc.record({ label: nastyText, url: address }), { maxLength: 2 }),
	publication: fc.option(
		fc.record({
			title: nastyText,
			authors: fc.array(nastyText, { maxLength: 3 }),
			venue: fc.option(nastyText, { nil: undefined }),
			date: fc.option(fc.oneof(fc.constantFrom("2020", "2021-02-03"), nastyText), { nil: undefined }),
			url: fc.option(address, { nil: undefined }),
		}),
		{ nil: undefined },
	),
});
const section: fc.Arbitrary<Section> = fc.record({
	id: fc.constant("section"),
	title: nastyText,
	source: fc.constant("publications"),
	entries: fc.array(entry, { minLength: 1, maxLength: 2 }),
});
const contact: fc.Arbitrary<Contact> = fc.record({
	kind: fc.constantFrom("mail" as const, "phone" as const, "web" as const, "profile" as const),
	label: nastyText,
	text: nastyText,
	href: fc.oneof(fc.constant(""), address),
});

/** Any résumé of the view model's shape, small. */
export const anyResume: fc.Arbitrary<Resume> = fc.record({
	language: fc.constant(inEnglish.language),
	languages: fc.constant(inEnglish.languages),
	words: fc.constant(inEnglish.words),
	person: fc.record({
		name: nastyText,
		headline: fc.option(nastyText, { nil: undefined }),
		role: fc.option(nastyText, { nil: undefined }),
		place: fc.option(nastyText, { nil: undefined }),
		summary: fc.array(nastyText, { maxLength: 2 }),
		contacts: fc.array(contact, { maxLength: 3 }),
		about: fc.constant([]),
	}),
	sections: fc.array(section, { maxLength: 2 }),
});
