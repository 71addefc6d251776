import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { UserError } from "../../../source/errors.ts";
import { loadFile } from "../../../source/resume/load.ts";
import { validate } from "../../../source/resume/validate/index.ts";
import { newFile, newFolder } from "../../helpers/files.ts";
import { textsOf } from "../../helpers/texts.ts";

/** The files as LinkedIn writes them, in a folder. */
async function folderOf(context: TestContext, files: Record<string, string>): Promise<string> {
	const folder = await newFolder(context);
	for (const [name, text] of Object.entries(files)) {
		await writeFile(path.join(folder, name), text);
	}

	return folder;
}

const files = {
	"Profile.csv":
		'\uFEFFFirst Name,Last Name,Address,Birth Date,Headline,Summary,Geo Location\r\nPat,Doe,1 Lane,"Jan 1, 1980",Baker,"I bake.\r\n\r\nI said ""hi"".","Bern, Switzerland"\r\n',
	"Positions.csv":
		'Company Name,Title,Description,Started On,Finished On\n"Acme, Inc",Head baker,"• Bread\n• Rolls",Jan 2018,\nOld Co,Baker,,2010,Dec 2017\n',
	"Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\npat@doe.example,Yes,Yes,1/1/20\n",
	"messages.csv": 'From,Content\n"unclosed and secret',
};

test("the folder of LinkedIn's data export is read, and of it only what belongs in a résumé", async (context) => {
	const folder = await folderOf(context, files);
	const { resume, document, oddities } = await loadFile(folder);
	const texts = textsOf(resume);
	for (const text of [
		"Pat Doe",
		"Bern, Switzerland",
		"I bake.",
		'I said "hi".',
		"Acme, Inc",
		"2010 – Dec 2017",
		"Rolls",
	]) {
		assert.ok(texts.includes(text), `${text} is not in ${texts.join("\n")}`);
	}

	assert.equal(resume.person.contacts[0]!.text, "pat@doe.example");
	assert.doesNotMatch(JSON.stringify(document), /secret|1 Lane|1980/);
	assert.equal(oddities.length, 1);
	assert.deepEqual(
		(await validate(folder, { now: new Date() })).map(({ message }) => message),
		["this is LinkedIn's data export, not JSON Resume"],
	);
});

test("what holds a résumé and isn't read is called what it is", async (context) => {
	const folder = await newFolder(context);
	const directory = "this is a directory; name the résumé file in it, such as resume.json";
	await assert.rejects(loadFile(folder), new UserError(`${folder}: ${directory}`));
	const other = await folderOf(context, { "messages.csv": "From\nme\n" });
	await assert.rejects(loadFile(other), new UserError(`${other}: ${directory}`));
	for (const [name, text, sentence] of [
		["cv.pdf", "%PDF-1.7\n", "this is a PDF; a résumé is read from JSON or YAML"],
		[
			"export.zip",
			"PK\u0003\u0004",
			"this is a ZIP archive or a Word document; unpack LinkedIn's export and name the folder; else save the résumé as JSON or YAML",
		],
		["Positions.csv", files["Positions.csv"], "this is one table; name the folder of LinkedIn's export that it's in"],
	] as const) {
		const file = await newFile(context, text, name);
		await assert.rejects(loadFile(file), new UserError(`${file}: ${sentence}`));
	}

	const broken = await folderOf(context, { "Profile.csv": 'First Name\n"Pat' });
	await assert.rejects(loadFile(broken), /Profile\.csv:2:1: this quote isn't closed; unpack the export again$/);
});
