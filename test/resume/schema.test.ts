import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import official from "@jsonresume/schema/schema.json" with { type: "json" };
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import starter from "../../data/starter.json" with { type: "json" };
import schema from "../../schema.json" with { type: "json" };
import type { ResumeDocument } from "../../source/resume/resume-document.ts";
import { own as packaged } from "../helpers/own.ts";
import { sampleFile } from "../helpers/sample.ts";

const root = path.resolve(import.meta.dirname, "../..");

type Rule = {
	type?: string | string[];
	format?: string;
	pattern?: string;
	description?: string;
	properties?: Record<string, Rule>;
	items?: Rule;
	allOf?: { $ref: string }[];
	$ref?: string;
};

/** Every field with all that may be in it, so that a type without one of them, or one too many, doesn't compile. */
type Whole<T> = T extends string | number | boolean
	? T
	: T extends (infer Item)[]
		? [Whole<Exclude<Item, string>>] | (Item extends string ? [string] : never)
		: { [Key in keyof T]-?: Whole<InOneLanguage<Exclude<T[Key], undefined>>> };

type InOneLanguage<T> = T extends object ? (string extends keyof T ? never : T) : T;

const period = { startDate: "2020", endDate: "2021", endDateExpected: true };
const entry = { label: "Short", links: [{ label: "Code", url: "https://example.org" }], hide: false } satisfies Whole<
	Pick<NonNullable<ResumeDocument["skills"]>[number], "label" | "links" | "hide">
>;
const url = "https://example.org";

const whole: Whole<ResumeDocument> = {
	$schema: "./schema.json",
	basics: {
		name: "Ada",
		label: "Baker",
		image: url,
		email: "ada@example.org",
		phone: "+1 555 0100",
		url,
		summary: "Bakes.",
		location: { address: "A", postalCode: "1", city: "B", region: "C", countryCode: "DE", country: "Germany" },
		profiles: [{ network: "GitHub", username: "ada", url }],
	},
	work: [
		{
			...entry,
			...period,
			name: "Bakery",
			position: "Baker",
			url,
			location: "Bonn",
			description: "Bread",
			summary: "Baked.",
			highlights: ["Rye"],
			roles: [{ ...period, position: "Apprentice", location: "Bonn", summary: "Learned.", highlights: ["Wheat"] }],
		},
	],
	volunteer: [
		{
			...entry,
			...period,
			organization: "Club",
			position: "Cook",
			url,
			location: "Bonn",
			summary: "Cooked.",
			highlights: ["Soup"],
		},
	],
	education: [
		{
			...entry,
			...period,
			institution: "School",
			url,
			location: "Bonn",
			area: "Bread",
			studyType: "BSc",
			score: "1.0",
			courses: ["Dough"],
			highlights: [{ title: "Awards", items: ["First"], itemsFrom: "courses" }],
		} as Whole<NonNullable<ResumeDocument["education"]>[number]>,
	],
	projects: [
		{
			...entry,
			...period,
			name: "Oven",
			description: "Hot.",
			highlights: ["Stone"],
			keywords: ["Fire"],
			url,
			roles: ["Builder"],
			entity: "Club",
			type: "application",
		},
	],
	publications: [
		{
			...entry,
			name: "On Bread",
			publisher: "Press",
			journal: "Ovens",
			booktitle: "All Bread",
			releaseDate: "2022",
			url,
			summary: "Says it.",
			authors: [{ name: "Ada", equalContribution: true }],
			doi: "10.1000/1",
			type: "article",
			volume: "1",
			issue: "2",
			pages: "3–4",
			edition: "2nd",
			isbn: "978-3-16-148410-0",
			arxiv: "2106.09685",
		},
	],
	awards: [{ ...entry, title: "Prize", date: "2022", awarder: "Guild", summary: "For rye." }],
	certificates: [{ ...entry, name: "Master", date: "2022", url, issuer: "Guild" }],
	skills: [{ ...entry, name: "Baking", level: "Expert", keywords: ["Rye"] }],
	languages: [{ ...entry, language: "English", fluency: "Native" }],
	interests: [{ ...entry, name: "Mills", keywords: ["Water"] }],
	references: [{ ...entry, name: "Bob", reference: "Good bread." }],
	meta: {
		canonical: url,
		version: "v1.0.0",
		lastModified: "2022-01-01T00:00:00",
		sections: [{ source: "work", title: "Bakeries", id: "bakeries" }],
		private: ["basics.phone"],
		language: "en",
		languages: {},
		theme: { accent: "cyan" },
	},
};

const ruleAt = (rules: object, pointer: string): Rule =>
	pointer
		.slice(2)
		.split("/")
		.reduce((rule, key) => (rule as Record<string, object>)[key]!, rules) as Rule;

/** A rule with what it refers to. */
function resolved(rule: Rule, rules: object): Rule {
	const pointers = [rule.$ref, ...(rule.allOf ?? []).map(({ $ref }) => $ref)].filter((each) => each !== undefined);
	return Object.assign({}, ...pointers.map((pointer) => resolved(ruleAt(rules, pointer), rules)), rule);
}

/** "work[].roles[].position" for each field, with its rule. */
function fieldsOf(rule: Rule, rules: object, place = "", above: Rule[] = []): [string, Rule][] {
	const { properties = {}, items } = resolved(rule, rules);
	const inner =
		items === undefined || above.includes(items) ? [] : fieldsOf(items, rules, `${place}[]`, [...above, items]);
	return [
		...inner,
		...Object.entries(properties).flatMap(([name, each]): [string, Rule][] => {
			const field = place === "" ? name : `${place}.${name}`;
			return [[field, each], ...fieldsOf(each, rules, field, above)];
		}),
	];
}

function fieldsIn(value: unknown, place = ""): string[] {
	if (Array.isArray(value)) {
		return value.flatMap((item) => fieldsIn(item, `${place}[]`));
	}

	return typeof value === "object" && value !== null
		? Object.entries(value).flatMap(([name, item]) => {
				const field = place === "" ? name : `${place}.${name}`;
				return [field, ...fieldsIn(item, field)];
			})
		: [];
}

const own = new Map(fieldsOf(schema as Rule, schema));

test("the schema and the types have the same fields", () => {
	assert.deepEqual([...own.keys()].sort(), fieldsIn(whole).sort());
});

test("every field of the schema says what belongs there, for an editor to show", () => {
	for (const [field, { description }] of own) {
		assert.match(description ?? "", /[.:…]$|\.\)$/, field);
	}
});

test("a field of JSON Resume takes what the official schema says", () => {
	const fields = fieldsOf(official as Rule, official);
	assert.ok(fields.length > 80);
	for (const [field, rule] of fields) {
		const ours = resolved(own.get(field)!, schema);
		const theirs = resolved(rule, official);
		assert.ok([ours.type].flat().includes(theirs.type as string), field);
		assert.deepEqual(
			[ours.pattern, ours.format],
			[theirs.pattern, field === "$schema" ? "uri-reference" : theirs.format],
			field,
		);
	}
});

test("what is read beyond JSON Resume is what the README lists", async () => {
	const officialFields = new Set(fieldsOf(official as Rule, official).map(([field]) => field));
	const beyond = [...own]
		.filter(
			([field, { allOf = [] }]) =>
				!officialFields.has(field) && allOf.some(({ $ref }) => $ref.includes("/extensions/")),
		)
		// What is under another addition is described with it.
		.filter(([field], _, all) => !all.some(([other]) => field.startsWith(`${other}.`) || field.startsWith(`${other}[`)))
		.map(([field]) => field.split(".").at(-1)!);
	const readme = await readFile(path.join(root, "README.md"), "utf8");
	const table = /\| field \|.*\n\|[-| ]+\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? "";
	const listed = table.split("\n").flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(?:[\w[\]]+\.)*(\w+)`/g)]);
	assert.deepEqual([...new Set(listed.map(([, name]) => name))].sort(), [...new Set(beyond)].sort());
});

test("the schema accepts the package's résumé, the starter, the tests' résumé and a document with every field", async () => {
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	const isValid = ajv.compile(schema);
	const documents = [starter, whole, packaged, JSON.parse(await readFile(sampleFile, "utf8"))];
	for (const document of documents) {
		assert.ok(isValid(document), JSON.stringify(isValid.errors));
	}

	for (const wrong of [
		{ basics: [] },
		{ work: [{ startDate: "May" }] },
		{ meta: { theme: { accent: "bright" } } },
		{ talks: [{ links: [{ label: "a" }] }] },
	]) {
		assert.ok(!isValid(wrong), JSON.stringify(wrong));
	}
});
