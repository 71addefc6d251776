import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import { UserError } from "../../source/errors.ts";
import { loadFile } from "../../source/resume/load.ts";
import { starter } from "../../source/resume/starter.ts";
import { validate } from "../../source/resume/validate/index.ts";
import { runValidate } from "../../source/resume/validate/report.ts";
import { newFile } from "../helpers/files.ts";
import { program } from "../helpers/program.ts";
import { sampleFile } from "../helpers/sample.ts";

const now = new Date(2026, 5, 15);

/** The problems as text; FILE stands for the path. */
async function report(file: string): Promise<{ lines: string[]; exitCode: number }> {
	const { output, exitCode } = await runValidate(file, { isJson: false, now });
	return { lines: output.trimEnd().replaceAll(file, "FILE").split("\n"), exitCode };
}

test("the embedded résumé has no problems, and the starter only what is still to be written", async (context) => {
	assert.deepEqual(await validate(sampleFile, { now }), []);
	assert.equal((await report(await newFile(context, starter(program.schema)))).exitCode, 0);
	assert.deepEqual(await report(sampleFile), {
		lines: ["FILE: no problems found"],
		exitCode: 0,
	});
});

const badJson = `{
	"basics": {
		"name": "Pat",
		"email": "pat at x",
		"url": "pat.example",
		"phone": 123,
		"sumary": "x"
	},
	"work": [
		{ "company": "Acme", "startDate": "2020-9", "endDate": "Present" },
		{ "name": "B", "startDate": "2021-05", "endDate": "2020-05", "url": null },
		{ "name": "C", "endDate": "2031-05", "highlights": ["a", "a", { "title": "x" }] }
	],
	"educaton": [],
	"skills": [{ "name": "C" }, { "name": "C" }],
	"talks": [{ "title": "T", "email": "me", "url": "foo", "date": "2023-02-30" }],
	"meta": {
		"private": ["basics.fon", "work[0].company"],
		"sections": [{ "source": "nope" }, { "id": "x" }]
	},
	"references": [{ "name": "Sam of Acme" }]
}
`;

test("every problem at once, each with its place, its path, what is wrong and how to fix it", async (context) => {
	const { lines, exitCode } = await report(await newFile(context, badJson));
	assert.deepEqual(lines, [
		`FILE:4:12: error: basics.email: "pat at x" isn't an email address`,
		"  fix: write it as name@example.com",
		'FILE:5:10: error: basics.url: "pat.example" is a link without a scheme',
		'  fix: write "https://pat.example"',
		"FILE:6:12: error: basics.phone: a text belongs here, not 123",
		'  fix: write it in quotes: "123"',
		'FILE:7:3: warning: basics.sumary: JSON Resume has no "sumary" here',
		'  fix: write "summary", if that is meant',
		'FILE:10:5: warning: work[0].company: JSON Resume has no "company" here',
		'  fix: write "name"',
		`FILE:10:37: error: work[0].startDate: "2020-9" isn't a date as JSON Resume writes it`,
		'  fix: write "2020-09"',
		`FILE:10:58: error: work[0].endDate: "Present" isn't a date`,
		"  fix: leave it out: what has no end is still going on",
		"FILE:11:53: warning: work[1].endDate: this end (2020-05) is before the start (2021-05)",
		"  fix: correct or swap the two dates",
		"FILE:11:71: error: work[1].url: null isn't a value here",
		"  fix: leave the field out",
		'FILE:12:29: warning: work[2].endDate: "2031-05" is in the future',
		`  fix: if it's only expected, say so: "endDateExpected": true`,
		'FILE:12:60: warning: work[2].highlights[1]: "a" is already in this list',
		"  fix: remove one of the two",
		"FILE:12:65: error: work[2].highlights[2]: a text belongs here, not an object",
		'  fix: write one text, such as "x"',
		'FILE:14:2: warning: educaton: JSON Resume has no "educaton" here',
		'  fix: write "education", if that is meant',
		"FILE:15:30: warning: skills[1]: this is the same as skills[0]",
		"  fix: remove one of the two",
		`FILE:16:37: warning: talks[0].email: "me" isn't an email address`,
		"  fix: write it as name@example.com",
		`FILE:16:50: warning: talks[0].url: "foo" isn't a link`,
		'  fix: write "https://…"',
		`FILE:16:65: warning: talks[0].date: there's no such day as "2023-02-30"`,
		"  fix: correct the month or the day",
		'FILE:18:15: error: meta.private[0]: "basics.fon" matches nothing',
		"  fix: write a path such as basics.phone, work[0].summary or work[*].location, or remove it",
		'FILE:19:28: warning: meta.sections[0].source: the document has no section "nope"',
		"  fix: write one of work, educaton, skills, talks, references",
		'FILE:19:38: warning: meta.sections[1]: "source" is missing here',
		"  fix: add it",
		"FILE:21:27: warning: references[0].name: work[0].company is private, but this text says it too",
		"  fix: take it out of the text, if it's to be hidden",
		"FILE: 8 errors, 13 warnings",
	]);
	assert.equal(exitCode, 1);
});

test("the same in YAML, at its own places", async (context) => {
	const { lines, exitCode } = await report(
		await newFile(
			context,
			"basics:\n  name: Pat\n  phone: 0123\nwork:\n  - name: A\n    endDate: Present\n    startDate: 2020-01\n  - {name: B, url: foo.example}\n",
			"resume.yaml",
		),
	);
	assert.deepEqual(lines, [
		"FILE:3:10: error: basics.phone: a text belongs here, and YAML reads 0123 as the number 123",
		'  fix: write it in quotes: "0123"',
		`FILE:6:14: error: work[0].endDate: "Present" isn't a date`,
		"  fix: leave it out: what has no end is still going on",
		'FILE:8:20: error: work[1].url: "foo.example" is a link without a scheme',
		'  fix: write "https://foo.example"',
		"FILE: 3 errors",
	]);
	assert.equal(exitCode, 1);
});

test("all syntax errors, and what else can be found despite commas and comments", async (context) => {
	assert.deepEqual((await report(await newFile(context, '{"basics": {"name": 1,},\n // c\n "work": []\n}'))).lines, [
		"FILE:1:21: error: basics.name: a text belongs here, not 1",
		'  fix: write it in quotes: "1"',
		"FILE:1:22: warning: JSON has no comma before a closing bracket",
		"  fix: remove it",
		"FILE:2:2: warning: JSON has no comments",
		"  fix: remove it",
		"FILE: 1 error, 2 warnings",
	]);
	assert.deepEqual((await report(await newFile(context, '{"basics": {"name" "x"}\n "work": tru\n'))).lines, [
		"FILE:1:20: error: a colon is missing before this",
		"  fix: write a colon between the name and its value",
		"FILE:2:2: error: a comma is missing before this",
		"  fix: write a comma after the value before",
		"FILE:2:13: error: the file ends too early",
		"  fix: add what is missing, and close what was opened",
		"FILE: 3 errors",
	]);
});

test("duplicate keys are reported once each, in both languages", async (context) => {
	const json = '{"basics": {"name": "Pat"}, "skills": [{"name": "C"}],\n"skills": [{"name": "C"}]}';
	assert.deepEqual((await report(await newFile(context, json))).lines, [
		"FILE:2:1: warning: skills: duplicate key; only the last is used",
		"  fix: join them, or remove all but one",
		"FILE: 1 warning",
	]);
	const yaml = "basics:\n  name: Pat\n  name: Sam\n";
	assert.deepEqual((await report(await newFile(context, yaml, "resume.yml"))).lines, [
		"FILE:3:3: warning: basics.name: duplicate key; only the last is used",
		"  fix: join them, or remove all but one",
		"FILE: 1 warning",
	]);
});

test("warnings alone end with 0, and with 1 if they are to be mended too", async (context) => {
	const { lines, exitCode } = await report(await newFile(context, '{"basics": {}}'));
	assert.deepEqual(lines, [
		"FILE:1:2: warning: basics.name: the résumé has no name",
		"  fix: add basics.name",
		"FILE: 1 warning",
	]);
	assert.equal(exitCode, 0);
	const file = await newFile(context, '{"basics": {}}');
	assert.equal((await runValidate(file, { isJson: true, isStrict: true, now })).exitCode, 1);
	assert.equal((await runValidate(sampleFile, { isJson: false, isStrict: true, now })).exitCode, 0);
});

test("what is private and not understood is an error, as the viewer shows nothing then", async (context) => {
	for (const [value, severity] of [
		['["basics.fon"]', "error"],
		["null", undefined],
		['"basics.phone"', undefined],
		["[7]", "error"],
		['[""]', "error"],
		['[["basics.phone"]]', "error"],
		['""', "error"],
		["7", "error"],
		['{"basics": true}', "error"],
	] as const) {
		const file = await newFile(context, `{"basics": {"name": "Pat", "phone": "1"}, "meta": {"private": ${value}}}`);
		const problems = (await validate(file, { now })).map((problem) => [problem.severity, problem.path.slice(0, 12)]);
		assert.deepEqual(problems, severity ? [[severity, "meta.private"]] : [], value);
		const isShown = await loadFile(file).then(
			() => true,
			() => false,
		);
		assert.equal(isShown, severity !== "error", value);
	}
});

test("what is refused as private is an error, whatever else is wrong in its place", async (context) => {
	const file = await newFile(context, '{"basics": {"name": "Pat", "phone": "1", "private": ["phone"]}}');
	const problems = (await validate(file, { now })).map(({ severity, path, message }) => [severity, path, message]);
	assert.deepEqual(problems, [["error", "basics.private", "this isn't read, so it hides nothing"]]);
});

test("what is private and not understood is an error in each language of the document", async (context) => {
	const languages = { de: { basics: { phone: "1" }, meta: { private: ["basics.fone"] } } };
	const file = await newFile(context, JSON.stringify({ basics: { name: "Pat" }, meta: { languages } }));
	assert.deepEqual(
		(await validate(file, { now })).map(({ severity, path, fix }) => [severity, path, fix]),
		[["error", "meta.languages.de.meta.private[0]", "did you mean basics.phone?"]],
	);
});

test("what is left of the starter is reported, and nothing that anyone may write", async (context) => {
	const problems = await validate(await newFile(context, starter(program.schema)), { now });
	assert.ok(
		problems.every(
			({ severity, message }) => severity === "warning" && message.endsWith("is still the starter's text"),
		),
	);
	const paths = problems.map(({ path }) => path);
	for (const path of ["basics.name", "basics.email", "education[0].courses[1]", "publications[0].authors[2].name"]) {
		assert.ok(paths.includes(path), path);
	}

	for (const path of ["education[0].studyType", "languages[0].language", "work[0].startDate", "meta.version"]) {
		assert.ok(!paths.includes(path), path);
	}
});

test("what isn't a résumé is reported as such", async (context) => {
	for (const text of ['{"name": "left-pad"}', "[]", '"x"']) {
		const { lines, exitCode } = await report(await newFile(context, text));
		assert.match(lines[0]!, /^FILE:1:1: error: this isn't a résumé/);
		assert.equal(exitCode, 1);
	}

	const wrapped = await report(await newFile(context, '{"data": {"basics": {"name": "Pat"}}}'));
	assert.match(wrapped.lines[0]!, /^FILE:1:10: error: data: the résumé is wrapped in something else/);
});

test("a date is in the future as of the given day, unless it's said to be expected", async (context) => {
	const file = await newFile(
		context,
		JSON.stringify({
			basics: { name: "Pat" },
			work: [
				{ name: "A", startDate: "2026-06" },
				{ name: "B", startDate: "2026-07" },
				{ name: "C", startDate: "2020", endDate: "2027", endDateExpected: true },
				{ name: "D", startDate: "2026-06-15", endDate: "2026-06-16" },
			],
		}),
	);
	const pathsOn = async (day: Date) => (await validate(file, { now: day })).map(({ path }) => path);
	assert.deepEqual(await pathsOn(now), ["work[1].startDate", "work[3].endDate"]);
	assert.deepEqual(await pathsOn(new Date(2026, 6, 1)), []);
});

test("additions to the standard are checked too", async (context) => {
	const document = {
		basics: { name: "Pat" },
		education: [
			{ institution: "S", endDateExpected: "yes", highlights: ["a", { title: "b", items: [{ items: [] }] }] },
		],
		publications: [
			{ name: "P", authors: ["A", { equalContribution: true }], links: [{ label: "x" }, "https://x.example"] },
		],
	};
	const problems = await validate(await newFile(context, JSON.stringify(document)), { now });
	assert.deepEqual(
		problems.map(({ severity, path, message }) => `${severity}: ${path}: ${message}`),
		[
			'warning: education[0].endDateExpected: true or false belongs here, not "yes"',
			'warning: publications[0].authors[1]: "name" is missing here',
			'warning: publications[0].links[0]: "url" is missing here',
		],
	);
});

test("for machines, one JSON object", async (context) => {
	const file = await newFile(context, '{"basics": {"name": 5}}');
	const { output, exitCode } = await runValidate(file, { isJson: true, now });
	assert.deepEqual(JSON.parse(output), {
		file,
		errors: 1,
		warnings: 0,
		problems: [
			{
				severity: "error",
				line: 1,
				column: 21,
				path: "basics.name",
				message: "a text belongs here, not 5",
				fix: 'write it in quotes: "5"',
			},
		],
	});
	assert.equal(exitCode, 1);
});

test("no control character of the file reaches the report", async (context) => {
	const file = await newFile(
		context,
		JSON.stringify({
			basics: { "na\u001B[31mme": 1, email: "\u001B]0;x\u0007\u202E", url: "\u009B1m" },
			"work\u0007": 1,
		}),
	);
	const { output } = await runValidate(file, { isJson: false, now });
	assert.doesNotMatch(output, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
});

test("a file that can't be read has no list of problems", async () => {
	await assert.rejects(validate("no/such/file.json", { now }), UserError);
});

test("the positions are those of the words in the file", async () => {
	const text = await readFile("data/starter.json", "utf8");
	const { parseJson } = await import("../../source/resume/parse/json.ts");
	const { parseYaml } = await import("../../source/resume/parse/yaml.ts");
	const lines = text.split("\n");
	const check = (value: unknown, place: (string | number)[]) => {
		for (const [key, child] of typeof value === "object" && value !== null ? Object.entries(value) : []) {
			const at = [...place, Array.isArray(value) ? Number(key) : key];
			// JSON is YAML, so that both must find the same.
			for (const { locate } of [json, yaml]) {
				const { line, column } = locate(at, "value");
				const rest = lines[line - 1]!.slice(column - 1);
				const start =
					typeof child === "string"
						? JSON.stringify(child)
						: typeof child === "object"
							? Array.isArray(child)
								? "["
								: "{"
							: String(child);
				assert.ok(rest.startsWith(start), `${at.join(".")}: ${rest}`);
			}
			check(child, at);
		}
	};
	const json = parseJson(text);
	const yaml = parseYaml(text.replaceAll("\t", " "));
	check(json.toValue(), []);
});

test("nothing is said of what is right", async (context) => {
	const person = { name: "Pat Doe" };
	for (const document of [
		{ basics: { ...person, summary: { de: "Ich koche.", en: "I cook." } } },
		{ $schema: "./schema.json", basics: person },
		{ $schema: "../node_modules/@jsonresume/schema/schema.json", basics: person },
		{ basics: { ...person, url: "https://x.org/Über", profiles: [{ network: "Weibo", url: "https://微博.cn/张" }] } },
		{ basics: person, projects: [{ name: "Oven", url: "https://x.org/Öfen?größe=ß" }] },
		{ basics: person, language: "ru" },
		{
			basics: { ...person, location: { city: "Bern", countryCode: "CH", region: "Bern" } },
			work: [{ name: "Acme", location: "Bern", summary: "In Bern, CH." }],
			meta: { private: ["basics.location"] },
		},
	]) {
		assert.deepEqual(await validate(await newFile(context, JSON.stringify(document)), { now }), []);
	}

	const yaml = "basics:\n  name: Pat Doe\nwork:\n  - name: Acme\n    startDate: 2019\n    endDate: 2021\n";
	assert.deepEqual(await validate(await newFile(context, yaml, "resume.yaml"), { now }), []);
});

test("the advice is to write what was meant", async (context) => {
	for (const [text, advice, as = "json"] of [
		['{"basics": {"name": "P"}, "references": 0}', "leave it out, or write the entries in [ ]"],
		['{"basics": {"name": "P"}, "skills": ["C"]}', 'write {"name": "C"}'],
		['{"basics": {"name": "P"}, "languages": ["German"]}', 'write {"language": "German"}'],
		[
			'{"basics": {"name": "P"}, "skills": [{"keywords": [{"React": "5 years"}]}]}',
			'write it in quotes: "React: 5 years"',
		],
		["basics: {name: P, phone: +8618630824731}", 'write it in quotes: "+8618630824731"', "yaml"],
		["basics: {name: P, location: {postalCode: 01234}}", 'write it in quotes: "01234"', "yaml"],
		["education: [{institution: S, score: 4.0}]\nbasics: {name: P}", 'write it in quotes: "4.0"', "yaml"],
		["work: [{name: A, startDate: 2012.10}]\nbasics: {name: P}", 'write "2012-10"', "yaml"],
		[
			"work:\n- name: A\n  highlights:\n  - Led the move to gas: cut the cost by 10%\nbasics: {name: P}",
			'write it in quotes: "Led the move to gas: cut the cost by 10%"',
			"yaml",
		],
	] as const) {
		const problems = await validate(await newFile(context, text, `resume.${as}`), { now });
		assert.deepEqual(
			problems.map(({ fix }) => fix),
			[advice],
			text,
		);
	}
});

test("a résumé in several languages is legal, and each of them is checked", async (context) => {
	const document = {
		basics: { name: "Ada", label: { de: "Köchin", en: "Cook" }, summary: "I cook.", summary_fr: "Je cuisine." },
		work: [{ name: "Bakery", highlights: { de: ["Brot"], en: ["Bread"] } }],
		meta: { language: "en", languages: { es: { work: [{ name: "X", startDate: "2019-13" }] } } },
	};
	const { lines } = await report(await newFile(context, JSON.stringify(document, undefined, 1)));
	assert.deepEqual(lines, [
		'FILE:31:20: warning: meta.languages.es.work[0].startDate: "2019-13" can\'t be read as a date, and is shown as it is',
		"  fix: write YYYY-MM-DD, YYYY-MM or YYYY",
		"FILE: 1 warning",
	]);
});

test("a name that the screens show isn't missing, and one beside basics or in parts is to be moved", async (context) => {
	const email = "zoe@flat.example";
	for (const [document, ...said] of [
		[{ name: "Zoe", contact: { email } }, 'warning: contact: JSON Resume calls this "basics"'],
		[{ name: "Zoe", basics: { email } }, 'warning: name: this belongs in "basics"'],
		[{ personal: { full_name: "Zoe" } }, 'warning: personal: JSON Resume calls this "basics"'],
		[{ basics: { fullName: "Zoe" } }, 'warning: basics.fullName: JSON Resume has no "fullName" here'],
		[
			{ basics: { firstName: "Zoe", lastName: "Flat" } },
			"warning: basics.name: this is missing, and other programs don't join it from its parts",
		],
		[{ basics: { email } }, "warning: basics.name: the résumé has no name"],
	] as const) {
		const { lines } = await report(await newFile(context, JSON.stringify(document)));
		const found = lines.flatMap((line) => /^FILE:\d+:\d+: (.*)/.exec(line)?.[1] ?? []);
		assert.deepEqual(found, said);
	}
});

/** The findings about a document, each with its path and its fix: "work[0].date: …; …". */
async function findingsOf(context: TestContext, document: object | string, name?: string): Promise<string[]> {
	const text = typeof document === "string" ? document : JSON.stringify(document);
	return (await validate(await newFile(context, text, name), { now })).map(
		({ path, message, fix }) => `${path}: ${message}; ${fix}`,
	);
}

test("a date that is understood has a fix of its own, in whichever field it is", async (context) => {
	const document = {
		basics: { name: "Pat" },
		work: [{ startDate: "2026 (expected)" }, { startDate: "2020", endDate: "expected June 2027" }],
		certificates: [
			{ name: "A", date: "2026 (expected)" },
			{ name: "B", date: "2010年8月" },
		],
		publications: [
			{ name: "C", releaseDate: "March 2020" },
			{ name: "D", releaseDate: "1399" },
		],
	};
	const wrong = (written: string) => `"${written}" isn't a date as JSON Resume writes it`;
	assert.deepEqual(await findingsOf(context, document), [
		`work[0].startDate: ${wrong("2026 (expected)")}; write "endDate": "2026" and "endDateExpected": true`,
		`work[1].endDate: ${wrong("expected June 2027")}; write "2027-06" and "endDateExpected": true`,
		`certificates[0].date: ${wrong("2026 (expected)")}; write "2026" and "endDateExpected": true`,
		`certificates[1].date: ${wrong("2010年8月")}; write "2010-08"`,
		`publications[0].releaseDate: ${wrong("March 2020")}; write "2020-03"`,
		`publications[1].releaseDate: "1399" isn't a year of the Gregorian calendar; write the year of that calendar`,
	]);
});

test("JSON5 is no mistake in a file of that name, and elsewhere each kind of it is one finding", async (context) => {
	const text = "// mine\n{basics: {name: 'Pat', label: 'Baker',},}\n";
	assert.deepEqual(await findingsOf(context, text, "resume.json5"), []);
	assert.deepEqual(await findingsOf(context, text, "resume.json"), [
		": JSON has no comments; remove it",
		': JSON has no keys without quotes (3 places); write "basics"',
		": JSON has no single quotes (2 places); write double quotes",
		": JSON has no comma before a closing bracket (2 places); remove it",
	]);
});

test("what is found in another format is at its place in that file", async (context) => {
	const text = `cv:
  name: Pat Doe
  sections:
    experience:
      - {company: Acme, position: Baker, start_date: 2020-13, end_date: 2021}
      - {company: Bake Co, position: Baker, start_date: 2019, end_date: 2018}
`;
	const { lines } = await report(await newFile(context, text, "cv.yaml"));
	assert.deepEqual(
		lines.filter((line) => /^FILE:\d/.test(line)),
		[
			"FILE:1:1: error: this is RenderCV, not JSON Resume",
			`FILE:5:54: warning: cv.sections.experience[0].start_date: "2020-13" can't be read as a date, and is shown as it is`,
			"FILE:6:73: warning: cv.sections.experience[1].end_date: this end (2018) is before the start (2019)",
		],
	);
});

test("a control character in a text is called one", async (context) => {
	assert.match((await findingsOf(context, '{"basics": {"name": "P\u0000at"}}'))[0]!, /control character in it/);
});
