import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answers, cardNamed, licenseOf, mailProblem } from "../../source/new/answers.ts";
import { cardFiles } from "../../source/new/files/index.ts";
import { starterCard } from "../../source/new/starter-card.ts";
import { loadDocument } from "../../source/resume/load.ts";
import { seed } from "../helpers/sample.ts";

const answers: Answers = { packageName: "my-card", name: "Ada *Stern*", license: "MIT", hasDeploy: true };
const engine = { name: "the-engine", version: "3.2.1" };

async function filesOf(given: Answers) {
	const text = starterCard(given);
	const { resume } = await loadDocument(JSON.parse(text), "resume.json");
	return cardFiles({
		answers: given,
		resume,
		source: { name: "resume.json", text },
		engine,
		picture: "<svg/>",
		year: 2030,
	});
}

test("a card has what its owner edits, runs, checks and publishes", async () => {
	const files = await filesOf(answers);
	assert.deepEqual([...files.keys()].sort(), [
		".github/workflows/check.yml",
		".github/workflows/page.yml",
		".github/workflows/publish.yml",
		".gitignore",
		"LICENSE",
		"README.md",
		"bin.cjs",
		"deploy/Containerfile",
		"deploy/README.md",
		"deploy/my-card.service",
		"package.json",
		"picture.svg",
		"resume.json",
	]);
	assert.equal(files.get("bin.cjs")!.trimEnd().split("\n").length, 3);
	assert.match(files.get("README.md")!, /^# Ada \\\*Stern\\\*\n/);
	assert.match(files.get("README.md")!, /^npx my-card$/m);
	assert.match(files.get("LICENSE")!, /^Copyright \(c\) 2030 Ada \*Stern\*$/m);
	const manifest = JSON.parse(files.get("package.json")!);
	assert.deepEqual([manifest.name, manifest.license, manifest.dependencies], ["my-card", "MIT", undefined]);
});

test("a card keeps all rights and has no server unless that is chosen", async () => {
	const files = await filesOf({ ...answers, license: "none", hasDeploy: false });
	assert.equal(files.get("LICENSE"), undefined);
	assert.equal(JSON.parse(files.get("package.json")!).license, "UNLICENSED");
	assert.deepEqual(
		[...files.keys()].filter((name) => name.startsWith("deploy/")),
		[],
	);
});

test("a card names the engine in one line, and the engine's first owner nowhere", async () => {
	const all = [...(await filesOf(answers)).values()].join("\n");
	assert.equal(all.split("\n").filter((line) => line.includes(engine.name)).length, 1);
	const [owner] = seed.trim().split("\n");
	for (const word of [...owner!.split(" "), "Tsinghua", "zhen-zhang"]) {
		assert.doesNotMatch(all, new RegExp(`\\b${word}\\b`, "i"), word);
	}
});

test("a folder's name is made into one that npm takes", () => {
	assert.deepEqual(cardNamed("Ada's Card"), { folder: "Ada's Card", packageName: "ada-s-card" });
	assert.deepEqual(cardNamed("../up/Café"), { folder: "../up/Café", packageName: "cafe" });
	for (const wrong of ["张", "---", "123", "node_modules", ""]) {
		assert.throws(() => cardNamed(wrong), /doesn't make a package name/, wrong);
	}

	assert.throws(() => cardNamed("a".repeat(215)), /too long for a package name/);
});

test("a package with a scope is public, and its command has none", async () => {
	assert.deepEqual(cardNamed("@ada/card"), { folder: "card", packageName: "@ada/card" });
	const files = await filesOf({ ...answers, packageName: "@ada/card" });
	const { name, publishConfig } = JSON.parse(files.get("package.json")!);
	assert.deepEqual([name, publishConfig], ["@ada/card", { access: "public" }]);
	assert.match(files.get("README.md")!, /^npx @ada\/card$/m);
	assert.match(files.get("deploy/card.service")!, /^ExecStart=\/usr\/bin\/env card serve /m);
	assert.match(files.get("deploy/Containerfile")!, /^RUN npm install .* @ada\/card$/m);
});

test("answers are checked", () => {
	assert.equal(mailProblem("ada@example.org"), undefined);
	assert.match(mailProblem("ada@example")!, /isn't an email address/);
	assert.equal(licenseOf("mit"), "MIT");
	assert.throws(() => licenseOf("GPL"), /choose from none, MIT, CC-BY-4\.0/);
});

test("a card's README says what the person does, and not where", async () => {
	const location = { address: "1 Lane", city: "Bonn" };
	for (const [basics, line] of [
		[{ name: "Ada Stern", label: "Baker", location }, "Baker"],
		[{ name: "Ada Stern", location }, "My résumé"],
	] as const) {
		const { resume } = await loadDocument({ basics }, "resume.json");
		const source = { name: "resume.json", text: "{}" };
		const readme = cardFiles({ answers, resume, source, engine, picture: "<svg/>", year: 2030 }).get("README.md")!;
		assert.ok(readme.startsWith(`# Ada Stern\n\n${line}`), readme);
		assert.ok(!readme.includes("1 Lane"));
	}
});

test("a card of a résumé without a name says so of nobody", async () => {
	const { resume } = await loadDocument({ basics: {} }, "resume.json");
	const files = cardFiles({
		answers,
		resume,
		source: { name: "resume.json", text: "{}" },
		engine,
		picture: "<svg/>",
		year: 2030,
	});
	assert.equal(JSON.parse(files.get("package.json")!).description, "A résumé in a terminal: npx my-card");
	assert.match(files.get("LICENSE")!, /^Copyright \(c\) 2030 the author$/m);
});
