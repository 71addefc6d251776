import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { UserError } from "../../source/errors.ts";
import { checkBeside } from "../../source/new/beside-package.ts";
import { newFolder } from "../helpers/files.ts";

const document = {
	basics: { name: "Ada Stern", phone: "+49 170 1234567", location: { address: "Secret Street 5", city: "Bonn" } },
	work: [{ name: "Acme", supervisor: "Bob Boss" }],
};

/** What is said of a card whose README says `readme`, while the paths are private. */
async function said(context: TestContext, readme: string, hidden: string[]): Promise<string[]> {
	const folder = await newFolder(context);
	await writeFile(path.join(folder, "resume.json"), JSON.stringify({ ...document, meta: { private: hidden } }));
	await writeFile(path.join(folder, "README.md"), readme);
	await writeFile(path.join(folder, "package.json"), '{\n  "description": "Of Ada Stern"\n}');
	await mkdir(path.join(folder, "license"));
	// npm doesn't publish it.
	await writeFile(path.join(folder, "notes.md"), "0170 1234567, Secret Street 5, Bob Boss");
	const warnings: string[] = [];
	await checkBeside(folder, "resume.json", (sentence) => warnings.push(sentence));
	return warnings;
}

const end = "is private, but this text says it too; take it out before you publish";

test("a card isn't packed while its README says how to reach someone in private", async (context) => {
	for (const [readme, hidden, sentence] of [
		["# Ada\n\nCall 0170 1234567.", "basics.phone", `README.md:3: basics.phone ${end}`],
		["Secret Street 5, Bonn", "basics.location", `README.md:1: basics.location.address ${end}`],
	] as const) {
		await assert.rejects(said(context, readme, [hidden]), new UserError(sentence));
	}
});

test("other private texts in what npm publishes get a warning, and what isn't there none", async (context) => {
	assert.deepEqual(await said(context, "With Bob Boss.", ["work[0].supervisor", "basics.name"]), [
		`README.md:1: work[0].supervisor ${end}`,
		`package.json:2: basics.name ${end}`,
	]);
	assert.deepEqual(await said(context, "# Ada", ["basics.phone", "basics.location"]), []);
	assert.deepEqual(await said(context, "Call 0170 1234567.", []), []);
});
