import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { type Loaded, loadDocument, loadFile, reload } from "../../source/resume/load.ts";
import { newFolder } from "../helpers/files.ts";
import { textsOf } from "../helpers/texts.ts";

/** The files in a folder of their own, by name. @returns the folder. */
async function folderOf(context: TestContext, files: Record<string, unknown>): Promise<string> {
	const folder = await newFolder(context);
	for (const [name, content] of Object.entries(files)) {
		await writeFile(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
	}

	return folder;
}

const load = (document: unknown, language?: string) =>
	loadDocument(document, "the document", language === undefined ? {} : { language });
const titlesOf = ({ resume }: Loaded) => resume.sections.map(({ title }) => title);
const datesOf = ({ resume }: Loaded) =>
	resume.sections.flatMap(({ entries }) => entries.map(({ dates }) => dates?.text));

const document = {
	basics: { name: "Ada Stern", summary: { de: "Ich koche.", en: "I cook." } },
	work: [{ name: "Bakery", position: { de: "Bäckerin", en: "Baker" }, startDate: "2019-03" }],
	education: [{ studyType: "BSc", area: "Physik", institution: "TU Wien", courses: ["Optik"], endDate: "2018-07" }],
};

test("a text in several languages is shown in one, never joined", async () => {
	const german = await load(document);
	assert.deepEqual([german.resume.language, german.resume.languages], ["de", ["de", "en"]]);
	assert.deepEqual(german.resume.person.summary, ["Ich koche."]);
	assert.deepEqual(titlesOf(german), ["Über mich", "Berufserfahrung", "Ausbildung"]);
	assert.deepEqual(datesOf(german).slice(1), ["März 2019 – heute", "Juli 2018"]);
	assert.match(JSON.stringify(german.document), /koche.*I cook/, "it has all its languages");
	const english = await load(document, "en");
	assert.deepEqual(english.resume.person.summary, ["I cook."]);
	assert.deepEqual(titlesOf(english), ["About", "Work", "Education"]);
	assert.deepEqual(datesOf(english).slice(1), ["Mar 2019 – Now", "Jul 2018"]);
	assert.doesNotMatch(JSON.stringify(english.document), /koche|Bäckerin/);
});

test("a loaded résumé can be had in another of its languages", async () => {
	const english = await reload(await load(document), { language: "en" });
	assert.deepEqual(english.resume, (await load(document, "en")).resume);
	assert.deepEqual((await reload(english, { language: "de-AT" })).resume, (await load(document)).resume);
	const one = await load({ basics: { name: "Ada" } });
	assert.equal(one.translations, undefined);
});

test("a language that it isn't in is refused, with the choices", async () => {
	await assert.rejects(load(document, "fr"), { message: `the résumé isn't in "fr"; choose from de, en` });
	await assert.rejects(load(document, "german"), { message: /^"german" isn't a language tag, such as de or zh-Hans$/ });
	await assert.rejects(load({ basics: { name: "Ada" } }, "it"), { message: /choose from ar, de, en, / });
});

test("the words of ours are in the language that is asked for", async () => {
	const french = await load({ basics: { name: "Ada" }, work: [{ name: "X", startDate: "2019-01" }] }, "fr");
	assert.deepEqual([titlesOf(french), datesOf(french)], [["Expérience professionnelle"], ["janv. 2019 – aujourd’hui"]]);
});

test("files beside each other are one résumé in several languages", async (context) => {
	const folder = await folderOf(context, {
		"resume.json": { basics: { name: "Ada Stern", label: "Head of the kitchen" }, work: [{ name: "Bakery" }] },
		"resume.de.yaml": "basics: {name: Ada Stern, label: Köchin}\nwork: [{name: Bäckerei}]\n",
		"resume.zh-Hans.json": { basics: { name: "Ada Stern", label: "厨师" } },
		"resume.old.json": "broken",
		"other.fr.json": "broken",
		"resume.fr.txt": "broken",
	});
	const file = path.join(folder, "resume.json");
	const english = await loadFile(file);
	assert.deepEqual(english.resume.languages, ["en", "de", "zh-Hans"]);
	assert.equal(english.resume.person.headline, "Head of the kitchen");
	const german = await loadFile(file, { language: "de" });
	assert.equal(german.resume.person.headline, "Köchin");
	assert.deepEqual(german.resume.sections[0]!.entries[0]!.title, "Bäckerei");
	assert.deepEqual((await loadFile(file, { language: "zh" })).resume.sections, []);
	const opened = await loadFile(path.join(folder, "resume.de.yaml"));
	assert.deepEqual([opened.resume.language, opened.resume.person.headline], ["de", "Köchin"]);
	assert.deepEqual([...opened.resume.languages].sort(), ["de", "en", "zh-Hans"]);
});

test("what is wrong in a file beside another is reported for that file", async (context) => {
	const folder = await folderOf(context, {
		"resume.json": { basics: { name: "Ada" } },
		"resume.de.json": '{"basics": {"name": "Ada"}\n',
	});
	await assert.rejects(loadFile(path.join(folder, "resume.json")), { message: /resume\.de\.json:2:1: / });
	await writeFile(
		path.join(folder, "resume.de.json"),
		'{"basics": {"name": "Ada"},\n"meta": {"private": ["basics.fone"]}}',
	);
	await assert.rejects(loadFile(path.join(folder, "resume.json")), {
		message: /resume\.de\.json:2:22: .*"basics\.fone" matches nothing/,
	});
});

test("a document of languages alone is shown in its first", async () => {
	const each = { de: { basics: { name: "Ada", label: "Köchin" } }, en: { basics: { name: "Ada", label: "Cook" } } };
	for (const whole of [each, { meta: { languages: each } }]) {
		const loaded = await load(whole);
		assert.deepEqual(loaded.resume.languages, ["de", "en"]);
		assert.equal(loaded.resume.person.headline, "Köchin");
		assert.equal((await load(whole, "en")).resume.person.headline, "Cook");
	}
});

test("what is private is so in every language, wherever the path is written", async (context) => {
	const secret = /secret/;
	const text = (loaded: Loaded) => JSON.stringify([textsOf(loaded.resume), loaded.document, loaded.translations]);
	const name = "Ada";
	for (const [hidden, paths] of [
		[{ basics: { name, label: { de: "secret", en: "secret" } } }, ["basics.label"]],
		[{ basics: { name, label: { de: "secret", en: "Cook" } } }, ["basics.label.de"]],
		[{ basics: { name, label: "secret", label_fr: "secret", de_label: "secret" } }, ["basics.label"]],
		[{ basics: { name, label: "Cook", label_fr: "secret" } }, ["basics.label_fr"]],
		[{ basics: { name }, work: [{ name: "A", lab: { de: "secret", en: "secret" } }] }, ["work[*].lab"]],
		[{ basics: { name }, work: [{ name: "secret" }], work_fr: [{ name: "secret" }] }, ["work[0]"]],
		[
			{
				basics: { name, label: "secret" },
				meta: { languages: { fr: { basics: { name, label: "secret" } }, es: { basics: { label: "secret" } } } },
			},
			["basics.label"],
		],
		// Documents that are never shown, but are in the document that is printed.
		[
			{
				basics: { name, label: "secret" },
				meta: { languages: { deutsch: { basics: { label: "secret" } }, note: "x" } },
			},
			["basics.label"],
		],
		[
			{ basics: { name, label: "secret" }, meta: { languages: [{ language: "de", basics: { label: "secret" } }] } },
			["basics.label"],
		],
	] as const) {
		const meta = { ...("meta" in hidden ? hidden.meta : {}), private: paths };
		for (const language of (await load({ ...hidden, meta })).resume.languages) {
			assert.doesNotMatch(text(await load({ ...hidden, meta }, language)), secret, JSON.stringify(hidden));
		}

		assert.doesNotMatch(text(await loadDocument(hidden, "it", { hide: paths })), secret);
	}

	const folder = await folderOf(context, {
		"resume.json": { basics: { name, phone: "secret", label: "Cook" }, meta: { private: ["basics.phone"] } },
		"resume.de.json": {
			basics: { name, phone: "secret", label: "Köchin", email: "secret@example.org" },
			meta: { private: ["basics.email"] },
		},
		"resume.fr.json": { basics: { name, phone: "secret", email: "secret@example.org" } },
	});
	for (const file of ["resume.json", "resume.de.json", "resume.fr.json"]) {
		for (const language of ["de", "fr", "en"]) {
			const loaded = await loadFile(path.join(folder, file), { language }).catch((error: Error) => error);
			assert.doesNotMatch(loaded instanceof Error ? loaded.message : text(loaded), secret, `${file} ${language}`);
		}
	}
});

test("the fields of a publication and a picture are called what the language calls them", async () => {
	const { resume } = await load({
		basics: { name: "Jörg Müller", image: "https://mueller.example/joerg.jpg" },
		publications: [
			{ name: "Über Brot", journal: "Zeitschrift für Brot", volume: 26, issue: "2", pages: "1-9", edition: "3" },
		],
		meta: { language: "de" },
	});
	const [about, publications] = resume.sections;
	assert.equal(about!.entries[0]!.body[0]!.spans[0]!.text, "Bild: ");
	assert.deepEqual(publications!.entries[0]!.details, [
		"Zeitschrift für Brot",
		"Band: 26",
		"Heft: 2",
		"Seiten: 1-9",
		"Auflage: 3",
	]);
});
