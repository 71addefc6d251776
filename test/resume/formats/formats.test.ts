import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../../source/errors.ts";
import { loadFile } from "../../../source/resume/load.ts";
import { validate } from "../../../source/resume/validate/index.ts";
import { newFile } from "../../helpers/files.ts";
import { textsOf } from "../../helpers/texts.ts";

/** What is seen of a file, beside the one sentence that says which format it is. */
async function assertShown(context: TestContext, file: string, name: string, format: string, shows: string[]) {
	const path = await newFile(context, file, name);
	const { resume, oddities, document } = await loadFile(path);
	const texts = textsOf(resume);
	assert.deepEqual(
		shows.filter((text) => !texts.includes(text)),
		[],
		JSON.stringify(texts, undefined, 1),
	);
	assert.deepEqual(oddities, [`this is ${format}, not JSON Resume; --format json -o resume.json converts it`]);
	const problems = await validate(path, { now: new Date(2026, 0) });
	assert.ok(problems.some(({ message }) => message === `this is ${format}, not JSON Resume`));

	// What it's converted to is JSON Resume, and the same.
	const converted = await newFile(context, JSON.stringify(document));
	assert.deepEqual(textsOf((await loadFile(converted)).resume), texts);
	assert.deepEqual(
		(await validate(converted, { now: new Date(2026, 0) })).filter(({ severity }) => severity === "error"),
		[],
	);
	return resume;
}

const renderCv = `
cv:
  name: Pat Doe
  headline: Baker
  location: Bern, Switzerland
  email: pat@doe.example
  phone: tel:+41-79-555-01-23
  website: https://pat.example
  social_networks:
    - network: GitHub
      username: pat
    - network: Mastodon
      username: "@pat@fosstodon.org"
  sections:
    summary:
      - I bake.
    education:
      - institution: ETH
        area: Physics
        degree: BSc
        start_date: 2010-09
        end_date: 2014-06
        location: Zürich
        highlights:
          - "Thesis: On bread"
    experience:
      - company: Acme
        position: Head baker
        start_date: 2020-01
        end_date: present
        highlights: [Moved to gas]
    publications:
      - title: Bread
        authors: ["*Pat Doe*", Sam Roe]
        journal: Nature
        date: 2023-07
    selected_honors:
      - bullet: Golden loaf
    Invited Talks:
      - reversed_number: On crust
    skills:
      - label: Baking
        details: bread, cakes (sweet, salty), pies
    languages:
      - label: German
        details: native
    volunteering:
      - company: Red Cross
        position: Helper
        start_date: 2019
        end_date: 2020
    projects:
      - name: Oven
        date: Fall 2019
        summary: An oven.
design:
  theme: classic
`;

test("RenderCV is read", async (context) => {
	const { sections, person } = await assertShown(context, renderCv, "cv.yaml", "RenderCV", [
		"Pat Doe",
		"Baker",
		"pat@doe.example",
		"+41-79-555-01-23",
		"https://github.com/pat",
		"https://fosstodon.org/@pat",
		"I bake.",
		"ETH",
		"BSc in Physics",
		"Sep 2010 – Jun 2014",
		"Thesis: On bread",
		"Head baker",
		"Acme",
		"Jan 2020 – Now",
		"Moved to gas",
		"Bread",
		"Pat Doe, Sam Roe",
		"Nature",
		"Jul 2023",
		"Golden loaf",
		"On crust",
		"Baking",
		"bread, cakes (sweet, salty), pies",
		"German",
		"native",
		"Red Cross",
		"Oven",
		"Fall 2019",
	]);
	assert.equal(person.place, "Bern, Switzerland");
	assert.deepEqual(
		sections.map(({ title }) => title).filter((title) => title !== "About"),
		[
			"Education",
			"Experience",
			"Publications",
			"Selected Honors",
			"Invited Talks",
			"Skills",
			"Languages",
			"Volunteering",
			"Projects",
		],
	);
});

test("YAMLResume is read", async (context) => {
	const file = `
content:
  basics:
    name: Pat Doe
    headline: Baker
    phone: "+41 79 555 01 23"
    summary: |
      - Bakes bread
      - Bakes cakes
        of all kinds
  location:
    city: Bern
    country: Switzerland
  profiles:
    - network: GitHub
      url: https://github.com/pat
      username: pat
  education:
    - institution: ETH
      degree: Bachelor
      area: Physics
      startDate: Sep 1, 2016
      endDate: Jul 1, 2020
      courses: [Bread]
  work:
    - name: Acme
      position: Head baker
      startDate: Dec 1, 2022
      summary: |
        Leads the bakery.
        - Moved to gas
        * Cut the cost
      keywords: [Ovens]
  references:
    - name: Sam Roe
      relationship: Boss
      summary: Pat is good.
locale:
  language: de
layouts:
  - engine: latex
`;
	await assertShown(context, file, "cv.yml", "YAMLResume", [
		"Pat Doe",
		"Baker",
		"Bern, Switzerland",
		"https://github.com/pat",
		"Bakes cakes of all kinds",
		"Berufserfahrung",
		"Head baker",
		"Leads the bakery.",
		"Moved to gas",
		"Cut the cost",
		"Sam Roe",
		"Pat is good.",
	]);
});

test("gitconnected's export is read", async (context) => {
	const file = {
		basics: {
			name: "Pat Doe",
			picture: "https://x.example/pat.png",
			headline: "Baker",
			website: "https://pat.example",
			blog: "https://blog.pat.example",
			yearsOfExperience: "10",
			username: "pat",
			karma: 5,
			followers: 3,
			locationAsString: "Bern, Switzerland",
			profiles: [{ network: "GitHub", username: "pat", url: "https://github.com/pat" }],
		},
		skills: [{ name: "Bread", level: "expert", rating: 5 }],
		work: [
			{
				id: "1",
				company: "Acme",
				position: "Head baker",
				website: "https://acme.example",
				isCurrentRole: true,
				start: { year: 2018, month: 1 },
				end: { year: null, month: null },
				highlights: ["Moved to gas"],
			},
		],
		education: [
			{
				institution: "ETH",
				area: "Physics",
				gpa: "5.5",
				startDate: "",
				start: { year: 2010, month: 9 },
				end: { year: 2014 },
			},
		],
		projects: [
			{
				name: "oven",
				displayName: "The Oven",
				primaryLanguage: "C",
				languages: ["C", "Go"],
				libraries: ["heat"],
				summary: "Hot.",
				images: [{ resolutions: {} }],
			},
		],
	};
	await assertShown(context, JSON.stringify(file), "cv.json", "gitconnected", [
		"Pat Doe",
		"Baker",
		"Bern, Switzerland",
		"https://blog.pat.example",
		"https://gitconnected.com/pat",
		"Jan 2018 – Now",
		"Head baker",
		"Sep 2010 – 2014",
		"5.5",
		"The Oven",
		"C, Go, heat",
		"Hot.",
	]);
});

const shown = [
	"Pat Doe",
	"Baker",
	"Head baker",
	"Acme",
	"Jan 2018 – Now",
	"ETH",
	"2010 – 2014",
	"Bread",
	"German",
	"pat@doe.example",
];

test("LinkedIn's data export is read", async (context) => {
	const file = {
		Profile: [{ "First Name": "Pat", "Last Name": "Doe", Headline: "Baker", Websites: "[OTHER:https://pat.example]" }],
		"Positions.csv": [{ "Company Name": "Acme", Title: "Head baker", "Started On": "Jan 2018", "Finished On": "" }],
		Education: [{ "School Name": "ETH", "Start Date": "2010", "End Date": "2014", "Degree Name": "BSc" }],
		Skills: [{ Name: "Bread" }],
		Languages: [{ Name: "German", Proficiency: "Native" }],
		"Email Addresses": [
			{ "Email Address": "old@doe.example", Primary: "No" },
			{ "Email Address": "pat@doe.example", Primary: "Yes" },
		],
		Certifications: [{ Name: "First aid", Authority: "Red Cross", "Started On": "Feb 2020" }],
	};
	const texts = ["https://pat.example", "First aid", "Feb 2020", "Red Cross", "Native", "BSc"];
	await assertShown(context, JSON.stringify(file), "cv.json", "LinkedIn's data export", [...shown, ...texts]);
});

test("LinkedIn profiles are read, in either shape", async (context) => {
	const values = {
		firstName: "Pat",
		lastName: "Doe",
		headline: "Baker",
		emailAddress: "pat@doe.example",
		location: { name: "Bern Area" },
		positions: {
			values: [
				{ title: "Head baker", company: { name: "Acme" }, startDate: { year: 2018, month: 1 }, isCurrent: true },
			],
		},
		educations: { values: [{ schoolName: "ETH", degree: "BSc", startDate: { year: 2010 }, endDate: { year: 2014 } }] },
		skills: { values: [{ skill: { name: "Bread" } }] },
		languages: { values: [{ language: { name: "German" } }] },
	};
	await assertShown(context, JSON.stringify(values), "cv.json", "a LinkedIn profile", [...shown, "Bern Area"]);
	const snake = {
		full_name: "Pat Doe",
		first_name: "Pat",
		headline: "Baker",
		public_identifier: "pat",
		personal_emails: ["pat@doe.example"],
		experiences: [
			{
				title: "Head baker",
				company: "Acme",
				starts_at: { day: 1, month: 1, year: 2018 },
				ends_at: null,
				logo_url: "x",
			},
		],
		education: [{ school: "ETH", degree_name: "BSc", starts_at: { year: 2010, month: null }, ends_at: { year: 2014 } }],
		skills: ["Bread"],
		languages: ["German"],
		accomplishment_publications: [
			{ name: "Crust", publisher: "Press", published_on: { year: 2020, month: 2, day: 1 } },
		],
		connections: 500,
	};
	const texts = ["https://www.linkedin.com/in/pat", "Crust", "Feb 2020"];
	await assertShown(
		context,
		JSON.stringify(snake).replace('"starts_at":{"day":1,', '"starts_at":{'),
		"cv.json",
		"a LinkedIn profile",
		[...shown, ...texts],
	);
});

test("what is hidden of another format has the names of JSON Resume, and a list of paths in it is refused", async (context) => {
	const file = await newFile(context, renderCv, "cv.yaml");
	const shownWithout = JSON.stringify(await loadFile(file, { hide: ["basics.phone"] }));
	assert.doesNotMatch(shownWithout, /555/);
	await assert.rejects(
		loadFile(file, { hide: ["cv.phone"] }),
		new UserError('--hide "cv.phone" matches nothing; did you mean basics.phone?'),
	);
	for (const more of ["meta:\n  private: [basics.phone]\n", "private: [cv.phone]\n"]) {
		const path = await newFile(context, renderCv + more, "cv.yaml");
		await assert.rejects(loadFile(path), /this isn't read/);
	}
});

test("any shape under the names of another format is read, or refused in one sentence", async (context) => {
	const { writeFile } = await import("node:fs/promises");
	const file = await newFile(context, "");
	const name = fc.constantFrom(
		"name",
		"sections",
		"work",
		"values",
		"start",
		"details",
		"label",
		"Started On",
		"authors",
		"x",
	);
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ depthSize: "small" },
			fc.constantFrom(null, "", "a", 1, true, "2020"),
			fc.array(tie("value"), { maxLength: 3 }),
			fc.dictionary(name, tie("value"), { maxKeys: 4 }),
		),
	}));
	const document = fc.oneof(
		fc.record({
			cv: fc.record({
				name: value,
				sections: fc.dictionary(fc.constantFrom("skills", "x y", "meta", "basics"), value),
				phone: value,
				social_networks: value,
				location: value,
			}),
			locale: value,
		}),
		fc.record({
			content: fc.record({ basics: fc.dictionary(name, value), work: value, references: value, location: value }),
			locale: value,
		}),
		fc.record({
			basics: fc.record({ karma: value, headline: value, location: value, profiles: value, blog: value }),
			projects: value,
			work: value,
		}),
		fc.record({
			Profile: fc.array(fc.record({ "First Name": value, Websites: value })),
			Positions: value,
			"Email Addresses": value,
			PhoneNumbers: value,
		}),
		fc.record({
			firstName: value,
			positions: fc.constant([{ startDate: 1 }]),
			skills: value,
			languages: value,
			location: value,
			personal_emails: value,
		}),
	);
	await fc.assert(
		fc.asyncProperty(document, async (any) => {
			await writeFile(file, JSON.stringify(any));
			await loadFile(file).catch((error) => assert.ok(error instanceof UserError, String(error?.stack)));
		}),
		{ numRuns: 400 },
	);
});
