import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../source/errors.ts";
import { loadFile } from "../../source/resume/load.ts";
import { placesOf, removePlaces } from "../../source/resume/private.ts";
import { newFile } from "../helpers/files.ts";

const document = () => ({
	basics: { name: "Pat Doe", phone: "SECRET-phone", location: { address: "SECRET-street", city: "Town" } },
	work: [
		{ name: "Acme", supervisor: "SECRET-boss", lab: "SECRET-lab-0", highlights: ["seen", "SECRET-highlight"] },
		{ name: "Other", lab: "SECRET-lab-1" },
	],
	skills: [{ name: "SECRET-skill" }, { name: "C" }, { name: "SECRET-skill" }],
	references: [{ name: "SECRET-person" }],
	"own.section": [{ name: "kept" }],
});

const paths = [
	"basics.phone",
	"basics.location.address",
	"work[0].supervisor",
	"work.0.highlights[1]",
	"work.*.lab",
	"skills[0]",
	"skills.2",
	"references",
];

test("what is private is nowhere in what was loaded", async (context) => {
	const file = await newFile(context, JSON.stringify({ ...document(), meta: { private: paths, version: "v1" } }));
	const loaded = await loadFile(file);
	const everything = JSON.stringify(loaded);
	assert.doesNotMatch(everything, /SECRET/);
	assert.doesNotMatch(everything, /private/);
	assert.deepEqual(loaded.oddities, []);
	for (const kept of ["Pat Doe", "Town", "Acme", "Other", "seen", '"C"', "kept", "v1"]) {
		assert.ok(everything.includes(kept), kept);
	}
});

test("what the caller hides is nowhere either, in YAML too and in a wrapper", async (context) => {
	const file = await newFile(context, JSON.stringify({ resume: document() }), "resume.yaml");
	const everything = JSON.stringify(await loadFile(file, { hide: paths }));
	assert.doesNotMatch(everything, /SECRET/);
	assert.ok(everything.includes("Acme"));
});

/** What the loader makes of the document: the sentence that refuses it, without the file's name, or what it lets through. */
async function outcome(context: TestContext, document: unknown, hide: string[] = []): Promise<string> {
	const file = await newFile(context, typeof document === "string" ? document : JSON.stringify(document));
	return loadFile(file, { hide }).then(
		(loaded) => JSON.stringify(loaded),
		(error) => {
			assert.ok(error instanceof UserError, String(error));
			assert.equal(error.exitCode, 2);
			return error.message.replace(file, "FILE");
		},
	);
}

for (const [path, sentence] of Object.entries({
	"basics.fone": '"basics.fone" matches nothing; did you mean basics.phone?',
	"basics.Phone": '"basics.Phone" matches nothing; did you mean basics.phone?',
	phone: '"phone" matches nothing; did you mean basics.phone?',
	"/basics/phone": '"/basics/phone" matches nothing; did you mean basics.phone?',
	"basics..phone": '"basics..phone" isn\'t a path; did you mean basics.phone?',
	"work[0].phon": '"work[0].phon" matches nothing; did you mean basics.phone?',
	"work.supervisor": '"work.supervisor" matches nothing; did you mean work[*].supervisor?',
	"work[].lab": '"work[].lab" isn\'t a path; did you mean work[*].lab?',
	"work[*].supervisr": '"work[*].supervisr" matches nothing; did you mean work[*].supervisor?',
	"work[0].company": '"work[0].company" matches nothing; did you mean work[0].name?',
	"work[7].name": '"work[7].name" matches nothing; work has 2 items, counted from 0',
	"references[1]": '"references[1]" matches nothing; references has 1 item, counted from 0',
	"basics.location.adress": '"basics.location.adress" matches nothing; did you mean basics.location.address?',
	"basics.name.first":
		'"basics.name.first" matches nothing; write a path such as basics.phone, work[0].summary or work[*].location, or remove it',
	"own.section": '"own.section" matches nothing; did you mean ["own.section"]?',
	"": '"" isn\'t a path; write a path such as basics.phone, work[0].summary or work[*].location, or remove it',
	".": '"." isn\'t a path; write a path such as basics.phone, work[0].summary or work[*].location, or remove it',
})) {
	test(`nothing is shown if ${JSON.stringify(path)} is to be hidden, which isn't there`, async (context) => {
		const meta = { private: ["basics.phone", path] };
		const text = JSON.stringify({ ...document(), meta }, undefined, "\t");
		const line = text.split("\n").findLastIndex((each) => each.trim() === JSON.stringify(path)) + 1;
		assert.equal(await outcome(context, text), `FILE:${line}:4: meta.private[1]: ${sentence}`);
		assert.equal(await outcome(context, document(), ["basics.phone", path]), `--hide ${sentence}`);
	});
}

test("a path for several entries matches if one of them has it", async (context) => {
	const shown = await outcome(context, { ...document(), meta: { private: ["work[*].supervisor"] } });
	assert.doesNotMatch(shown, /SECRET-boss/);
	assert.match(shown, /SECRET-lab-1/);
});

test("the same in YAML, at its own place", async (context) => {
	const file = await newFile(context, "basics:\n  phone: 1\nmeta:\n  private:\n    - basics.fone\n", "resume.yaml");
	await assert.rejects(
		loadFile(file),
		new UserError(`${file}:5:7: meta.private[0]: "basics.fone" matches nothing; did you mean basics.phone?`),
	);
});

test("a list of private paths that isn't one is refused, and nothing of the document is said", async (context) => {
	for (const [value, sentence] of [
		[{ a: 1 }, 'meta.private: a list of paths belongs here; write ["basics.phone"], or remove it'],
		[7, 'meta.private: a list of paths belongs here; write ["basics.phone"], or remove it'],
		[false, 'meta.private: a list of paths belongs here; write ["basics.phone"], or remove it'],
		[
			[{ path: "basics.phone" }],
			'meta.private[0]: this isn\'t a path; write a text such as "basics.phone", or remove it',
		],
		[[["basics.phone"]], 'meta.private[0]: this isn\'t a path; write a text such as "basics.phone", or remove it'],
		[[7], 'meta.private[0]: this isn\'t a path; write a text such as "basics.phone", or remove it'],
	] as const) {
		const said = await outcome(context, { ...document(), meta: { private: value } });
		assert.equal(said.replace(/^FILE:1:\d+: /, ""), sentence);
	}
});

test("a hidden location hides what the person's own fields say of it", async (context) => {
	const basics = { name: "Pat", city: "SECRET-city", Postal_Code: "SECRET-code", location: { city: "SECRET-city" } };
	const shown = await outcome(context, { basics, meta: { private: ["basics.location"] } });
	assert.doesNotMatch(shown, /SECRET/);
	const partly = await outcome(context, { basics, meta: { private: ["basics.location.city"] } });
	assert.doesNotMatch(partly, /SECRET-city/);
	assert.match(partly, /SECRET-code/);
});

test("a hidden country hides the code that names it, and a part of a place its other names", async (context) => {
	const location = {
		city: "Bonn",
		country: "Germany",
		countryCode: "DE",
		zip: "SECRET-code",
		postalCode: "SECRET-code",
	};
	const document = {
		basics: { name: "Pat", countryCode: "DE", location },
		work: [{ name: "Acme", location: { ...location, city: "Berlin" } }],
	};
	for (const key of ["country", "countryCode"]) {
		const paths = [`basics.location.${key}`, `work[0].location.${key}`];
		assert.doesNotMatch(await outcome(context, { ...document, meta: { private: paths } }), /German|"DE"|\bDE\b/);
	}

	const paths = ["basics.location.zip", "work[0].location.postalCode"];
	assert.doesNotMatch(await outcome(context, { ...document, meta: { private: paths } }), /SECRET/);
});

test("a hidden name isn't shown from beside basics, nor the other way round", async (context) => {
	for (const [path, basics] of [
		["basics.name", { name: "SECRET" }],
		["name", { name: "SECRET" }],
		["name", { email: "pat@doe.example" }],
	] as const) {
		const beside = { name: "SECRET", firstName: "SECRET" };
		assert.doesNotMatch(
			await outcome(context, { ...beside, basics, meta: { private: [path, "firstName"] } }),
			/SECRET/,
		);
	}
});

test("a hidden section hides nothing of the person but the name", async (context) => {
	const document = {
		basics: { name: "Pat", summary: "I bake." },
		objective: "SECRET",
		meta: { private: ["objective"] },
	};
	const shown = await outcome(context, document);
	assert.match(shown, /I bake/);
	assert.doesNotMatch(shown, /SECRET/);
});

test("a name that was likely meant to be meta.private is refused", async (context) => {
	const paths = ["basics.phone"];
	for (const [where, more] of [
		...[
			"Private",
			"privat",
			"PRIVATE",
			"privates",
			"hidden",
			"hide",
			"secret",
			"private_paths",
			"exclude",
			"privé",
			"versteckt",
			"私有",
			"приватные",
			"비공개",
			"非公開",
		].map((name) => [`meta.${name}`, { meta: { [name]: paths } }] as const),
		...["private", "Private", "privat", "hidden", "_private"].map((name) => [name, { [name]: paths }] as const),
	]) {
		assert.match(
			await outcome(context, { ...document(), ...more }),
			new RegExp(
				`^FILE:1:\\d+: ${where.replaceAll("_", ".")}: this isn't read, so it hides nothing; did you mean meta\\.private\\?`,
			),
			where,
		);
	}

	for (const [where, more] of [
		["Meta.private", { Meta: { private: paths } }],
		["metadata.private", { metadata: { private: "basics.phone" } }],
		["basics.private", { basics: { ...document().basics, private: ["phone"] } }],
		["basics.hidden", { basics: { ...document().basics, hidden: ["phone", "location"] } }],
		["meta.private", { "meta.private": paths }],
		["basics.private", { "basics.private": ["phone"] }],
		["meta", { meta: "private: basics.phone" }],
		["meta", { meta: ["private", "basics.phone"] }],
		["meta", { meta: ["basics.phone"] }],
	] as const) {
		const said = await outcome(context, { ...document(), ...more });
		assert.match(said, new RegExp(`^FILE:1:\\d+: ${where}: this isn't read`), said);
	}

	for (const harmless of [
		{ meta: { Private: [], hidden: null, theme: "even", version: "v1" } },
		{ projects: [{ name: "Oven", hidden: "a gem", private: "no" }], secret: null },
		{ meta: "written in May" },
		{ meta: ["even", "v1.2"] },
		{ pirates: [{ name: "Sail" }], Privateering: ["basics"] },
	]) {
		assert.match(await outcome(context, { ...document(), ...harmless }), /SECRET/);
	}
});

test("it must be clear which list counts", async (context) => {
	for (const text of [
		'{"basics": {"phone": "SECRET"}, "meta": {"private": ["basics.phone"]}, "meta": {"version": "v1"}}',
		'{"basics": {"phone": "SECRET"}, "meta": {"private": ["basics.phone"], "private": []}}',
		'{"resume": {"basics": {"phone": "SECRET"}, "meta": {"private": ["basics.phone"]}, "meta" : {}}}',
		"basics: {phone: SECRET}\nmeta: {private: [basics.phone]}\nmeta: {version: v1}\n",
	]) {
		const file = await newFile(context, text, "resume");
		await assert.rejects(loadFile(file), (error) => {
			assert.ok(error instanceof UserError);
			assert.match(
				error.message.slice(file.length),
				/^:\d:\d+: .*duplicate key; only the last is used, so it isn't clear what is private; join them$/,
			);
			return true;
		});
	}
});

test("around a wrapped résumé no list is read, and nothing is shown", async (context) => {
	for (const around of [{ meta: { private: ["basics.phone"] } }, { private: ["basics.phone"] }]) {
		assert.match(await outcome(context, { resume: document(), ...around }), /^FILE:1:\d+: (?:meta\.)?private: /);
	}
});

test("an object that says so itself is hidden", async (context) => {
	const marks = [
		...[{ hide: true }, { hidden: "true" }, { private: true }, { isHidden: true }, { is_private: true }],
		...[{ hide: "yes" }, { hidden: 1 }, { private: "On" }, { disabled: true }],
		...[{ visible: false }, { visible: "no" }, { show: false }, { enabled: false }, { display: "off" }],
	];
	const work = [...marks.map((mark) => ({ name: "SECRET", ...mark })), { name: "Acme", hide: false, visible: true }];
	const shown = await outcome(context, { basics: { name: "Pat", profiles: [{ url: "x.example", hide: true }] }, work });
	assert.doesNotMatch(shown, /SECRET|x\.example/);
	assert.match(shown, /Acme/);
});

const contact = {
	basics: {
		name: "Pat Doe",
		email: "pat@doe.example",
		phone: "+41 79 555 01 23",
		url: "https://www.pat.example/",
		website: "http://pat.example",
		summary: "I bake.",
		location: { address: "1 Lane", city: "Town" },
		summary_de: "Ich backe.",
		profiles: [
			{ network: "GitHub", username: "pat", url: "https://github.com/pat" },
			{ network: "Mail", url: "mailto:pat@doe.example" },
			{ network: "Phone", username: "0041 (0)79 555 01 23" },
			{ network: "Mobile", username: "079 555 01 23" },
		],
	},
	work: [
		{
			name: "Acme",
			company: "Acme",
			startDate: "2019-01",
			endDate: "2021",
			dates: "2019-2021",
			url: "https://acme.example",
		},
		{ name: "Other", url: "https://acme.example/" },
	],
	projects: [{ name: "Oven", url: "https://oven.example", links: [{ label: "me", url: "github.com/pat/" }] }],
	publications: [
		{ name: "Bread", doi: "10.1000/xyz", url: "https://doi.org/10.1000/xyz", releaseDate: "2020-05", year: 2020 },
	],
};

for (const [path, gone] of Object.entries({
	"basics.url": /pat\.example/,
	"basics.website": /pat\.example/,
	"basics.email": /pat@doe/,
	"basics.phone": /555 01 23/,
	"basics.profiles[0].url": /github\.com\/pat|"pat"|GitHub/i,
	"basics.profiles[0].username": /github\.com\/pat|"pat"/i,
	"projects[0].links[0].url": /github\.com\/pat|"pat"/i,
	"basics.summary": /bake|backe/,
	"basics.summary_de": /bake|backe/,
	"work[0].name": /"Acme"/,
	"work[0].company": /"Acme"/,
	"work[0].startDate": /2019/,
	"work[0].endDate": /2019|2021|isOngoing":true/,
	"publications[0].doi": /xyz/,
	"publications[0].url": /xyz/,
	"publications[0].releaseDate": /2020/,
})) {
	test(`the other places of the same fact are hidden with ${path}`, async (context) => {
		assert.match(await outcome(context, contact), gone);
		const shown = await outcome(context, { ...contact, meta: { private: [path] } });
		assert.match(shown, /^\{/, shown);
		assert.doesNotMatch(shown, gone);
	});
}

test("what is private is so in each language of the document", async (context) => {
	const basics = { name: "Pat", phone: "+41 79 555 01 23", summary: { de: "GEHEIM", en: "SECRET" } };
	const languages = { de: { basics: { phone: "079 555 01 23", summary: "GEHEIM" } } };
	const meta = { private: ["basics.phone", "basics.summary"], languages };
	assert.doesNotMatch(await outcome(context, { basics, meta }), /555|GEHEIM|SECRET/);
});

test("an entry that's hidden as a whole hides nothing of another", async (context) => {
	const shown = await outcome(context, { ...contact, meta: { private: ["work[0]"] } });
	assert.doesNotMatch(shown, /"Acme"/);
	assert.match(shown, /https:\/\/acme\.example\//);
});

test("an address or number must not be in a text while it's private", async (context) => {
	for (const [path, text, where] of [
		["basics.phone", "Call me: 079 555 01 23!", "summary"],
		["basics.phone", "(+41 79 555-01-23)", "summary"],
		["basics.email", "Write to <pat@doe.example>.", "summary"],
		["basics.url", "More on pat.example.", "summary"],
		["basics.location.address", "I live at 1 Lane, Town.", "summary"],
	] as const) {
		const basics = { ...contact.basics, [where]: text };
		assert.match(
			await outcome(context, { ...contact, basics, meta: { private: [path] } }),
			new RegExp(
				`^FILE:1:\\d+: basics\\.${where}: ${path} is private, but this text says it too; take it out of the text`,
			),
			text,
		);
	}
});

test("a name that is private isn't made of its parts", async (context) => {
	const basics = { name: "SECRET-a SECRET-b", firstName: "SECRET-a", lastName: "SECRET-b", label: "Baker" };
	const shown = await outcome(context, { basics, meta: { private: ["basics.name"] } });
	assert.match(shown, /Baker/);
	assert.doesNotMatch(shown, /SECRET/);
});

test("a short number is private in a text as well", async (context) => {
	for (const phone of ["+1 555", ["+1 555"], { home: "+1 555" }]) {
		const basics = { name: "Pat", phone, summary: "Call +1 555." };
		assert.match(
			await outcome(context, { basics, meta: { private: ["basics.phone"] } }),
			/^FILE:1:\d+: basics\.summary: basics\.phone\S* is private, but this text says it too; take it out of the text/,
		);
	}
});

test("another private text that appears elsewhere is reported, and a place or a date isn't", async (context) => {
	const document = {
		basics: { name: "Pat", summary: "With Sam Boss of Bern in 2020.", location: { city: "Bern", address: "1 Lane" } },
		work: [{ name: "Acme", supervisor: "Sam Boss", startDate: "2020", location: "Bern" }],
		meta: { private: ["basics.location", "work[0].supervisor", "work[0].startDate", "work[0].location"] },
	};
	const file = await newFile(context, JSON.stringify(document));
	assert.deepEqual((await loadFile(file)).warnings, [
		`${file}: basics.summary: work[0].supervisor is private, but this text says it too; take it out of the text, if it's to be hidden`,
	]);
});

test("a list of private paths counts in a wrapper as well", async (context) => {
	const wrapped = [{ ...document(), meta: { private: paths } }];
	const everything = JSON.stringify(await loadFile(await newFile(context, JSON.stringify(wrapped))));
	assert.doesNotMatch(everything, /SECRET/);
});

test("several paths in one text are no path, and it's said how to write them", async (context) => {
	const several = "basics.phone, basics.email";
	assert.equal(
		await outcome(context, document(), [several]),
		`--hide "${several}" matches nothing; repeat the option: --hide basics.phone --hide basics.email`,
	);
	assert.match(
		await outcome(context, { ...document(), meta: { private: several } }),
		/: meta\.private: "basics\.phone, basics\.email" matches nothing; write a list: \["basics\.phone", "basics\.email"\]$/,
	);
});

test("one path, not in a list, is a path", async (context) => {
	const { document } = await loadFile(
		await newFile(context, JSON.stringify({ basics: { name: "Pat", phone: "1" }, meta: { private: "basics.phone" } })),
	);
	assert.deepEqual(document, { basics: { name: "Pat" }, meta: {} });
});

test("list places are those of the document, whatever is removed before", () => {
	const value = { list: ["a", "b", "c", "d"], deep: [{ items: [1, 2] }, { items: [3, 4] }] };
	const paths = ["list[0]", "list.2", "deep[0]", "deep[1].items[0]", "list.0", "list[9]"];
	removePlaces(
		value,
		paths.flatMap((path) => placesOf(value, path)),
	);
	assert.deepEqual(value, { list: ["b", "d"], deep: [{ items: [4] }] });
});

test("any place of any document can be named, and then is gone", () => {
	const key = fc.string({ minLength: 1 }).filter((text) => /^[^.[\]*$\s"']+$/.test(text));
	const json = fc.letrec((tie) => ({
		value: fc.oneof({ depthSize: "small" }, fc.constant("x"), fc.array(tie("value")), fc.dictionary(key, tie("value"))),
	})).value;
	fc.assert(
		fc.property(fc.dictionary(key, json, { minKeys: 1 }), fc.nat(), (value, choice) => {
			const places: (string | number)[][] = [];
			const visit = (item: unknown, place: (string | number)[]) => {
				if (typeof item === "object" && item !== null) {
					for (const [name, child] of Object.entries(item)) {
						const at = [...place, name];
						places.push(at);
						visit(child, at);
					}
				}
			};
			visit(value, []);
			const place = places[choice % places.length]!;
			let parent: unknown = value;
			for (const step of place.slice(0, -1)) {
				parent = (parent as Record<string, unknown>)[step];
			}
			const size = Object.keys(parent as object).length;
			removePlaces(value, placesOf(value, place.join(".")));
			assert.equal(Object.keys(parent as object).length, size - 1);
		}),
	);
});
