import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseVCards } from "vcard4-ts";
import { printVcard } from "../../source/print/vcard.ts";
import { resumeOf } from "../helpers/resumes.ts";
import { anyResume, embedded, sample } from "./sample.ts";

function read(text: string) {
	const { vCards = [], nags } = parseVCards(text);
	assert.equal(nags, undefined, JSON.stringify(nags));
	assert.equal(vCards.length, 1);
	const card = vCards[0]!;
	// It would have commas escaped in addresses too, where RFC 6350 §3.4 has them in texts alone.
	const complaints = (card.nags ?? []).filter(
		({ key, attributes }) => !(key === "VALUE_UNESCAPED_COMMA" && attributes?.property === "URL"),
	);
	assert.deepEqual(complaints, []);
	assert.equal(card.hasErrors, false);
	return card;
}

test("a parser reads the embedded person back", () => {
	const { person } = embedded.resume;
	const card = read(printVcard(embedded.resume));
	assert.equal(card.VERSION.value, "4.0");
	assert.equal(card.FN[0].value, person.name);
	assert.equal(`${card.N?.value.givenNames} ${card.N?.value.familyNames}`, person.name);
	assert.equal(card.TITLE?.[0].value, person.role);
	assert.equal(card.ADR?.[0].value.streetAddress?.[0], person.place);
	assert.deepEqual(card.ADR?.[0].value.countryName, ["China"]);
	assert.deepEqual(card.ORG?.[0].value, ["Tsinghua University"]);
	const texts = [card.EMAIL?.[0].value, card.TEL?.[0].value?.replace("tel:", "")];
	assert.deepEqual(
		texts,
		person.contacts.map(({ text }) => text),
	);
});

test("the sample is folded and escaped as it stands here", () => {
	const person = {
		...sample.person,
		place: "a;b,c\\d",
		summary: ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "x"],
	};
	assert.equal(
		printVcard({ ...sample, person }),
		[
			"BEGIN:VCARD",
			"VERSION:4.0",
			"FN:Ada Example",
			"N:Example;Ada;;;",
			"TITLE:Maker of *things* & 东西",
			"ADR:;;a\\;b\\,c\\\\d;;;;",
			"EMAIL:ada@example.org",
			"TEL;VALUE=uri:tel:+41220000000",
			"URL:https://ada.example/",
			"NOTE:一二三四五六七八九十一二三四五六七八九十一二三",
			" 四五六七八九十\\nx",
			"LANG:en",
			"END:VCARD",
			"",
		].join("\r\n"),
	);
});

test("any person is read back whole, no line longer than 75 octets", () => {
	fc.assert(
		fc.property(anyResume, fc.boolean(), (resume, isShort) => {
			const { person } = resume;
			const text = printVcard(resume, { isShort });
			for (const line of text.split("\r\n")) {
				assert.ok(Buffer.byteLength(line) <= 75);
				assert.doesNotMatch(line, /[\r\n\uFFFD]/);
			}

			const card = read(text);
			assert.equal(card.FN[0].value, person.name);
			assert.equal(card.TITLE?.[0].value, isShort ? undefined : person.role);
			assert.equal(
				card.NOTE?.[0].value,
				isShort || person.summary.length === 0 ? undefined : person.summary.join("\n"),
			);
			const mails = person.contacts.filter(({ kind }) => kind === "mail").map((mail) => mail.text);
			assert.deepEqual(card.EMAIL?.map((mail) => mail.value) ?? [], mails);
		}),
		{ numRuns: 300 },
	);
});

/** The lines of a card, unfolded. */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

const names: [name: unknown, property: string][] = [
	["山田 太郎", "N:山田;太郎;;;"],
	["Ada Stern, PhD", "N:Stern;Ada;;;PhD"],
	["Martin Luther King Jr.", "N:King;Martin Luther;;;Jr."],
	["林澄子 (Sumiko Lin)", "N:林澄子 (Sumiko Lin);;;;"],
	["Sumiko Lin (林澄子)", "N:Lin;Sumiko;;;"],
	["Ada Stern (she/her)", "N:Stern;Ada;;;"],
	["Nguyễn Văn An", "N:Nguyễn Văn An;;;;"],
	["María José García López", "N:María José García López;;;;"],
	["Dr. José Luis Rodríguez Gómez, PhD", "N:José Luis Rodríguez Gómez;;;Dr.;PhD"],
	["Lin, Sumiko", "N:Lin;Sumiko;;;"],
	["Madonna", "N:Madonna;;;;"],
	[{ first: "Ada", middle: "Zoe", last: "Stern", suffix: "MD" }, "N:Stern;Ada;Zoe;;MD"],
];

for (const [name, property] of names) {
	test(`the name ${JSON.stringify(name)} is ${property}`, async (context) => {
		const resume = await resumeOf(context, { basics: { name } });
		for (const version of ["3.0", "4.0"] as const) {
			const lines = linesOf(printVcard(resume, { version }));
			assert.ok(lines.includes(property), lines.join("\n"));
			assert.ok(lines.includes(`FN:${resume.person.name.replaceAll(",", "\\,")}`), lines.join("\n"));
		}
	});
}

const whole = {
	basics: {
		name: "Ada Stern",
		label: "Baker",
		email: "ada@stern.example",
		phone: "+1 (415) 555-2671 ext. 12",
		image: "https://stern.example/ada.png",
		summary: "I bake.",
		location: { address: "Main St 1; left", postalCode: "53111", city: "Bonn", region: "NRW", countryCode: "DE" },
	},
	work: [
		{ name: "Old Inc", startDate: "2010", endDate: "2012" },
		{ name: "Acme, Sons", startDate: "2020" },
	],
};

test("a vCard without a label has the job of somebody at work, and the studies of a student", async (context) => {
	const work = [{ name: "Bakery Ltd", position: "Baker", startDate: "2020-01" }];
	const studies = { institution: "Uni Bonn", studyType: "BSc", area: "Chemistry", startDate: "2015-09" };
	const placeOf = async (document: object) =>
		linesOf(printVcard(await resumeOf(context, document))).filter((line) => /^(?:TITLE|ORG):/.test(line));
	const graduate = { basics: { name: "Ada" }, work, education: [{ ...studies, endDate: "2018-07" }] };
	assert.deepEqual(await placeOf(graduate), ["TITLE:Baker", "ORG:Bakery Ltd"]);
	const student = { basics: { name: "Ada" }, work, education: [studies] };
	assert.deepEqual(await placeOf(student), ["TITLE:BSc in Chemistry", "ORG:Uni Bonn"]);

	const jobs = [{ name: "Café", position: "Waiter", startDate: "2021" }, ...work];
	const manager = { name: "腾讯", position: "高级产品经理", startDate: "2020" };
	const chinese = { basics: { name: "陈伟", label: "产品经理" }, work: [manager], education: [studies] };
	assert.deepEqual(await placeOf(chinese), ["TITLE:产品经理", "ORG:腾讯"]);
	for (const [label, more, organization] of [
		["Student", [studies], "Uni Bonn"],
		["Head baker", [studies], "Bakery Ltd"],
		["Head baker", [], "Bakery Ltd"],
		["Good company", [], "Café"],
	] as const) {
		const said = await placeOf({ basics: { name: "Ada", label }, work: jobs, education: more });
		assert.deepEqual(said, [`TITLE:${label}`, `ORG:${organization}`]);
	}
});

test("a vCard has place, employer, role and picture in their fields; 3.0 in its own way", async (context) => {
	const resume = await resumeOf(context, whole);
	const common = [
		"FN:Ada Stern",
		"N:Stern;Ada;;;",
		"TITLE:Baker",
		"ORG:Acme\\, Sons",
		"ADR:;;Main St 1\\; left;Bonn;NRW;53111;Germany",
		"EMAIL:ada@stern.example",
	];
	assert.deepEqual(linesOf(printVcard(resume)), [
		"BEGIN:VCARD",
		"VERSION:4.0",
		...common,
		"TEL;VALUE=uri:tel:+14155552671;ext=12",
		"PHOTO:https://stern.example/ada.png",
		"NOTE:I bake.",
		"LANG:en",
		"END:VCARD",
		"",
	]);
	assert.deepEqual(linesOf(printVcard(resume, { version: "3.0" })), [
		"BEGIN:VCARD",
		"VERSION:3.0",
		...common,
		"TEL:+14155552671 x12",
		"PHOTO;VALUE=uri:https://stern.example/ada.png",
		"NOTE:I bake.",
		"END:VCARD",
		"",
	]);
});

test("a picture within the document is in the vCard as data", async (context) => {
	const data = "iVBORw0KGgo=";
	const resume = await resumeOf(context, { basics: { name: "Ada", image: `data:image/png;base64,${data}` } });
	assert.ok(linesOf(printVcard(resume)).includes(`PHOTO:data:image/png;base64,${data}`));
	assert.ok(linesOf(printVcard(resume, { version: "3.0" })).includes(`PHOTO;ENCODING=b;TYPE=PNG:${data}`));
	assert.doesNotMatch(printVcard(resume, { isForCode: true }), /PHOTO/);
});
